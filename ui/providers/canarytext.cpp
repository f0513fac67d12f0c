#include "ui/providers/canarytext.h"

#include "ui/base/formats.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CanaryText)
};

QString percent(double hundredths, int places = 1)
{
    return QLocale().toString(hundredths, 'f', places) + u"%"_s;
}

/// Without decimals where there are none.
QString share(double weight)
{
    return QLocale().toString(weight, 'g', 4) + u"%"_s;
}

QString verdict(const Core::CanaryFinding &finding)
{
    using Why = Core::CanaryFinding::Why;
    switch (finding.why) {
    case Why::TooFew:
        return Texts::tr("Not enough data yet: too few requests.");
    case Why::Unclear:
        return Texts::tr("Not enough data yet: the figures do not tell for certain.");
    case Why::Fine:
        return Texts::tr("Not worse than the other one.");
    case Why::MoreErrors:
        return Texts::tr("Worse: more errors, beyond chance.");
    case Why::Slower:
        return Texts::tr("Worse: slower, beyond chance.");
    case Why::Shares:
        return Texts::tr("Who was assigned does not fit the shares, so the figures mean nothing. "
                         "It is not raised.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString canaryText(const Core::Canary &canary)
{
    const QString name = canary.plan().canary;
    const QString control = canary.plan().control;
    switch (canary.state()) {
    case Core::Canary::State::Idle:
        return Texts::tr("Send a small share of new conversations to another provider first. It "
                         "is raised step by step while it is not worse, and taken back by itself "
                         "when it is.");
    case Core::Canary::State::Running:
        return Texts::tr("“%1” gets %2 of what it shares with “%3”.")
            .arg(name, share(canary.weight()), control);
    case Core::Canary::State::Passed:
        return Texts::tr("“%1” has passed all steps and stays at %2. Make it the main one, or take "
                         "it back.")
            .arg(name, share(canary.weight()));
    case Core::Canary::State::RolledBack:
        return Texts::tr("“%1” was taken back; all go to “%2” again.").arg(name, control);
    case Core::Canary::State::Promoted:
        return Texts::tr("“%1” has taken the place of “%2”.").arg(name, control);
    case Core::Canary::State::Ended:
        return Texts::tr("The weights were changed by hand, so nothing guards “%1” any more.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

QString canaryFindingText(const Core::CanaryFinding &finding)
{
    return Texts::tr("%1 Errors: %2 of %3 requests, against %4 of %5. Slower than most of the "
                     "other one's answers: %6.")
        .arg(verdict(finding), percent(100 * finding.errorRate), Formats::number(finding.requests),
             percent(100 * finding.controlErrorRate), Formats::number(finding.controlRequests),
             percent(100 * finding.slowShare));
}

QString canaryEventText(const Core::CanaryEvent &event)
{
    const QString when = Formats::dateTime(event.at);
    const QString weight = share(event.weight);
    using Cause = Core::CanaryEvent::Cause;
    switch (event.cause) {
    case Cause::Begun:
        return Texts::tr("%1: begun with %2.").arg(when, weight);
    case Cause::NotWorse:
        return Texts::tr("%1: %2. %3").arg(when, weight, canaryFindingText(event.finding));
    case Cause::Worse:
        return Texts::tr("%1: taken back. %2").arg(when, canaryFindingText(event.finding));
    case Cause::RolledBack:
        return Texts::tr("%1: taken back by hand.").arg(when);
    case Cause::Promoted:
        return Texts::tr("%1: made the main one by hand.").arg(when);
    case Cause::WeightsChanged:
        return Texts::tr("%1: weights changed by hand, to %2.").arg(when, weight);
    }
    Q_UNREACHABLE();
}

std::optional<QList<double>> canarySteps(const QString &typed)
{
    static const QRegularExpression separator(u"[\\s;]+|,\\s*"_s);
    QList<double> steps;
    for (const QString &word : QString(typed).remove(u'%').split(separator, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double step = word.toDouble(&isNumber);
        const bool rises = step > (steps.isEmpty() ? 0 : steps.last());
        if (!isNumber || !rises || step > 100)
            return std::nullopt;
        steps.append(step);
    }
    return steps.isEmpty() ? std::nullopt : std::optional(steps);
}

QString canaryStepsText(const QList<double> &steps)
{
    QStringList words;
    for (const double step : steps)
        words += QString::number(step, 'g', 4);
    return words.join(u", "_s);
}
