// How a canary is kept over restarts.

#include "core/net/canary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

template <typename Enum>
Enum enumFrom(const QJsonValue &value, Enum last, Enum standard)
{
    const int number = value.toInt(-1);
    return number >= 0 && number <= int(last) ? Enum(number) : standard;
}

QJsonObject findingToJson(const CanaryFinding &finding)
{
    return {
        {u"verdict"_s, int(finding.verdict)}, {u"why"_s, int(finding.why)},
        {u"requests"_s, finding.requests},    {u"control_requests"_s, finding.controlRequests},
        {u"error_rate"_s, finding.errorRate}, {u"control_error_rate"_s, finding.controlErrorRate},
        {u"slow_share"_s, finding.slowShare}};
}

CanaryFinding findingFromJson(const QJsonValue &json)
{
    return {.verdict =
                enumFrom(json["verdict"_L1], CanaryVerdict::Worse, CanaryVerdict::NotEnoughData),
            .why = enumFrom(json["why"_L1], CanaryFinding::Why::Shares, CanaryFinding::Why::TooFew),
            .requests = json["requests"_L1].toInteger(),
            .controlRequests = json["control_requests"_L1].toInteger(),
            .errorRate = json["error_rate"_L1].toDouble(),
            .controlErrorRate = json["control_error_rate"_L1].toDouble(),
            .slowShare = json["slow_share"_L1].toDouble()};
}

QJsonObject eventToJson(const CanaryEvent &event)
{
    return {{u"at"_s, event.at.toString(Qt::ISODateWithMs)},
            {u"weight"_s, event.weight},
            {u"cause"_s, int(event.cause)},
            {u"finding"_s, findingToJson(event.finding)}};
}

CanaryEvent eventFromJson(const QJsonValue &json)
{
    using Cause = CanaryEvent::Cause;
    return {.at = QDateTime::fromString(json["at"_L1].toString(), Qt::ISODateWithMs),
            .weight = json["weight"_L1].toDouble(),
            .cause = enumFrom(json["cause"_L1], Cause::WeightsChanged, Cause::Begun),
            .finding = findingFromJson(json["finding"_L1])};
}

QJsonObject planToJson(const CanaryPlan &plan)
{
    QJsonArray steps;
    for (const double step : plan.steps)
        steps.append(step);
    return {{u"canary"_s, plan.canary},
            {u"control"_s, plan.control},
            {u"steps"_s, steps},
            {u"whole"_s, plan.whole},
            {u"error_margin"_s, plan.errorMargin},
            {u"slow_share"_s, plan.slowShare},
            {u"fewest"_s, plan.fewest}};
}

CanaryPlan planFromJson(const QJsonValue &json)
{
    CanaryPlan plan{.canary = json["canary"_L1].toString(),
                    .control = json["control"_L1].toString()};
    plan.whole = json["whole"_L1].toDouble(plan.whole);
    plan.errorMargin = json["error_margin"_L1].toDouble(plan.errorMargin);
    plan.slowShare = json["slow_share"_L1].toDouble(plan.slowShare);
    plan.fewest = json["fewest"_L1].toInteger(plan.fewest);
    plan.steps.clear();
    const QJsonArray steps = json["steps"_L1].toArray();
    for (const QJsonValue &step : steps)
        plan.steps.append(step.toDouble());
    return plan;
}

/// Eight bytes each: a list of numbers in JSON would be twice as long.
QByteArray packed(const QSet<quint64> &units)
{
    QByteArray bytes;
    bytes.reserve(units.size() * 8);
    for (const quint64 unit : units) {
        char eight[8];
        qToBigEndian(unit, eight);
        bytes.append(eight, 8);
    }
    return bytes.toBase64();
}

QSet<quint64> unpacked(const QByteArray &base64)
{
    const QByteArray bytes = QByteArray::fromBase64(base64);
    QSet<quint64> units;
    for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8)
        units.insert(qFromBigEndian<quint64>(bytes.constData() + at));
    return units;
}

} // namespace

QByteArray Canary::toJson() const
{
    QJsonArray history;
    for (const CanaryEvent &event : m_history)
        history.append(eventToJson(event));
    const auto armToJson = [](const Arm &arm) {
        return QJsonObject{{u"health"_s, arm.health.toJson()}, {u"units"_s, arm.units}};
    };
    return QJsonDocument(QJsonObject{{u"plan"_s, planToJson(m_plan)},
                                     {u"state"_s, int(m_state)},
                                     {u"step"_s, m_step},
                                     {u"looks"_s, m_looks},
                                     {u"canary"_s, armToJson(m_canary)},
                                     {u"control"_s, armToJson(m_control)},
                                     {u"units"_s, QString::fromLatin1(packed(m_units))},
                                     {u"finding"_s, findingToJson(m_finding)},
                                     {u"history"_s, history}})
        .toJson(QJsonDocument::Compact);
}

void Canary::readArms(const QJsonObject &object)
{
    const auto read = [](const QJsonValue &json, const QString &provider) {
        Arm arm{.health = ProviderHealth::fromJson(json["health"_L1].toObject()),
                .units = std::max<qint64>(json["units"_L1].toInteger(), 0)};
        arm.health.provider = provider;
        return arm;
    };
    m_canary = read(object["canary"_L1], m_plan.canary);
    m_control = read(object["control"_L1], m_plan.control);
    m_units = unpacked(object["units"_L1].toString().toLatin1());
}

Canary Canary::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Canary canary;
    canary.m_plan = planFromJson(object["plan"_L1]);
    if (canary.m_plan.canary.isEmpty() || canary.m_plan.steps.isEmpty())
        return {};
    canary.m_state = enumFrom(object["state"_L1], State::Ended, State::Idle);
    canary.m_step = object["step"_L1].toInt();
    canary.m_looks = object["looks"_L1].toInt();
    canary.readArms(object);
    canary.m_finding = findingFromJson(object["finding"_L1]);
    const QJsonArray history = object["history"_L1].toArray();
    for (const QJsonValue &event : history)
        canary.m_history.append(eventFromJson(event));
    return canary;
}

} // namespace Core
