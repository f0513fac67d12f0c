#include "core/store/lotimport.h"

#include "core/base/id.h"
#include "core/store/attempttable.h"
#include "core/store/bundlerows.h"
#include "core/store/conversationtable.h"
#include "core/store/engine.h"
#include "core/store/ledgersumcolumns.h"
#include "core/store/messagetable.h"
#include "core/store/notes.h"
#include "core/store/postgres.h"
#include "core/store/postgrescopy.h"
#include "core/store/postgreswords.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;
using Postgres::copyRows;
using Postgres::CopySink;

LotImport::LotImport(Connection &connection, Ledger &ledger, LedgerSums &sums, const QDateTime &now,
                     Into into)
    : m_connection(connection)
    , m_ledger(ledger)
    , m_sums(sums)
    , m_now(now)
    , m_into(into)
{
}

Result<QList<ImportCount>> LotImport::run(const QList<Bundle> &bundles)
{
    if (const Result<void> begun = begin(); !begun)
        return begun.error();
    if (const Result<void> found = findKnown(bundles); !found)
        return found.error();
    QList<ImportCount> counts;
    counts.reserve(bundles.size());
    m_parts.reserve(bundles.size());
    for (const Bundle &bundle : bundles) {
        m_parts.append(partOf(bundle));
        counts.append({m_parts.constLast().isNew, int(m_parts.constLast().messages.size())});
    }
    using Step = Result<void> (LotImport::*)();
    for (const Step step : {&LotImport::writeConversations, &LotImport::writeMessages,
                            &LotImport::writeAttempts, &LotImport::writeCharges,
                            &LotImport::writeNotes, &LotImport::changeOld, &LotImport::writeSums}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done.error();
    }
    return counts;
}

Result<void> LotImport::begin()
{
    // Plans that were made while the tables were small would be kept.
    if (const Result<void> done = m_connection.exec(u"DISCARD PLANS"_s); !done)
        return done;
    return m_connection.exec(
        u"SET LOCAL skein.loading = 'on'; SET LOCAL client_min_messages = warning"_s);
}

// --- what is there ---

Result<void> LotImport::find(const QString &sql, const QStringList &ids, Ids &known)
{
    return m_connection.read(sql, {workspaceId, u'{' + ids.join(u',') + u'}'},
                             [&](const Row &row) { known.insert(QUuid::fromString(row.text(0))); });
}

namespace {

void addId(QStringList &ids, const QString &id)
{
    if (const QUuid known = QUuid::fromString(id); !known.isNull())
        ids += known.toString(QUuid::WithoutBraces);
}

} // namespace

Result<void> LotImport::findKnown(const QList<Bundle> &bundles)
{
    QStringList conversations;
    QStringList messages;
    QStringList attempts;
    QStringList charges;
    QStringList charged;
    for (const Bundle &bundle : bundles) {
        addId(conversations, bundle.conversation.id);
        if (m_into == Into::Empty)
            continue;
        for (const Message &message : bundle.messages)
            addId(messages, message.id);
        for (const Attempt &attempt : bundle.attempts)
            addId(attempts, attempt.id);
        for (const Charge &charge : bundle.charges) {
            addId(charges, charge.id);
            addId(charged, charge.attemptId);
        }
    }
    const QString among = u"WHERE workspace_id = ? AND id = ANY (?::uuid[])"_s;
    Result<void> done =
        find(u"SELECT id FROM conversation "_s + among, conversations, m_conversations);
    if (m_into == Into::Empty)
        return done;
    if (done)
        done = find(u"SELECT id FROM message "_s + among, messages, m_messages);
    if (done)
        done = find(u"SELECT id FROM attempt "_s + among, attempts, m_attempts);
    if (done)
        done = find(u"SELECT id FROM charged "_s + among + u" AND what = 'charge'"_s, charges,
                    m_charges);
    if (done)
        done = find(u"SELECT id FROM charged "_s + among + u" AND what = 'attempt'"_s, charged,
                    m_charged);
    return done;
}

namespace {

/// Whether it was not known. What is no id is never known: writing it fails.
bool insertNew(QSet<QUuid> &known, const QString &text)
{
    const QUuid id = QUuid::fromString(text);
    const qsizetype before = known.size();
    if (!id.isNull())
        known.insert(id);
    return id.isNull() || known.size() > before;
}

} // namespace

