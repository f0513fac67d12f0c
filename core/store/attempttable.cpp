#include "core/store/attempttable.h"

#include "core/store/conversationstore.h"
#include "core/store/engine.h"
#include "core/store/storedvalues.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString lightColumns =
    u"id, conversation_id, message_id, provider, model, strategy, at_ms, state, status, error, "
    "usage_basis, prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens, "
    "reasoning_tokens, reported_pico, queued_ms, connected_ms, first_token_ms, total_ms, "
    "retries, request_url, assigned, remarks, tier"_s;
const QString bodyColumns =
    u"request_headers, response_headers, request_body, plan, response_body"_s;
constexpr int firstBody = 26;

Usage usageAt(const Row &row)
{
    Usage usage{.prompt = row.number(11),
                .cachedRead = row.number(12),
                .cacheWrite = row.number(13),
                .completion = row.number(14),
                .reasoning = row.number(15),
                .tier = row.text(25),
                .basis = usageBasisFrom(row.text(10))};
    if (const std::optional<qint64> reported = row.numberOrNothing(16))
        usage.reportedCost = Money{*reported};
    return usage;
}

Attempt attemptAt(const Row &row, Bodies bodies)
{
    Attempt attempt{.id = row.text(0),
                    .conversationId = row.text(1),
                    .messageId = row.text(2),
                    .provider = row.text(3),
                    .assigned = row.text(23),
                    .model = row.text(4),
                    .strategy = row.text(5),
                    .at = row.time(6),
                    .state =
                        attemptStateFromName(row.text(7)).value_or(Attempt::State::Interrupted),
                    .requestUrl = row.text(22).toUtf8(),
                    .status = int(row.number(8)),
                    .error = row.text(9),
                    .usage = usageAt(row),
                    .timing = {.queued = row.number(17),
                               .connected = row.number(18),
                               .firstToken = row.number(19),
                               .total = row.number(20)},
                    .retries = retriesFrom(row.text(21)),
                    .remarks = listFrom(row.text(24))};
    if (bodies == Bodies::With) {
        attempt.requestHeaders = headersFrom(row.text(firstBody));
        attempt.responseHeaders = headersFrom(row.text(firstBody + 1));
        attempt.requestBody = uncompressed(row.bytes(firstBody + 2)).value_or(QByteArray());
        attempt.plan = uncompressed(row.bytes(firstBody + 3)).value_or(QByteArray());
        attempt.responseBody = uncompressed(row.bytes(firstBody + 4)).value_or(QByteArray());
    }
    return attempt;
}

QVariantList valuesOf(const Attempt &attempt)
{
    const Usage &usage = attempt.usage;
    const std::optional<qint64> reported =
        usage.reportedCost ? std::optional(usage.reportedCost->pico) : std::nullopt;
    return {storedId(attempt.id),
            storedId(attempt.conversationId),
            storedId(attempt.messageId),
            stored(attempt.provider),
            stored(attempt.model),
            stored(attempt.strategy),
            storedTime(attempt.at),
            stateName(attempt.state),
            attempt.status,
            stored(attempt.error),
            storedUsageBasis(usage.basis),
            usage.prompt,
            usage.cachedRead,
            usage.cacheWrite,
            usage.completion,
            usage.reasoning,
            storedNumber(reported),
            attempt.timing.queued,
            attempt.timing.connected,
            attempt.timing.firstToken,
            attempt.timing.total,
            storedRetries(attempt.retries),
            stored(QString::fromUtf8(attempt.requestUrl)),
            stored(attempt.assigned),
            storedList(attempt.remarks),
            stored(usage.tier),
            storedHeaders(attempt.requestHeaders),
            storedHeaders(attempt.responseHeaders),
            compressed(stored(attempt.requestBody)),
            compressed(stored(attempt.plan)),
            compressed(stored(attempt.responseBody))};
}

const QString allColumns = lightColumns + u", "_s + bodyColumns;

/// Sets all columns but the key to those of the new row.
QString overwriteAll()
{
    QStringList updates;
    const QStringList names = allColumns.split(u", "_s);
    for (const QString &name : names) {
        if (name != "id"_L1)
            updates += name + u" = excluded."_s + name;
    }
    return u"UPDATE SET "_s + updates.join(u", "_s);
}

} // namespace

QString AttemptTable::rowColumns()
{
    return u"workspace_id, "_s + allColumns;
}

QVariantList AttemptTable::rowOf(const Attempt &attempt)
{
    return QVariantList{workspaceId} + valuesOf(attempt);
}

namespace {

QString insertion(const QString &onConflict)
{
    return u"INSERT INTO attempt ("_s + AttemptTable::rowColumns()
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id, id) DO "_s
        + onConflict;
}

} // namespace

