#include "core/cost/spendlimits.h"

#include "core/base/id.h"
#include "core/base/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;
using Scope = SpendLimit::Scope;
using Period = SpendLimit::Period;

constexpr std::array scopes{
    std::pair{Scope::Whole, "whole"_L1}, std::pair{Scope::User, "user"_L1},
    std::pair{Scope::Tag, "tag"_L1},     std::pair{Scope::Provider, "provider"_L1},
    std::pair{Scope::Model, "model"_L1},
};
constexpr std::array periods{
    std::pair{Period::Day, "day"_L1},
    std::pair{Period::Week, "week"_L1},
    std::pair{Period::Month, "month"_L1},
};

std::pair<QDate, QDate> daysOf(Period period, QDate today)
{
    switch (period) {
    case Period::Day:
        return {today, today.addDays(1)};
    case Period::Week: {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return {monday, monday.addDays(7)};
    }
    case Period::Month: {
        const QDate first(today.year(), today.month(), 1);
        return {first, first.addMonths(1)};
    }
    }
    Q_UNREACHABLE();
}

bool counts(const SpendLimit &limit, const SpendSubject &subject)
{
    switch (limit.scope) {
    case Scope::Whole:
        return true;
    case Scope::User:
        return limit.key == subject.userId;
    case Scope::Tag:
        return subject.tags.contains(limit.key);
    case Scope::Provider:
        return limit.key == subject.provider;
    case Scope::Model:
        return limit.key == subject.model;
    }
    Q_UNREACHABLE();
}

/// Whether `spent` is at least `percent` of `limit`, without a product that could overflow.
bool isFrom(Money spent, Money limit, int percent)
{
    return multiply(percent, limit.pico / 100) <= spent;
}

QTimeZone zoneOf(const QByteArray &name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QJsonObject jsonOf(const SpendLimit &limit)
{
    return {{u"id"_s, limit.id},
            {u"scope"_s, nameIn(scopes, limit.scope)},
            {u"key"_s, limit.key},
            {u"period"_s, nameIn(periods, limit.period)},
            {u"zone"_s, QString::fromLatin1(limit.zone)},
            {u"usd"_s, toDecimalString(limit.amount)},
            {u"hard"_s, limit.isHard}};
}

Result<SpendLimit> limitFrom(const QJsonObject &object)
{
    const auto refuse = [&](const QString &field) {
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"limit %1: \"%2\" cannot be understood"_s.arg(
                         object["id"_L1].toString(), field)};
    };
    const auto scope = valueIn(scopes, object["scope"_L1].toString());
    if (!scope)
        return refuse(u"scope"_s);
    const auto period = valueIn(periods, object["period"_L1].toString());
    if (!period)
        return refuse(u"period"_s);
    const Result<Money> amount = moneyFromDecimal(object["usd"_L1].toString());
    if (!amount || *amount < Money())
        return refuse(u"usd"_s);
    const QByteArray zone = object["zone"_L1].toString().toLatin1();
    if (!zone.isEmpty() && !QTimeZone(zone).isValid())
        return refuse(u"zone"_s);
    return SpendLimit{.id = object["id"_L1].toString(),
                      .scope = *scope,
                      .key = object["key"_L1].toString(),
                      .period = *period,
                      .zone = zone,
                      .amount = *amount,
                      .isHard = object["hard"_L1].toBool()};
}

} // namespace

QList<SpendCheck> spendChecks(const QList<SpendLimit> &limits, const QDateTime &now)
{
    QList<SpendCheck> checks;
    for (const SpendLimit &limit : limits) {
        const QTimeZone zone = zoneOf(limit.zone);
        const auto [first, end] = daysOf(limit.period, now.toTimeZone(zone).date());
        checks.append({limit, first.startOfDay(zone).toUTC(), end.startOfDay(zone).toUTC()});
    }
    return checks;
}

QList<SpendLimit> limitsOn(const SpendSubject &subject, const QList<SpendLimit> &limits)
{
    QList<SpendLimit> found;
    std::copy_if(limits.begin(), limits.end(), std::back_inserter(found),
                 [&](const SpendLimit &limit) { return counts(limit, subject); });
    return found;
}

SpendLevel spendLevel(Money spent, Money limit)
{
    if (spent >= limit)
        return SpendLevel::Reached;
    if (isFrom(spent, limit, 90))
        return SpendLevel::From90;
    return isFrom(spent, limit, 70) ? SpendLevel::From70 : SpendLevel::Low;
}

QList<SpendWarning> spendWarnings(const QList<SpendState> &states, Money amount)
{
    QList<SpendWarning> warnings;
    for (const SpendState &state : states) {
        const SpendLimit &limit = state.check.limit;
        const Money after = state.total() + amount;
        const SpendLevel level = spendLevel(after, limit.amount);
        const bool isForbidden = limit.isHard && after > limit.amount;
        if (isForbidden || level > spendLevel(state.total(), limit.amount))
            warnings.append({state, level, isForbidden});
    }
    std::stable_sort(
        warnings.begin(), warnings.end(), [](const SpendWarning &a, const SpendWarning &b) {
            return std::pair(a.isForbidden, a.level) > std::pair(b.isForbidden, b.level);
        });
    return warnings;
}

QString spendLimitTitle(const SpendLimit &limit)
{
    const QString period = nameIn(periods, limit.period);
    if (limit.scope == Scope::Whole)
        return period;
    return u"%1, %2 %3"_s.arg(period, nameIn(scopes, limit.scope), limit.key);
}

namespace {

bool isMonthlyBudget(const SpendLimit &limit)
{
    return limit.scope == Scope::Whole && limit.period == Period::Month;
}

} // namespace

std::optional<Money> wholeBudget(const QList<SpendLimit> &limits, Period period)
{
    const auto found = std::find_if(limits.begin(), limits.end(), [&](const SpendLimit &limit) {
        return limit.scope == Scope::Whole && limit.period == period;
    });
    return found == limits.end() ? std::nullopt : std::optional(found->amount);
}

std::optional<Money> monthlyBudget(const QList<SpendLimit> &limits)
{
    return wholeBudget(limits, Period::Month);
}

QList<SpendLimit> withMonthlyBudget(const QList<SpendLimit> &limits,
                                    const std::optional<Money> &budget, const QByteArray &zone)
{
    QList<SpendLimit> changed = limits;
    const auto found = std::find_if(changed.begin(), changed.end(), isMonthlyBudget);
    if (!budget)
        changed.removeIf(isMonthlyBudget);
    else if (found != changed.end())
        found->amount = *budget;
    else
        changed.append({.id = newId(), .zone = zone, .amount = *budget});
    return changed;
}

QString spendLimitsName()
{
    return u"spend_limits"_s;
}

QString spendLimitsToJson(const QList<SpendLimit> &limits)
{
    QJsonArray array;
    for (const SpendLimit &limit : limits)
        array.append(jsonOf(limit));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QList<SpendLimit>> spendLimitsFromJson(const QString &json)
{
    QList<SpendLimit> limits;
    if (json.isEmpty())
        return limits;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return Error{.kind = Error::Kind::BadInput, .detail = u"limits are no JSON array"_s};
    for (const QJsonValue &each : document.array()) {
        const Result<SpendLimit> limit = limitFrom(each.toObject());
        if (!limit)
            return limit.error();
        limits.append(*limit);
    }
    return limits;
}

} // namespace Core
