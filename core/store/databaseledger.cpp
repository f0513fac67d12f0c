// Answers, attempts, charges, and the sums of their hours.

#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/rows.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 hourMs = 3'600'000;

qint64 hourOf(const QDateTime &when)
{
    const qint64 ms = msOf(when);
    return ms - ((ms % hourMs) + hourMs) % hourMs;
}

/// The columns of an attempt, with the bodies left empty where they are not wanted.
QString columnsFor(Bodies bodies)
{
    QString columns = attemptColumns();
    if (bodies == Bodies::Without)
        columns.replace(u"request_body"_s, u"x''"_s)
            .replace(u"response_body"_s, u"x''"_s)
            .replace(u"plan"_s, u"x''"_s);
    return columns;
}

} // namespace

Result<void> Database::putAttempt(const Attempt &attempt)
{
    static const QString statement = u"INSERT OR REPLACE INTO attempt (workspace_id, "_s
        + attemptColumns() + u") VALUES (1, "_s + placeholders(19) + u")"_s;
    const auto put = m_connection.run(statement, attemptValues(attempt));
    return put ? Result<void>() : put.error();
}

Result<void> Database::beginAnswer(const Message &answer, const Attempt &attempt)
{
    return write([&]() -> Result<void> {
        const auto inserted = insertMessage(answer);
        if (!inserted)
            return inserted.error();
        if (const auto put = putAttempt(attempt); !put)
            return put;
        const auto moved = m_connection.run(
            u"UPDATE conversation SET active_leaf = ?, message_count = message_count + 1 "
            "WHERE workspace_id = 1 AND id = ?"_s,
            {answer.id, answer.conversationId});
        return moved ? Result<void>() : moved.error();
    });
}

Result<void> Database::writeJournal(const QHash<QString, QString> &texts)
{
    return write([&]() -> Result<void> {
        for (auto each = texts.cbegin(); each != texts.cend(); ++each) {
            const auto put = m_connection.run(
                u"INSERT INTO journal (workspace_id, message_id, text) VALUES (1, ?, ?) "
                "ON CONFLICT (workspace_id, message_id) DO UPDATE SET text = excluded.text"_s,
                {each.key(), cleanText(each.value())});
            if (!put)
                return put.error();
        }
        return {};
    });
}

Result<void> Database::updateAnswer(const Message &answer)
{
    const auto updated = m_connection.run(
        u"UPDATE message SET status = ?, content = ?, reasoning = ?, tool_calls = ?, model = ?, "
        "token_count = ?, encoding = ? WHERE workspace_id = 1 AND id = ?"_s,
        {statusName(answer.status), answer.content, answer.reasoning, messageValues(answer).at(8),
         answer.model, answer.tokens, int(answer.encoding), answer.id});
    if (!updated)
        return updated.error();
    const auto indexed = m_connection.run(
        u"INSERT OR REPLACE INTO message_text (rowid, folded) SELECT sequence, ? FROM message "
        "WHERE workspace_id = 1 AND id = ?"_s,
        {foldedText(answer.content), answer.id});
    if (!indexed)
        return indexed.error();
    const auto gone = m_connection.run(
        u"DELETE FROM journal WHERE workspace_id = 1 AND message_id = ?"_s, {answer.id});
    return gone ? Result<void>() : gone.error();
}

Result<StoredAnswer> Database::finishAnswer(const Message &answer, const Attempt &attempt,
                                            const std::optional<Charge> &charge)
{
    const auto done = write([&]() -> Result<void> {
        if (const auto updated = updateAnswer(answer); !updated)
            return updated;
        if (const auto put = putAttempt(attempt); !put)
            return put;
        if (charge) {
            if (const auto added = insertCharge(*charge); !added)
                return added.error();
        }
        return noteNewest(answer, 0);
    });
    if (!done)
        return done.error();
    const auto row = conversation(answer.conversationId);
    if (!row)
        return row.error();
    return StoredAnswer{*row, answer};
}

Result<bool> Database::insertCharge(const Charge &charge)
{
    static const QString statement = u"INSERT INTO charge (workspace_id, "_s + chargeColumns()
        + u") VALUES (1, "_s + placeholders(21) + u") ON CONFLICT (workspace_id, id) DO NOTHING"_s;
    const auto inserted = m_connection.run(statement, chargeValues(charge));
    if (!inserted)
        return inserted.error();
    if ((*inserted)->numRowsAffected() == 0)
        return false;
    if (const auto summed = addToHour(charge); !summed)
        return summed.error();
    const auto counted = m_connection.run(
        u"UPDATE conversation SET cost_pico = cost_pico + ?, unpriced = unpriced + ? "
        "WHERE workspace_id = 1 AND id = ?"_s,
        {charge.amount ? charge.amount->pico : 0, charge.amount ? 0 : 1, charge.conversationId});
    return counted ? Result<bool>(true) : counted.error();
}