Result<void> AttemptTable::save(const Attempt &attempt)
{
    static const QString sql = insertion(overwriteAll());
    const Result<int> saved = m_connection.change(sql, rowOf(attempt));
    return saved ? Result<void>() : saved.error();
}

Result<void> AttemptTable::insertNew(const Attempt &attempt)
{
    return insertNew(ReadyRow(rowOf(attempt), m_connection.engine()));
}

Result<void> AttemptTable::insertNew(const ReadyRow &row)
{
    static const QString sql = insertion(u"NOTHING"_s);
    const Result<int> saved = m_connection.apply(sql, row);
    return saved ? Result<void>() : saved.error();
}

Result<QList<Attempt>> AttemptTable::list(const QString &tail, const QVariantList &values,
                                          Bodies bodies)
{
    const QString &columns = bodies == Bodies::With ? allColumns : lightColumns;
    QList<Attempt> attempts;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columns + u" FROM attempt WHERE workspace_id = ? "_s + tail,
        QVariantList{workspaceId} + values,
        [&](const Row &row) { attempts.append(attemptAt(row, bodies)); });
    if (!read)
        return read.error();
    return attempts;
}

Result<QList<Attempt>> AttemptTable::ofConversation(const QString &conversationId, Bodies bodies)
{
    return list(u"AND conversation_id = ? ORDER BY at_ms, id"_s, {storedId(conversationId)},
                bodies);
}

Result<std::optional<Attempt>> AttemptTable::find(const QString &id)
{
    const Result<QList<Attempt>> found = list(u"AND id = ?"_s, {storedId(id)}, Bodies::With);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<std::optional<Attempt>> AttemptTable::newestOf(const QString &messageId, Bodies bodies)
{
    const Result<QList<Attempt>> found =
        list(u"AND message_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1"_s, {storedId(messageId)},
             bodies);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

namespace {

/// The smallest of the values than which this share of them is no larger (the nearest rank).
qint64 atShare(std::vector<qint64> &values, double share)
{
    if (values.empty())
        return -1;
    const auto rank = size_t(std::ceil(share * double(values.size())));
    const auto place = values.begin() + qsizetype(std::max<size_t>(rank, 1)) - 1;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

Result<Latencies> AttemptTable::latencies(const QDateTime &from, const QDateTime &to,
                                          const AttemptFilter &filter)
{
    QString sql = u"SELECT total_ms FROM attempt WHERE workspace_id = ? AND state = 'complete' "
                  "AND at_ms >= ? AND at_ms < ?"_s;
    QVariantList values{workspaceId, storedTime(from), storedTime(to)};
    const auto restrict = [&](const QString &condition, const std::optional<QString> &value) {
        if (!value)
            return;
        sql += u" AND "_s + condition;
        values += stored(*value);
    };
    restrict(u"provider = ?"_s, filter.provider);
    restrict(u"model = ?"_s, filter.model);
    restrict(u"strategy = ?"_s, filter.strategy);
    restrict(u"conversation_id IN (SELECT id FROM conversation "
             "WHERE conversation.workspace_id = attempt.workspace_id AND user_id = ?)"_s,
             filter.userId);
    restrict(u"conversation_id IN (SELECT tagged.conversation_id FROM conversation_tag AS tagged "
             "WHERE tagged.workspace_id = attempt.workspace_id AND tag = ?)"_s,
             filter.tag);
    for (QVariant &value : values)
        value = m_connection.engine().bound(value);
    std::vector<qint64> took;
    const Result<void> read =
        m_connection.engine().readQuickly(m_connection, sql, values, [&](const QuickRow &row) {
            if (row.number(0) >= 0)
                took.push_back(row.number(0));
        });
    if (!read)
        return read.error();
    return Latencies{.answers = qint64(took.size()),
                     .medianMs = atShare(took, 0.5),
                     .p95Ms = atShare(took, 0.95)};
}

Result<QList<Attempt>> AttemptTable::open()
{
    return list(
        u"AND state = 'sent' AND %1 ORDER BY at_ms, id"_s.arg(m_connection.dialect().abandoned), {},
        Bodies::Without);
}

Result<void> AttemptTable::interruptOpen()
{
    const Result<int> changed = m_connection.change(
        u"UPDATE attempt SET state = 'interrupted' "
        "WHERE workspace_id = ? AND state = 'sent' AND %1"_s.arg(m_connection.dialect().abandoned),
        {workspaceId});
    return changed ? Result<void>() : changed.error();
}

Result<void> AttemptTable::removeOf(const QString &conversationId)
{
    const Result<int> removed =
        m_connection.change(u"DELETE FROM attempt WHERE workspace_id = ? AND conversation_id = ?"_s,
                            {workspaceId, storedId(conversationId)});
    return removed ? Result<void>() : removed.error();
}

} // namespace Core
