#include "core/practice/fault.h"

#include "core/base/names.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr std::array names{
    std::pair{Fault::RateLimit, "429"_L1},
    std::pair{Fault::RateLimitNoHeader, "429-no-header"_L1},
    std::pair{Fault::ServerError, "500"_L1},
    std::pair{Fault::Unavailable, "503"_L1},
    std::pair{Fault::Quota, "quota"_L1},
    std::pair{Fault::Unauthorized, "401"_L1},
    std::pair{Fault::ContextOverflow, "context-overflow"_L1},
    std::pair{Fault::SlowStart, "slow-start"_L1},
    std::pair{Fault::Stall, "stall"_L1},
    std::pair{Fault::Cut, "cut"_L1},
    std::pair{Fault::Garbage, "garbage"_L1},
    std::pair{Fault::Html, "html"_L1},
    std::pair{Fault::DoubleUsage, "double-usage"_L1},
    std::pair{Fault::ErrorMidStream, "error-mid-stream"_L1},
};

} // namespace

QString faultName(Fault fault)
{
    return nameIn(names, fault);
}

std::optional<Fault> faultFromName(QStringView name)
{
    return valueIn(names, name);
}

QStringList faultNames()
{
    QStringList all;
    for (const auto &[fault, name] : names)
        all.append(name);
    return all;
}

Result<FaultRate> faultRateFrom(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = text.left(equals);
    const std::optional<Fault> fault = faultFromName(name);
    if (!fault)
        return Error{
            Error::Kind::BadInput,
            u"no fault is called \"%1\"; there are: %2"_s.arg(name, faultNames().join(u", "_s))};
    bool ok = false;
    const double rate = text.mid(equals + 1).toDouble(&ok);
    if (equals < 0 || !ok || !(rate >= 0 && rate <= 1))
        return Error{Error::Kind::BadInput,
                     u"\"%1\" needs a rate from 0 to 1, such as %2=0.2"_s.arg(text, name)};
    return FaultRate{*fault, rate};
}

FaultPlan::FaultPlan(QList<FaultRate> rates, quint64 seed)
    : m_rates(std::move(rates))
    , m_random(seed)
{
}

std::optional<Fault> FaultPlan::next()
{
    // The top 53 bits, because std::uniform_real_distribution differs between libraries.
    double drawn = double(m_random() >> 11) * 0x1p-53;
    for (const FaultRate &each : std::as_const(m_rates)) {
        if (drawn < each.rate)
            return each.fault;
        drawn -= each.rate;
    }
    return std::nullopt;
}

} // namespace Core
