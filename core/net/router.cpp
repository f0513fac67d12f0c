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
    for (const WeightedProvider &provider : std::as_const(m_providers))
        sit(provider);
}

void Router::sit(const WeightedProvider &provider)
{
    const QString name = provider.seat.isEmpty() ? provider.name : provider.seat;
    auto seat = std::find_if(m_seats.begin(), m_seats.end(),
                             [&name](const Seat &each) { return each.name == name; });
    if (seat == m_seats.end())
        seat = m_seats.insert(m_seats.end(), {.name = name});
    seat->weight += provider.weight;
    if (provider.name == m_control)
        seat->members.append(provider);
    else
        seat->members.prepend(provider);
}

Result<Assignment> Router::assign(const QString &user) const
{
    if (m_providers.isEmpty())
        return Error{Error::Kind::NotFound, u"a provider with a weight"_s};
    const QByteArray key = user.toUtf8();
    const Seat *best = nullptr;
    double bestDraw = 0;
    double bestCost = std::numeric_limits<double>::infinity();
    for (const Seat &seat : m_seats) {
        const double draw = drawOf(seat.name, key);
        const double cost = -std::log(draw) / seat.weight; // low where draw ^ (1 / weight) is high
        if (cost >= bestCost)
            continue;
        best = &seat;
        bestDraw = draw;
        bestCost = cost;
    }
    return within(*best, key, bestDraw);
}

Assignment Router::within(const Seat &seat, const QByteArray &user, double draw) const
{
    if (m_providers.size() == 1)
        return {seat.members.last().name, draw, u"the only provider with a weight"_s};
    double rest = seat.weight;
    for (const WeightedProvider &member : seat.members.first(seat.members.size() - 1)) {
        const double own = drawOf(member.name + u"/"_s + seat.name, user);
        if (own < member.weight / rest)
            return {member.name, own,
                    u"its draw is below %1, the canary's part"_s.arg(member.weight / rest)};
        rest -= member.weight;
    }
    return {seat.members.last().name, draw,
            u"the best draw of %1, at weight %2"_s.arg(m_seats.size()).arg(seat.weight)};
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

double Router::drawOf(const QString &name, const QByteArray &user) const
{
    const QByteArray input =
        QByteArray(salt) + '\0' + m_experiment.toUtf8() + '\0' + name.toUtf8() + '\0' + user;
    const QByteArray hash = QCryptographicHash::hash(input, QCryptographicHash::Sha256);
    const auto number = qFromBigEndian<quint64>(hash.constData());
    return (double(number >> 12) + 0.5) * 0x1p-52; // what a double holds exactly, neither 0 nor 1
}

} // namespace Core
