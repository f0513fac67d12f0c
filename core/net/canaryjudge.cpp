#include "core/net/canaryjudge.h"

#include "core/net/wilson.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr std::array bounds{4.56, 3.23, 2.63, 2.28, 2.04}; // O'Brien and Fleming, 5 %, five looks
constexpr double laterBound = 3.3;
constexpr double confidence = 1.645; // one-sided, 95 %
constexpr qint64 fewestTimes = 100; // a p95 of fewer may be half or twice what it says

/// Looks beyond the planned ones must not add up to an alarm: they take far more to convince.
double boundOf(int look)
{
    const auto index = size_t(std::max(look, 1) - 1);
    return index < bounds.size() ? bounds[index] : laterBound;
}

/// The interval of the difference of two error rates, by Newcombe.
Interval difference(const ProviderHealth &canary, const ProviderHealth &control, double z)
{
    const Interval left = wilson(canary.errorCount(), canary.requests, z);
    const Interval right = wilson(control.errorCount(), control.requests, z);
    const double p = canary.errorRate();
    const double q = control.errorRate();
    return {p - q - std::hypot(p - left.low, right.high - q),
            p - q + std::hypot(left.high - p, q - right.low)};
}

/// How many of the canary's answers are slower than 95 % of the control's.
Interval slower(const ProviderHealth &canary, const ProviderHealth &control, double z)
{
    const qint64 all = canary.total.count();
    const qint64 slow = canary.total.countAbove(control.total.quantile(0.95).value_or(0));
    return wilson(slow, all, z);
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1) + u"%"_s;
}

QString whyText(CanaryFinding::Why why)
{
    switch (why) {
    case CanaryFinding::Why::TooFew:
        return u"too few requests"_s;
    case CanaryFinding::Why::Unclear:
        return u"not clear yet"_s;
    case CanaryFinding::Why::Fine:
        return u"not worse"_s;
    case CanaryFinding::Why::MoreErrors:
        return u"worse, more errors"_s;
    case CanaryFinding::Why::Slower:
        return u"worse, slower"_s;
    case CanaryFinding::Why::Shares:
        return u"the requests do not fit the shares"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<double> standardSteps()
{
    return {1, 5, 25, 50};
}

CanaryFinding judge(const CanaryPlan &plan, const ProviderHealth &canary,
                    const ProviderHealth &control, int look)
{
    using Why = CanaryFinding::Why;
    CanaryFinding finding{.requests = canary.requests,
                          .controlRequests = control.requests,
                          .errorRate = canary.errorRate(),
                          .controlErrorRate = control.errorRate()};
    const auto found = [&finding](CanaryVerdict verdict, Why why) {
        finding.verdict = verdict;
        finding.why = why;
        return finding;
    };
    const qint64 times = std::max(plan.fewest, fewestTimes);
    const bool hasTimes = canary.total.count() >= times && control.total.count() >= times;
    if (hasTimes)
        finding.slowShare = slower(canary, control, 0).low;
    if (canary.requests < plan.fewest || control.requests < plan.fewest)
        return found(CanaryVerdict::NotEnoughData, Why::TooFew);

    const double z = boundOf(look);
    if (difference(canary, control, z).low > 0)
        return found(CanaryVerdict::Worse, Why::MoreErrors);
    if (hasTimes && slower(canary, control, z).low > plan.slowShare)
        return found(CanaryVerdict::Worse, Why::Slower);
    const bool isFine = hasTimes && difference(canary, control, confidence).high < plan.errorMargin
        && slower(canary, control, confidence).high < plan.slowShare;
    return isFine ? found(CanaryVerdict::NotWorse, Why::Fine)
                  : found(CanaryVerdict::NotEnoughData, Why::Unclear);
}

QString findingText(const CanaryFinding &finding)
{
    return u"%1: errors %2 of %3 against %4 of %5, %6 of the answers slower than 95% of the "
           "control's"_s.arg(whyText(finding.why), percent(finding.errorRate),
                             QString::number(finding.requests), percent(finding.controlErrorRate),
                             QString::number(finding.controlRequests), percent(finding.slowShare));
}

bool sharesMismatch(const QList<qint64> &counts, const QList<double> &shares)
{
    const double all = double(std::accumulate(counts.begin(), counts.end(), qint64(0)));
    double chi = 0;
    int parts = 0;
    for (qsizetype i = 0; i < std::min(counts.size(), shares.size()); ++i) {
        const double expected = all * shares[i];
        if (expected < 5) // too few to tell
            continue;
        chi += (double(counts[i]) - expected) * (double(counts[i]) - expected) / expected;
        ++parts;
    }
    if (parts < 2)
        return false;
    // The 99.9 % point of chi-square, by Wilson and Hilferty.
    const double freedom = parts - 1;
    const double part = 2 / (9 * freedom);
    return chi > freedom * std::pow(1 - part + 3.09 * std::sqrt(part), 3);
}

} // namespace Core
