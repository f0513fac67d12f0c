#pragma once

#include "core/base/result.h"
#include "core/chat/spendlimit.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Core {

/// What a call counts under.
struct SpendSubject
{
    QString userId;
    QString provider;
    QString model;
    QStringList tags; ///< of its conversation
};

/// Each limit with the period that `now` is in, in the limit's own zone. Weeks begin on Monday.
QList<SpendCheck> spendChecks(const QList<SpendLimit> &limits, const QDateTime &now);

/// Those that a call counts into.
QList<SpendLimit> limitsOn(const SpendSubject &subject, const QList<SpendLimit> &limits);

/// How much of a limit is used up.
enum class SpendLevel : quint8 { Low, From70, From90, Reached };

SpendLevel spendLevel(Money spent, Money limit);

/// A limit that a call of `amount` would take to a higher level than it is at.
struct SpendWarning
{
    SpendState state; ///< before the call
    SpendLevel level = SpendLevel::Low; ///< after it
    bool isForbidden = false; ///< the limit is hard and would be passed

    friend bool operator==(const SpendWarning &, const SpendWarning &) = default;
};

/// Forbidden ones first, then the highest levels.
QList<SpendWarning> spendWarnings(const QList<SpendState> &states, Money amount);

/// What a limit is on, untranslated: "month, user minh".
QString spendLimitTitle(const SpendLimit &limit);

/// What may be spent on the whole in a day, a week or a month.
std::optional<Money> wholeBudget(const QList<SpendLimit> &limits, SpendLimit::Period period);
/// The one of a month, which the page of costs draws.
std::optional<Money> monthlyBudget(const QList<SpendLimit> &limits);
/// The same limits with another budget of a month; nothing takes it away. A new one only warns.
QList<SpendLimit> withMonthlyBudget(const QList<SpendLimit> &limits,
                                    const std::optional<Money> &budget, const QByteArray &zone);

/// As kept in the store's settings under spendLimitsName().
QString spendLimitsName();
QString spendLimitsToJson(const QList<SpendLimit> &limits);
/// BadInput names the limit and the field; an empty text is no limits.
Result<QList<SpendLimit>> spendLimitsFromJson(const QString &json);

} // namespace Core
