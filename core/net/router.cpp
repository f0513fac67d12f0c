#include "core/net/router.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>

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
    double rest = m_sum;
    for (const WeightedProvider &provider : std::as_const(m_providers)) {
        if (provider.name == m_control)
            continue;
        m_layers.append({provider.name, provider.weight / rest});
        rest -= provider.weight;
    }
}

Result<Assignment> Router::assign(const QString &user) const
{
    if (m_providers.isEmpty())
        return Error{Error::Kind::NotFound, u"a provider with a weight"_s};
    double bucket = 0;
    for (const Layer &layer : m_layers) {
        bucket = bucketOf(layer.canary, user);
        if (bucket < layer.edge)
            return Assignment{layer.canary, bucket,
                              u"bucket %1 is below %2"_s.arg(bucket, 0, 'f', 6).arg(layer.edge)};
    }
    return Assignment{m_control, bucket,
                      m_layers.isEmpty() ? u"the only provider with a weight"_s
                                         : u"in no canary's layer"_s};
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

double Router::bucketOf(const QString &canary, const QString &user) const
{
    const QByteArray input = QByteArray(salt) + '\0' + m_experiment.toUtf8() + '\0'
        + canary.toUtf8() + '\0' + user.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(input, QCryptographicHash::Sha256);
    const auto number = qFromBigEndian<quint64>(hash.constData());
    return double(number >> 11) * 0x1p-53; // what a double holds exactly, below 1
}

} // namespace Core