Result<void> Database::addToHour(const Charge &charge)
{
    const Usage &usage = charge.usage;
    const auto summed = m_connection.run(
        u"INSERT INTO charge_hour (workspace_id, hour_ms, user_id, provider, model, strategy, "
        u"kind, "
        "requests, prompt, cached_read, cache_write, completion, reasoning, cost_pico, unpriced, "
        "estimated) VALUES (1, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (workspace_id, hour_ms, user_id, provider, model, strategy, kind) DO UPDATE "
        "SET "
        "requests = requests + 1, prompt = prompt + excluded.prompt, "
        "cached_read = cached_read + excluded.cached_read, "
        "cache_write = cache_write + excluded.cache_write, "
        "completion = completion + excluded.completion, reasoning = reasoning + "
        "excluded.reasoning, "
        "cost_pico = cost_pico + excluded.cost_pico, unpriced = unpriced + excluded.unpriced, "
        "estimated = estimated + excluded.estimated"_s,
        {hourOf(charge.at), charge.userId, charge.provider, charge.model, charge.strategy,
         kindName(charge.kind), usage.prompt, usage.cachedRead, usage.cacheWrite, usage.completion,
         usage.reasoning, charge.amount ? charge.amount->pico : 0, charge.amount ? 0 : 1,
         charge.basis == Charge::Basis::Estimated ? 1 : 0});
    return summed ? Result<void>() : summed.error();
}

Result<void> Database::addCharge(const Charge &charge, const Attempt &attempt)
{
    return write([&]() -> Result<void> {
        if (const auto put = putAttempt(attempt); !put)
            return put;
        const auto added = insertCharge(charge);
        return added ? Result<void>() : added.error();
    });
}

Result<QList<Attempt>> Database::attempts(const QString &conversationId, Bodies bodies)
{
    const auto query = m_connection.run(
        u"SELECT "_s + columnsFor(bodies)
            + u" FROM attempt WHERE workspace_id = 1 AND conversation_id = ? ORDER BY at_ms, id"_s,
        {conversationId});
    if (!query)
        return query.error();
    QList<Attempt> all;
    while ((*query)->next())
        all.append(attemptAt(**query));
    return all;
}

Result<std::optional<Attempt>> Database::attemptOf(const QString &messageId, Bodies bodies)
{
    const auto query = m_connection.run(
        u"SELECT "_s + columnsFor(bodies)
            + u" FROM attempt WHERE workspace_id = 1 AND message_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1"_s,
        {messageId});
    if (!query)
        return query.error();
    std::optional<Attempt> found;
    if ((*query)->next())
        found = attemptAt(**query);
    (*query)->finish();
    return found;
}

Result<QList<Charge>> Database::readCharges(const QString &where, const QVariantList &values)
{
    const auto query = m_connection.run(u"SELECT "_s + chargeColumns()
                                            + u" FROM charge WHERE workspace_id = 1 AND "_s + where
                                            + u" ORDER BY at_ms, id"_s,
                                        values);
    if (!query)
        return query.error();
    QList<Charge> all;
    while ((*query)->next())
        all.append(chargeAt(**query));
    return all;
}

Result<QList<Charge>> Database::charges(const QDateTime &from, const QDateTime &to)
{
    return readCharges(u"at_ms >= ? AND at_ms < ?"_s,
                       {from.isValid() ? msOf(from) : std::numeric_limits<qint64>::min(),
                        to.isValid() ? msOf(to) : std::numeric_limits<qint64>::max()});
}

Result<QList<Charge>> Database::chargesOf(const QString &conversationId)
{
    return readCharges(u"conversation_id = ?"_s, {conversationId});
}

Result<QList<HourSum>> Database::hourSums(const QDateTime &from, const QDateTime &to)
{
    const auto query = m_connection.run(
        u"SELECT hour_ms, user_id, provider, model, strategy, kind, requests, prompt, cached_read, "
        "cache_write, completion, reasoning, cost_pico, unpriced, estimated FROM charge_hour "
        "WHERE workspace_id = 1 AND hour_ms >= ? AND hour_ms < ? ORDER BY hour_ms"_s,
        {from.isValid() ? msOf(from) : std::numeric_limits<qint64>::min(),
         to.isValid() ? msOf(to) : std::numeric_limits<qint64>::max()});
    if (!query)
        return query.error();
    QList<HourSum> all;
    while ((*query)->next())
        all.append(hourSumAt(**query));
    return all;
}

} // namespace Core
