#include "app/commands/providerreport.h"

#include "app/commands/output.h"
#include "ui/base/errortext.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue roundedOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(std::round(*value * 10) / 10) : QJsonValue();
}

QString stateName(Core::Canary::State state)
{
    switch (state) {
    case Core::Canary::State::Idle:
        return u"none"_s;
    case Core::Canary::State::Running:
        return u"running"_s;
    case Core::Canary::State::Passed:
        return u"passed"_s;
    case Core::Canary::State::RolledBack:
        return u"rolled back"_s;
    case Core::Canary::State::Promoted:
        return u"promoted"_s;
    case Core::Canary::State::Ended:
        return u"ended by hand"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonValue canaryJson(const Core::Canary &canary)
{
    if (canary.state() == Core::Canary::State::Idle)
        return {};
    QJsonArray history;
    for (const Core::CanaryEvent &event : canary.history())
        history.append(
            QJsonObject{{u"at"_s, event.at.toString(Qt::ISODate)}, {u"percent"_s, event.weight}});
    const Core::CanaryFinding &finding = canary.finding();
    return QJsonObject{{u"canary"_s, canary.plan().canary},
                       {u"control"_s, canary.plan().control},
                       {u"state"_s, stateName(canary.state())},
                       {u"percent"_s, canary.weight()},
                       {u"finding"_s, Core::findingText(finding)},
                       {u"requests"_s, finding.requests},
                       {u"control_requests"_s, finding.controlRequests},
                       {u"history"_s, history}};
}

void printCanary(const Core::Canary &canary)
{
    if (canary.state() == Core::Canary::State::Idle)
        return;
    printLine(u"\nCanary %1 beside %2: %3, at %4 %\n%5"_s.arg(
        canary.plan().canary, canary.plan().control, stateName(canary.state()),
        QString::number(canary.weight()), Core::findingText(canary.finding())));
}

QJsonObject healthJson(const Core::ProviderHealth &health)
{
    QJsonObject errors;
    for (auto each = health.errors.begin(); each != health.errors.end(); ++each)
        errors[each.key()] = each.value();
    const auto speed = health.speed.quantile(0.5);
    return {{u"provider"_s, health.provider},
            {u"requests"_s, health.requests},
            {u"fallbacks"_s, health.fallbacks},
            {u"errors"_s, errors},
            {u"avg_ms"_s, roundedOrNull(health.total.mean())},
            {u"p50_ms"_s, roundedOrNull(health.total.quantile(0.5))},
            {u"p95_ms"_s, roundedOrNull(health.total.quantile(0.95))},
            {u"p99_ms"_s, roundedOrNull(health.total.quantile(0.99))},
            {u"n"_s, health.total.count()},
            {u"first_token_p50_ms"_s, roundedOrNull(health.firstToken.quantile(0.5))},
            {u"tokens_per_second"_s, speed ? roundedOrNull(*speed / 10) : QJsonValue()}};
}

QStringList healthRow(const Core::ProviderHealth &health)
{
    QStringList errors;
    for (auto each = health.errors.begin(); each != health.errors.end(); ++each)
        errors += u"%1 × %2"_s.arg(each.key()).arg(each.value());
    const auto ms = [](const std::optional<double> &value) {
        return value ? QString::number(std::round(*value)) : u"–"_s;
    };
    return {health.provider,
            health.model.isEmpty() ? u"all"_s : health.model,
            QString::number(health.requests),
            errors.isEmpty() ? u"none"_s : errors.join(u", "_s),
            ms(health.total.mean()),
            ms(health.total.quantile(0.5)),
            ms(health.total.quantile(0.95)),
            ms(health.total.quantile(0.99)),
            QString::number(health.total.count())};
}

QJsonObject reportJson(const Core::TestReport &report)
{
    QJsonArray steps;
    for (const Core::TestStep &step : report.steps)
        steps.append(QJsonObject{{u"step"_s, Core::testStepName(step.kind)},
                                 {u"state"_s, Core::testStateName(step.state)},
                                 {u"ms"_s, step.ms < 0 ? QJsonValue() : QJsonValue(step.ms)},
                                 {u"found"_s, step.error ? errorText(*step.error) : step.found}});
    return {{u"provider"_s, report.provider.name},
            {u"model"_s, report.model},
            {u"ok"_s, report.isGood()},
            {u"models"_s, QJsonArray::fromStringList(report.models)},
            {u"steps"_s, steps}};
}

void printReport(const Core::TestReport &report)
{
    for (const Core::TestStep &step : report.steps)
        printLine(u"%1  %2  %3  %4"_s.arg(report.provider.name,
                                          Core::testStepName(step.kind).leftJustified(12),
                                          Core::testStateName(step.state).leftJustified(7),
                                          step.error ? errorText(*step.error) : step.found));
}
