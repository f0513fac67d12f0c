// Import, export, search, examination and backup.

#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/store/searchwords.h"

#include <QFile>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

Result<QList<ImportCount>> Database::importBundles(const QList<Bundle> &bundles)
{
    QList<ImportCount> counts;
    const auto done = write([&]() -> Result<void> {
        for (const Bundle &bundle : bundles) {
            const auto count = importBundle(bundle);
            if (!count)
                return count.error();
            counts.append(*count);
        }
        return {};
    });
    if (!done)
        return done.error();
    return counts;
}

Result<ImportCount> Database::importBundle(const Bundle &bundle)
{
    const Conversation &given = bundle.conversation;
    ImportCount count;
    const auto known = number(
        u"SELECT count(*) FROM conversation WHERE workspace_id = 1 AND id = ?"_s, {given.id});
    if (!known)
        return known.error();
    if (*known == 0) {
        Conversation fresh = given;
        fresh.cost = {}; // counted again with each charge below
        fresh.unpricedRequests = 0;
        fresh.messageCount = 0;
        if (!fresh.createdAt.isValid())
            fresh.createdAt = m_clock.now();
        if (!fresh.updatedAt.isValid())
            fresh.updatedAt = fresh.createdAt;
        if (const auto inserted = insertConversation(fresh); !inserted)
            return inserted.error();
        count.added = true;
    }
    const Message *newest = nullptr;
    for (const Message &message : bundle.messages) {
        const auto inserted = insertMessage(message);
        if (!inserted)
            return inserted.error();
        count.messagesAdded += *inserted ? 1 : 0;
        if (message.id == given.activeLeaf || !newest)
            newest = &message;
    }
    for (const Attempt &attempt : bundle.attempts) {
        if (const auto put = putAttempt(attempt); !put)
            return put.error();
    }
    for (const Charge &charge : bundle.charges) {
        if (const auto added = insertCharge(charge); !added)
            return added.error();
    }
    if (!count.added && count.messagesAdded == 0)
        return count;
    const auto noted = m_connection.run(
        u"UPDATE conversation SET message_count = message_count + ?, last_line = ?, "
        "active_leaf = CASE WHEN ? = '' THEN active_leaf ELSE ? END, updated_ms = max(?, "
        "CASE WHEN ? THEN 0 ELSE updated_ms END) WHERE workspace_id = 1 AND id = ?"_s,
        {count.messagesAdded, newest ? firstLine(newest->content, 120) : QString(),
         given.activeLeaf, given.activeLeaf, msOf(given.updatedAt), count.added ? 1 : 0, given.id});
    if (!noted)
        return noted.error();
    return count;
}

Result<Bundle> Database::bundle(const QString &conversationId)
{
    const auto whole = thread(conversationId);
    if (!whole)
        return whole.error();
    auto tries = attempts(conversationId, Bodies::With);
    auto costs = chargesOf(conversationId);
    auto texts = summaries(conversationId);
    auto marks = handMarks(conversationId);
    if (!tries)
        return tries.error();
    if (!costs)
        return costs.error();
    if (!texts)
        return texts.error();
    if (!marks)
        return marks.error();
    return Bundle{whole->conversation, whole->tree.messages(), *tries, *costs, *texts, *marks};
}

Result<QList<SearchHit>> Database::search(const QString &words, const ConversationFilter &filter,
                                          int limit)
{
    const QString match = matchExpression(words);
    if (match.isEmpty())
        return QList<SearchHit>();
    QString columns = conversationColumns();
    columns.replace(u", "_s, u", conversation."_s);
    const auto query = m_connection.run(
        u"SELECT conversation."_s + columns
            + u", message.id, message.content FROM message_text "
              "JOIN message ON message.sequence = message_text.rowid "
              "JOIN conversation ON conversation.workspace_id = message.workspace_id "
              "AND conversation.id = message.conversation_id "
              "WHERE message_text MATCH ? AND conversation.active = 1 "
              "AND (? = '' OR conversation.user_id = ?) AND (? = '' OR conversation.provider = ?) "
              "AND (? = '' OR EXISTS (SELECT 1 FROM json_each(conversation.tags) WHERE value = ?)) "
              "ORDER BY message.sequence DESC LIMIT ?"_s,
        {match, filter.userId, filter.userId, filter.provider, filter.provider, filter.tag,
         filter.tag, limit});
    if (!query)
        return query.error();
    QList<SearchHit> hits;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        hits.append({conversationAt(row), row.value(19).toString(),
                     markedSnippet(row.value(20).toString(), words)});
    }
    return hits;
}