/// In an empty store keys say at the end what was there twice.
bool LotImport::isNew(Ids &known, const QString &id) const
{
    return m_into == Into::Empty || insertNew(known, id);
}

LotImport::Part LotImport::partOf(const Bundle &given)
{
    Part part{.given = &given};
    Bundle bundle = given;
    if (bundle.conversation.id.isEmpty())
        bundle.conversation.id = newId();
    const QList<Message> messages = messagesToStore(bundle);
    part.isNew = insertNew(m_conversations, bundle.conversation.id);
    if (part.isNew)
        part.row = conversationToStore(bundle, messages, m_now);
    else
        part.row.id = bundle.conversation.id;
    if (!part.isNew && m_into == Into::Empty)
        return part;
    for (const Message &message : messages) {
        if (isNew(m_messages, message.id))
            part.messages.append(message);
    }
    for (Attempt attempt : std::as_const(bundle.attempts)) {
        attempt.conversationId = part.row.id;
        if (!attempt.at.isValid())
            attempt.at = m_now;
        if (attempt.state == Attempt::State::Sent)
            attempt.state = Attempt::State::Interrupted;
        if (isNew(m_attempts, attempt.id))
            part.attempts.append(attempt);
    }
    chooseCharges(bundle, part);
    part.row.messageCount = int(part.messages.size());
    return part;
}

void LotImport::chooseCharges(const Bundle &bundle, Part &part)
{
    for (const Charge &given : bundle.charges) {
        Charge charge = withinReason(given);
        charge.conversationId = part.row.id;
        if (charge.id.isEmpty())
            charge.id = newId();
        if (!charge.at.isValid())
            charge.at = m_now;
        const bool isCharged =
            m_into == Into::Store && m_charged.contains(QUuid::fromString(charge.attemptId));
        if (isCharged || !isNew(m_charges, charge.id))
            continue;
        if (!charge.attemptId.isEmpty())
            (void)isNew(m_charged, charge.attemptId);
        part.row.cost += charge.amount.value_or(Money{});
        part.row.unpricedRequests += charge.amount ? 0 : 1;
        part.charges.append(charge);
    }
}

// --- what is new ---

Result<void> LotImport::writeConversations()
{
    const Result<void> done = copyRows(m_connection, u"conversation"_s,
                                       ConversationTable::rowColumns(), [this](CopySink &rows) {
                                           for (const Part &part : std::as_const(m_parts)) {
                                               if (part.isNew)
                                                   rows.add(ConversationTable::rowOf(part.row));
                                           }
                                       });
    if (!done)
        return done;
    return copyRows(m_connection, u"conversation_tag"_s, u"workspace_id, conversation_id, tag"_s,
                    [this](CopySink &rows) {
                        for (const Part &part : std::as_const(m_parts)) {
                            const QStringList &tags = part.row.tags;
                            const QSet<QString> once(tags.begin(), tags.end());
                            for (const QString &tag : once)
                                rows.add({workspaceId, storedId(part.row.id), stored(tag)});
                        }
                    });
}

Result<void> LotImport::writeMessages()
{
    const qsizetype text = MessageTable::rowColumns().split(u", "_s).indexOf(u"content"_s);
    bool isWhole = true;
    const Result<void> done =
        copyRows(m_connection, u"message"_s, MessageTable::rowColumns() + u", lease, search"_s,
                 [&](CopySink &rows) {
                     for (const Part &part : std::as_const(m_parts)) {
                         for (const Message &message : part.messages) {
                             QVariantList row = MessageTable::rowOf(message);
                             const auto words = Postgres::searchedWords(row[text].toString());
                             isWhole = isWhole && words;
                             row << 0 << (words ? QVariant(*words) : QVariant());
                             rows.add(row);
                         }
                     }
                 });
    // In a store with rows a trigger makes them.
    return !done || isWhole || m_into == Into::Store ? done : Postgres::searchLater(m_connection);
}

Result<void> LotImport::writeAttempts()
{
    return copyRows(m_connection, u"attempt"_s, AttemptTable::rowColumns() + u", lease"_s,
                    [this](CopySink &rows) {
                        for (const Part &part : std::as_const(m_parts)) {
                            for (const Attempt &attempt : part.attempts)
                                rows.add(AttemptTable::rowOf(attempt) << 0);
                        }
                    });
}

