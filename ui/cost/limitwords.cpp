#include "ui/cost/limitwords.h"

#include "ui/base/formats.h"

#include <QCoreApplication>

namespace {

using Core::SpendLimit;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LimitWords)
};

QString percent(Core::Money part, Core::Money whole)
{
    return Formats::percent(whole.pico > 0 ? double(part.pico) / double(whole.pico) : 1);
}

QString subject(const SpendLimit &limit)
{
    switch (limit.scope) {
    case SpendLimit::Scope::Whole:
        return Words::tr("All spending");
    case SpendLimit::Scope::User:
        return limit.key.isEmpty() ? Words::tr("No user") : Words::tr("User %1").arg(limit.key);
    case SpendLimit::Scope::Tag:
        return Words::tr("Tag %1").arg(limit.key);
    case SpendLimit::Scope::Provider:
        return Words::tr("Provider %1").arg(limit.key);
    case SpendLimit::Scope::Model:
        return Words::tr("Model %1").arg(limit.key);
    }
    Q_UNREACHABLE();
}

} // namespace

QString LimitWords::scope(SpendLimit::Scope scope)
{
    switch (scope) {
    case SpendLimit::Scope::Whole:
        return Words::tr("All spending");
    case SpendLimit::Scope::User:
        return Words::tr("One user");
    case SpendLimit::Scope::Tag:
        return Words::tr("One tag");
    case SpendLimit::Scope::Provider:
        return Words::tr("One provider");
    case SpendLimit::Scope::Model:
        return Words::tr("One model");
    }
    Q_UNREACHABLE();
}

QString LimitWords::period(SpendLimit::Period period)
{
    switch (period) {
    case SpendLimit::Period::Day:
        return Words::tr("a day");
    case SpendLimit::Period::Week:
        return Words::tr("a week");
    case SpendLimit::Period::Month:
        return Words::tr("a month");
    }
    Q_UNREACHABLE();
}

QString LimitWords::title(const SpendLimit &limit)
{
    return Words::tr("%1, %2", "what is limited, \"a month\"")
        .arg(subject(limit), period(limit.period));
}

QString LimitWords::state(const Core::SpendState &state)
{
    const Core::Money limit = state.check.limit.amount;
    const QString spent =
        Words::tr("%1 of %2 (%3)", "money spent, limit, share")
            .arg(Formats::money(state.spent), Formats::money(limit), percent(state.total(), limit));
    return state.reserved.pico > 0
        ? Words::tr("%1, %2 set aside for calls on their way", "\"$1 of $5 (20%)\", money")
              .arg(spent, Formats::money(state.reserved))
        : spent;
}

QString LimitWords::rule(const SpendLimit &limit)
{
    const QString zone =
        limit.zone.isEmpty() ? QStringLiteral("UTC") : QString::fromUtf8(limit.zone);
    return limit.isHard
        ? Words::tr("Hard: a call that would pass it is not made. Days of %1.").arg(zone)
        : Words::tr("Soft: it only warns. Days of %1.").arg(zone);
}

QString LimitWords::warning(const Core::SpendWarning &warning, Core::Money call)
{
    const SpendLimit &limit = warning.state.check.limit;
    const Core::Money after = warning.state.total() + call;
    if (warning.isForbidden)
        return Words::tr("This request can cost up to %1 and would pass the limit \"%2\" of %3: "
                         "it will not be sent.")
            .arg(Formats::money(call), title(limit), Formats::money(limit.amount));
    if (warning.level == Core::SpendLevel::Reached)
        return Words::tr("This request can cost up to %1 and would pass the limit \"%2\" of %3.")
            .arg(Formats::money(call), title(limit), Formats::money(limit.amount));
    return Words::tr("This request can take the limit \"%1\" to %2 of %3.", "limit, share, money")
        .arg(title(limit), percent(after, limit.amount), Formats::money(limit.amount));
}