Result<QList<StoreFinding>> Database::examine(bool repair)
{
    QList<StoreFinding> findings;
    const auto check = m_connection.run(u"PRAGMA integrity_check"_s);
    if (!check)
        return check.error();
    while ((*check)->next()) {
        const QString line = (*check)->value(0).toString();
        findings.append({u"integrity: %1"_s.arg(line), line != "ok"_L1});
    }
    const auto strays = number(u"SELECT count(*) FROM pragma_foreign_key_check"_s);
    if (!strays)
        return strays.error();
    findings.append({u"foreign keys: %1 broken"_s.arg(*strays), *strays > 0});
    const auto unindexed = number(u"SELECT count(*) FROM message LEFT JOIN message_text "
                                  "ON message_text.rowid = sequence WHERE content <> '' "
                                  "AND message_text.rowid IS NULL"_s);
    if (!unindexed)
        return unindexed.error();
    findings.append({u"search index: %1 messages missing"_s.arg(*unindexed), *unindexed > 0});
    if (const auto compared = compareSums(findings, repair && !m_readOnly); !compared)
        return compared.error();
    return findings;
}

Result<void> Database::compareSums(QList<StoreFinding> &findings, bool repair)
{
    const auto charges = number(u"SELECT count(*) FROM charge"_s);
    const auto hours = number(
        u"SELECT count(*) FROM (SELECT hour_ms, user_id, provider, model, strategy, kind, "
        u"requests, "
        "cost_pico, prompt, completion FROM charge_hour EXCEPT SELECT at_ms - at_ms % 3600000, "
        "user_id, "
        "provider, model, strategy, kind, count(*), coalesce(sum(amount_pico), 0), sum(prompt), "
        "sum(completion) FROM charge GROUP BY 1, 2, 3, 4, 5, 6)"_s);
    const auto sums =
        number(u"SELECT count(*) FROM conversation WHERE cost_pico <> (SELECT "
               u"coalesce(sum(amount_pico), 0) "
               "FROM charge WHERE charge.workspace_id = conversation.workspace_id AND "
               "charge.conversation_id = conversation.id)"_s);
    if (!charges || !hours || !sums)
        return (!charges ? charges : !hours ? hours : sums).error();
    const bool mended = repair && *hours > 0 && rebuildHours();
    findings.append(
        {u"ledger: %1 charges, %2 hours do not sum to theirs"_s.arg(*charges).arg(*hours),
         *hours > 0, mended});
    findings.append({u"conversations: %1 do not sum to their charges"_s.arg(*sums), *sums > 0});
    return {};
}

Result<void> Database::rebuildHours()
{
    return write([&] {
        return m_connection.execute(
            {u"DELETE FROM charge_hour"_s,
             u"INSERT INTO charge_hour SELECT workspace_id, at_ms - at_ms % 3600000, user_id, "
             u"provider, "
             "model, strategy, kind, count(*), sum(prompt), sum(cached_read), sum(cache_write), "
             "sum(completion), sum(reasoning), coalesce(sum(amount_pico), 0), "
             "sum(amount_pico IS NULL), sum(basis = 'estimated') FROM charge "
             "GROUP BY 1, 2, 3, 4, 5, 6, 7"_s});
    });
}

Result<void> Database::backup(const QString &path)
{
    const QString fresh = path + u".new"_s;
    QFile::remove(fresh);
    if (const auto copied = m_connection.run(u"VACUUM INTO ?"_s, {fresh}); !copied)
        return copied.error();
    Database copy(m_clock);
    Connection &opened = copy.m_connection;
    if (const auto open = opened.open(fresh, true); !open)
        return open;
    const auto check = opened.run(u"PRAGMA integrity_check"_s);
    if (!check || !(*check)->next() || (*check)->value(0).toString() != "ok"_L1)
        return Error{Error::Kind::StoreDamaged, u"the copy is not whole"_s, fresh};
    (*check)->finish();
    QFile::remove(path);
    if (!QFile::rename(fresh, path))
        return Error{Error::Kind::FileAccess, u"the copy cannot be put in place"_s, path};
    return {};
}

} // namespace Core
