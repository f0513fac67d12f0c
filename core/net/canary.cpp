#include "core/net/canary.h"

#include "core/net/breaker.h"
#include "core/net/wilson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array bounds{4.56, 3.23, 2.63, 2.28, 2.04}; // O'Brien and Fleming, 5 %, five looks
constexpr double laterBound = 3.3;
constexpr double confidence = 1.645; // one-sided, 95 %

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1) + u" %"_s;
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

} // namespace

CanaryFinding judge(const CanaryPlan &plan, const ProviderHealth &canary,
                    const ProviderHealth &control, int look)
{
    if (canary.requests < plan.fewest || control.requests < plan.fewest)
        return {CanaryVerdict::NotEnoughData,
                u"%1 and %2 requests, %3 of each are needed"_s.arg(
                    QString::number(canary.requests), QString::number(control.requests),
                    QString::number(plan.fewest))};
    // Looks beyond the planned ones must not add up to an alarm: they take far more to convince.
    const double z = look > int(bounds.size()) ? laterBound : bounds[size_t(std::max(look, 1)) - 1];
    const QString errors =
        u"errors %1 against %2"_s.arg(percent(canary.errorRate()), percent(control.errorRate()));
    if (difference(canary, control, z).low > 0)
        return {CanaryVerdict::Worse, errors};
    const bool hasTimes =
        canary.total.count() >= plan.fewest && control.total.count() >= plan.fewest;
    const QString slow = u"%1 of the answers slower than 95 % of the control's"_s.arg(
        percent(hasTimes ? slower(canary, control, 0).low : 0));
    if (hasTimes && slower(canary, control, z).low > plan.slowShare)
        return {CanaryVerdict::Worse, slow};
    const bool isFine = hasTimes && difference(canary, control, confidence).high < plan.errorMargin
        && slower(canary, control, confidence).high < plan.slowShare;
    return {isFine ? CanaryVerdict::NotWorse : CanaryVerdict::NotEnoughData,
            errors + u", "_s + slow};
}

Canary::Canary(const CanaryPlan &plan, const QDateTime &now)
    : m_plan(plan)
    , m_state(State::Running)
{
    move(plan.steps.value(0), u"begun"_s, now);
}

bool Canary::add(const HealthSample &sample, const QDateTime &now)
{
    const bool isCanary = sample.provider == m_plan.canary;
    if (m_state != State::Running || sample.isFallback
        || !(isCanary || sample.provider == m_plan.control))
        return false;
    (isCanary ? m_canary : m_control).add(sample);
    // A look at every further lot of the canary's requests, not at every request.
    const qint64 due = m_plan.fewest * (m_looks + 1);
    if (m_canary.requests < due || m_control.requests < m_plan.fewest)
        return false;
    return look(now);
}

bool Canary::look(const QDateTime &now)
{
    ++m_looks;
    m_finding = judge(m_plan, m_canary, m_control, m_looks);
    switch (m_finding.verdict) {
    case CanaryVerdict::NotEnoughData:
        return false;
    case CanaryVerdict::Worse:
        rollBack(m_finding.reason, now);
        return true;
    case CanaryVerdict::NotWorse:
        break;
    }
    if (++m_step >= m_plan.steps.size()) {
        m_state = State::Passed;
        return false;
    }
    move(m_plan.steps[m_step], u"not worse: "_s + m_finding.reason, now);
    return true;
}

void Canary::rollBack(const QString &reason, const QDateTime &now)
{
    m_state = State::RolledBack;
    move(0, reason, now);
}

void Canary::move(double weight, const QString &reason, const QDateTime &now)
{
    m_history.append({now, weight, reason});
    m_canary = {.provider = m_plan.canary};
    m_control = {.provider = m_plan.control};
    m_looks = 0;
}

QByteArray Canary::toJson() const
{
    QJsonArray history;
    for (const CanaryEvent &event : m_history)
        history.append(
            QJsonArray{event.at.toString(Qt::ISODateWithMs), event.weight, event.reason});
    QJsonArray steps;
    for (const double step : m_plan.steps)
        steps.append(step);
    return QJsonDocument(QJsonObject{{u"canary"_s, m_plan.canary},
                                     {u"control"_s, m_plan.control},
                                     {u"steps"_s, steps},
                                     {u"error_margin"_s, m_plan.errorMargin},
                                     {u"slow_share"_s, m_plan.slowShare},
                                     {u"fewest"_s, m_plan.fewest},
                                     {u"state"_s, int(m_state)},
                                     {u"step"_s, m_step},
                                     {u"history"_s, history}})
        .toJson(QJsonDocument::Compact);
}

Canary Canary::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Canary canary;
    CanaryPlan &plan = canary.m_plan;
    plan.canary = object["canary"_L1].toString();
    plan.control = object["control"_L1].toString();
    plan.errorMargin = object["error_margin"_L1].toDouble(plan.errorMargin);
    plan.slowShare = object["slow_share"_L1].toDouble(plan.slowShare);
    plan.fewest = object["fewest"_L1].toInteger(plan.fewest);
    if (object.contains("steps"_L1))
        plan.steps.clear();
    for (const QJsonValue &step : object["steps"_L1].toArray())
        plan.steps.append(step.toDouble());
    for (const QJsonValue &event : object["history"_L1].toArray())
        canary.m_history.append({QDateTime::fromString(event[0].toString(), Qt::ISODateWithMs),
                                 event[1].toDouble(), event[2].toString()});
    canary.m_step = object["step"_L1].toInt();
    const int state = object["state"_L1].toInt(int(State::Passed));
    if (state == int(State::Running) || state == int(State::RolledBack))
        canary.m_state = State(state);
    return canary;
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