Result<void> LotImport::writeCharges()
{
    QList<QVariantList> rows;
    for (const Part &part : std::as_const(m_parts)) {
        for (const Charge &charge : part.charges) {
            const Result<QVariantList> row = m_ledger.link(charge);
            if (!row)
                return row.error();
            m_sums.count(charge);
            rows.append(*row);
        }
    }
    if (rows.isEmpty())
        return {};
    const Result<void> done =
        copyRows(m_connection, u"charged"_s, u"workspace_id, what, id"_s, [this](CopySink &keys) {
            for (const Part &part : std::as_const(m_parts)) {
                for (const Charge &charge : part.charges) {
                    keys.add({workspaceId, u"charge"_s, storedId(charge.id)});
                    if (!charge.attemptId.isEmpty())
                        keys.add({workspaceId, u"attempt"_s, storedId(charge.attemptId)});
                }
            }
        });
    if (!done)
        return done;
    return copyRows(m_connection, u"charge"_s, Ledger::rowColumns(), [&](CopySink &charges) {
        for (const QVariantList &row : std::as_const(rows))
            charges.add(row);
    });
}

namespace {

Result<void> copied(Connection &connection, const QString &name, const QString &columns,
                    const QList<QVariantList> &rows)
{
    return copyRows(connection, name, columns, [&](CopySink &sums) {
        for (const QVariantList &row : rows)
            sums.add(row);
    });
}

/// By way of a table of this connection's own, since COPY knows no conflict.
Result<void> added(Connection &connection, const QString &name, const SumTable &table,
                   const QList<QVariantList> &rows)
{
    const QString lot = u"lot_"_s + name;
    Result<void> done = connection.exec(
        u"CREATE TEMPORARY TABLE IF NOT EXISTS %1 (LIKE skein.%2) ON COMMIT DELETE ROWS"_s.arg(
            lot, name));
    if (done)
        done = copied(connection, lot, table.columns, rows);
    if (!done)
        return done;
    return connection.exec(u"INSERT INTO %1 (%2) SELECT %2 FROM %3 %4"_s.arg(
        name, table.columns, lot, table.onConflict));
}

} // namespace

Result<void> LotImport::writeSums()
{
    // A conversation is in one lot, and an hour in many: the hours wait for all of them.
    return m_into == Into::Empty ? copySums({.steps = m_sums.takeConversations()}) : addSums();
}

Result<void> LotImport::addSums()
{
    const LedgerSums::Rows rows = m_sums.take();
    if (rows.hours.isEmpty())
        return {};
    // As the trigger does, for as short as can be: these rows are everybody's.
    const Result<void> locked =
        m_connection.exec(u"SELECT pg_advisory_xact_lock(1936420207, %1)"_s.arg(workspaceId));
    if (!locked)
        return locked;
    if (const Result<void> done = added(m_connection, u"hour_sum"_s, hourSumTable(), rows.hours);
        !done)
        return done;
    return added(m_connection, u"charge_sum"_s, chargeSumTable(), rows.steps);
}

Result<void> LotImport::copySums(const LedgerSums::Rows &rows)
{
    const Result<void> done =
        copied(m_connection, u"hour_sum"_s, hourSumTable().columns, rows.hours);
    return done ? copied(m_connection, u"charge_sum"_s, chargeSumTable().columns, rows.steps)
                : done;
}

Result<void> LotImport::end()
{
    return copySums(m_sums.take());
}

Result<void> LotImport::writeNotes()
{
    Notes notes(m_connection);
    for (const Part &part : std::as_const(m_parts)) {
        if (const Result<void> done = notes.insertAll(part.row.id, *part.given, m_now); !done)
            return done;
    }
    return {};
}

/// Conversations that were there and have grown.
Result<void> LotImport::changeOld()
{
    ConversationTable conversations(m_connection);
    for (const Part &part : std::as_const(m_parts)) {
        if (part.isNew)
            continue;
        const Result<void> counted =
            conversations.changeRow(part.row.id, {.messagesAdded = int(part.messages.size())});
        if (!counted)
            return counted;
        if (part.row.cost == Money{} && part.row.unpricedRequests == 0)
            continue;
        const Result<void> added =
            conversations.addCost(part.row.id, part.row.cost, part.row.unpricedRequests);
        if (!added)
            return added;
    }
    return {};
}

} // namespace Core
