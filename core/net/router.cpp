#include "core/net/router.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

// One for all desks of a team: the same user is to be assigned alike everywhere. Another salt
// would draw all users anew.
constexpr char salt[] = "skein";

QString reasonFor(const WeightedProvider &provider, int count)
{
    if (count == 1)
        return u"the only provider with a weight"_s;
    return u"the best draw of %1, at weight %2"_s.arg(count).arg(provider.weight);
}

} // namespace

Router::Router(const QList<WeightedProvider> &providers, const QString &control,
               const QString &experiment)
    : m_experiment(experiment)
{
    for (const WeightedProvider &provider : providers) {
        if (!(provider.weight > 0) || !std::isfinite(provider.weight))
            continue;
        m_providers.append(provider);
        m_sum += provider.weight;
        if (m_control.isEmpty() || provider.name == control)
            m_control = provider.name;
    }
}

Result<Assignment> Router::assign(const QString &user) const
{
    if (m_providers.isEmpty())
        return Error{Error::Kind::NotFound, u"a provider with a weight"_s};
    const QByteArray key = user.toUtf8();
    const WeightedProvider *best = nullptr;
    double bestDraw = 0;
    double bestCost = std::numeric_limits<double>::infinity();
    for (const WeightedProvider &provider : m_providers) {
        const double draw = drawOf(provider.name, key);
        const double cost =
            -std::log(draw) / provider.weight; // low where draw ^ (1 / weight) is high
        if (cost >= bestCost)
            continue;
        best = &provider;
        bestDraw = draw;
        bestCost = cost;
    }
    return Assignment{best->name, bestDraw, reasonFor(*best, int(m_providers.size()))};
}

Result<Assignment> Router::draw(double random) const
{
    if (m_providers.isEmpty())
        return Error{Error::Kind::NotFound, u"a provider with a weight"_s};
    double left = random * m_sum;
    for (const WeightedProvider &provider : m_providers) {
        left -= provider.weight;
        if (left < 0)
            return Assignment{provider.name, random, u"drawn by weight"_s};
    }
    return Assignment{m_providers.last().name, random, u"drawn by weight"_s};
}

double Router::share(const QString &provider) const
{
    for (const WeightedProvider &each : m_providers) {
        if (each.name == provider)
            return each.weight / m_sum;
    }
    return 0;
}

QStringList Router::fallbacks(const QString &provider) const
{
    QList<WeightedProvider> others = m_providers;
    others.removeIf([&provider](const WeightedProvider &each) { return each.name == provider; });
    std::stable_sort(others.begin(), others.end(),
                     [](const WeightedProvider &left, const WeightedProvider &right) {
                         return left.weight > right.weight;
                     });
    QStringList names;
    for (const WeightedProvider &each : std::as_const(others))
        names.append(each.name);
    return names;
}

double Router::drawOf(const QString &provider, const QByteArray &user) const
{
    const QByteArray input =
        QByteArray(salt) + '\0' + m_experiment.toUtf8() + '\0' + provider.toUtf8() + '\0' + user;
    const QByteArray hash = QCryptographicHash::hash(input, QCryptographicHash::Sha256);
    const auto number = qFromBigEndian<quint64>(hash.constData());
    return (double(number >> 12) + 0.5) * 0x1p-52; // what a double holds exactly, neither 0 nor 1
}

} // namespace Core
