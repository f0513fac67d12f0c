#include "core/store/reservations.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

using Scope = SpendLimit::Scope;

SumBy sumByOf(Scope scope)
{
    switch (scope) {
    case Scope::Whole:
        return SumBy::Nothing;
    case Scope::User:
        return SumBy::User;
    case Scope::Tag:
        return SumBy::Conversation;
    case Scope::Provider:
        return SumBy::Provider;
    case Scope::Model:
        return SumBy::Model;
    }
    Q_UNREACHABLE();
}

/// Which rows of a scope count, where `column` holds their key.
KeyFilter filterOf(const SpendLimit &limit)
{
    if (limit.scope == Scope::Whole)
        return {};
    if (limit.scope == Scope::Tag)
        return {u"CAST(%1 AS text) IN (SELECT CAST(conversation_id AS text) FROM conversation_tag "
                "WHERE workspace_id = ? AND tag = ?)"_s,
                {workspaceId, stored(limit.key)}};
    return {u"%1 = ?"_s, {stored(limit.key)}};
}

QString columnOf(Scope scope)
{
    switch (scope) {
    case Scope::Whole:
        return {};
    case Scope::User:
        return u"user_id"_s;
    case Scope::Tag:
        return u"conversation_id"_s;
    case Scope::Provider:
        return u"provider"_s;
    case Scope::Model:
        return u"model"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QList<SpendState>> Reservations::states(const QList<SpendCheck> &checks)
{
    QList<SpendState> states;
    for (const SpendCheck &check : checks) {
        const Result<Money> spent = this->spent(check);
        if (!spent)
            return spent.error();
        const Result<Money> reserved = this->reserved(check);
        if (!reserved)
            return reserved.error();
        states.append({check, *spent, *reserved});
    }
    return states;
}

Result<Money> Reservations::spent(const SpendCheck &check)
{
    const Result<QList<ChargeSum>> sums =
        m_sums.between({check.from.toMSecsSinceEpoch(), check.to.toMSecsSinceEpoch()},
                       sumByOf(check.limit.scope), filterOf(check.limit));
    if (!sums)
        return sums.error();
    Money money;
    for (const ChargeSum &sum : *sums)
        money += sum.totals.cost;
    return money;
}

Result<Money> Reservations::reserved(const SpendCheck &check)
{
    const KeyFilter filter = filterOf(check.limit);
    const QString condition =
        filter.sql.isEmpty() ? QString() : u" AND "_s + filter.sql.arg(columnOf(check.limit.scope));
    const Result<QVariant> sum = m_connection.value(
        u"SELECT coalesce(sum(amount_pico), 0) FROM reservation WHERE workspace_id = ? "
        "AND at_ms >= ? AND at_ms < ?"_s
            + condition,
        QVariantList{workspaceId, storedTime(check.from), storedTime(check.to)} + filter.values);
    if (!sum)
        return sum.error();
    return Money{sum->toLongLong()};
}

Result<void> Reservations::add(const Reservation &reservation)
{
    const Result<int> added = m_connection.change(
        u"INSERT INTO reservation (workspace_id, attempt_id, conversation_id, user_id, provider, "
        "model, at_ms, amount_pico) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (workspace_id, attempt_id) DO UPDATE SET amount_pico = excluded.amount_pico"_s,
        {workspaceId, storedId(reservation.attemptId), storedId(reservation.conversationId),
         stored(reservation.userId), stored(reservation.provider), stored(reservation.model),
         storedTime(reservation.at), reservation.amount.pico});
    return added ? Result<void>() : added.error();
}

Result<void> Reservations::remove(const QString &attemptId)
{
    const Result<int> removed =
        m_connection.change(u"DELETE FROM reservation WHERE workspace_id = ? AND attempt_id = ?"_s,
                            {workspaceId, storedId(attemptId)});
    return removed ? Result<void>() : removed.error();
}

Result<void> Reservations::clear()
{
    const Result<int> removed =
        m_connection.change(u"DELETE FROM reservation WHERE workspace_id = ? AND %1"_s.arg(
                                m_connection.dialect().abandoned),
                            {workspaceId});
    return removed ? Result<void>() : removed.error();
}

} // namespace Core
