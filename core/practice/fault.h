#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <random>

namespace Core {

/// What the practice server can do wrong, each as it is seen on the wire.
enum class Fault {
    RateLimit, ///< 429 with Retry-After
    RateLimitNoHeader,
    ServerError, ///< 500
    Unavailable, ///< 503
    Quota, ///< 429 insufficient_quota
    Unauthorized, ///< 401
    ContextOverflow, ///< 400 context_length_exceeded
    SlowStart, ///< the head of the answer comes late
    Stall, ///< half of the answer, then silence
    Cut, ///< half of the answer, then a reset connection
    Garbage, ///< half of the answer, then something that is not JSON
    Html, ///< 200 with a web page, as the portal of a hotel's network sends it
    DoubleUsage, ///< the usage more than once
    ErrorMidStream, ///< half of the answer, then an error
};

QString faultName(Fault fault); ///< "429", "429-no-header", "500", …
std::optional<Fault> faultFromName(QStringView name);
QStringList faultNames();

/// A fault and the share of requests that it strikes, from 0 to 1.
struct FaultRate
{
    Fault fault = Fault::ServerError;
    double rate = 0;

    friend bool operator==(const FaultRate &, const FaultRate &) = default;
};

/// "cut=0.2". BadInput with one clear line otherwise.
Result<FaultRate> faultRateFrom(const QString &text);

/// Draws which fault strikes a request, if any; the same seed draws the same faults.
class FaultPlan
{
public:
    explicit FaultPlan(QList<FaultRate> rates = {}, quint64 seed = 1);

    std::optional<Fault> next();

private:
    QList<FaultRate> m_rates;
    std::mt19937_64 m_random;
};

} // namespace Core
