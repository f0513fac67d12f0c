#include "core/store/database.h"

#include "core/store/bundlerows.h"
#include "core/store/engine.h"
#include "core/store/lotimport.h"

#include <QMap>
#include <QThreadPool>
#include <QtConcurrent>

#include <numeric>

// Whole conversations in and out.

namespace Core {

namespace {

constexpr qsizetype partSize = 250; // conversations that are made ready while others are written
constexpr qsizetype bulkSize = 2000; // that a server takes at once
constexpr qsizetype loadSize = 500; // the same where no transaction ends with them
constexpr qsizetype mostUnindexed = 40'000; // messages; their texts wait in memory

/// Before anything is written, since a server locks more for making room than for writing.
Result<void> makeRoomFor(Connection &connection, const QList<Bundle> &bundles)
{
    QMap<std::pair<int, int>, QDateTime> months;
    const auto note = [&months](const QDateTime &time) {
        const QDate date = time.toUTC().date();
        if (time.isValid())
            months.insert({date.year(), date.month()}, time);
    };
    for (const Bundle &bundle : bundles) {
        for (const Message &message : bundle.messages)
            note(message.createdAt);
        for (const Charge &charge : bundle.charges)
            note(charge.at);
    }
    for (const QDateTime &time : std::as_const(months)) {
        if (const Result<void> made = connection.engine().makeRoom(connection, time); !made)
            return made;
    }
    return {};
}

/// The numbers below `count`, in their order, so many at a time.
QList<QList<qsizetype>> partsOf(qsizetype count, qsizetype size)
{
    QList<QList<qsizetype>> parts;
    for (qsizetype begin = 0; begin < count; begin += size) {
        QList<qsizetype> part(std::min(size, count - begin));
        std::iota(part.begin(), part.end(), begin);
        parts.append(part);
    }
    return parts;
}

/// While `take` has a part, the next one is made by `make` on other threads.
template <typename Make, typename Take>
Result<void> inParts(const QList<QList<qsizetype>> &parts, const Make &make, const Take &take)
{
    using Made = QFuture<std::invoke_result_t<Make, qsizetype>>;
    const auto begun = [&](qsizetype part) {
        return part < parts.size() ? Made(QtConcurrent::mapped(parts[part], make)) : Made();
    };
    Made next = begun(0);
    for (qsizetype part = 0; part < parts.size(); ++part) {
        Made now = std::exchange(next, begun(part + 1));
        const Result<void> done = take(now, parts[part].size());
        if (done) { // to free as many takes a while, too
            QThreadPool::globalInstance()->start([used = std::move(now)] {});
            continue;
        }
        for (Made each : {now, next}) {
            each.cancel();
            each.waitForFinished(); // it looks at what is here
        }
        return done;
    }
    return {};
}

} // namespace

LotImport Database::lotImport()
{
    return {*m_connection, m_ledger, m_load ? *m_load : m_ledger.sums(), m_clock.now(),
            m_load ? LotImport::Into::Empty : LotImport::Into::Store};
}

Result<bool> Database::beginLoad()
{
    const Result<bool> takesLots = m_connection->engine().takesLots(*m_connection);
    if (!takesLots || !*takesLots)
        return takesLots;
    if (const Result<void> held = m_connection->hold(); !held)
        return held.error();
    const Result<bool> begun = m_connection->engine().beginLoad(*m_connection);
    if (begun && *begun)
        m_load.emplace(*m_connection);
    else
        m_connection->giveUp();
    // Somebody is at work in it: then it is not empty for long.
    return !begun && begun.error().kind == Error::Kind::StoreBusy ? Result<bool>(false) : begun;
}

Result<void> Database::endLoad()
{
    if (!m_load)
        return Error{.kind = Error::Kind::Internal, .detail = QStringLiteral("no load was begun")};
    Result<void> done = lotImport().end();
    if (done)
        done = m_connection->engine().endLoad(*m_connection);
    m_load.reset();
    m_ledger.rolledBack();
    if (done)
        return m_connection->letGo();
    m_connection->giveUp();
    return done;
}

Result<QList<ImportCount>> Database::loadBundles(const QList<Bundle> &bundles)
{
    const Result<void> made = makeRoomFor(*m_connection, bundles);
    Result<QList<ImportCount>> counts =
        made ? lotImport().run(bundles) : Result<QList<ImportCount>>(made.error());
    if (!counts) {
        m_load.reset();
        m_ledger.rolledBack();
        m_connection->giveUp();
    }
    return counts;
}

Result<QList<ImportCount>> Database::importBundles(const QList<Bundle> &bundles)
{
    if (m_load)
        return loadBundles(bundles);
    return write([&]() -> Result<QList<ImportCount>> {
        if (const Result<void> made = makeRoomFor(*m_connection, bundles); !made)
            return made.error();
        const Result<bool> inBulk = m_connection->engine().takesLots(*m_connection);
        if (!inBulk)
            return inBulk.error();
        if (*inBulk)
            return lotImport().run(bundles);
        return importRows(bundles.size(), [&bundles](qsizetype i) { return bundles[i]; });
    });
}

Result<QList<ImportCount>> Database::importBundles(qsizetype count, const MakeBundle &make)
{
    const Result<bool> inBulk = m_connection->engine().takesLots(*m_connection);
    if (!inBulk)
        return inBulk.error();
    if (!m_load && !*inBulk)
        return write([&] { return importRows(count, make); });
    QList<ImportCount> counts;
    counts.reserve(count);
    const Result<void> done = inParts(partsOf(count, m_load ? loadSize : bulkSize), make,
                                      [&](const QFuture<Bundle> &part, qsizetype) -> Result<void> {
                                          const Result<QList<ImportCount>> more =
                                              importBundles(part.results());
                                          if (!more)
                                              return more.error();
                                          counts += *more;
                                          return {};
                                      });
    return done ? Result<QList<ImportCount>>(counts) : done.error();
}

Result<QList<ImportCount>> Database::importRows(qsizetype count, const MakeBundle &make)
{
    const Engine &engine = m_connection->engine();
    if (const Result<void> set = engine.beginLot(*m_connection, count); !set)
        return set.error();
    const Result<QList<ImportCount>> counts = importReady(count, make);
    const Result<void> reset = engine.endLot(*m_connection);
    return reset ? counts : reset.error();
}

Result<QList<ImportCount>> Database::importReady(qsizetype count, const MakeBundle &make)
{
    const auto ready = [&make, now = m_clock.now(), &engine = m_connection->engine()](qsizetype i) {
        return readyBundle(make(i), now, engine);
    };
    QList<ImportCount> counts;
    counts.reserve(count);
    const Result<void> done = inParts(partsOf(count, partSize), ready,
                                      [&](const QFuture<ReadyBundle> &part, qsizetype size) {
                                          return import(part, size, counts);
                                      });
    return done ? Result<QList<ImportCount>>(counts) : done.error();
}

Result<void> Database::import(const QFuture<ReadyBundle> &part, qsizetype size,
                              QList<ImportCount> &counts)
{
    for (int i = 0; i < size; ++i) {
        const Result<ImportCount> count = import(part.resultAt(i));
        if (!count)
            return count.error();
        counts.append(*count);
    }
    return m_messages.unindexedCount() < mostUnindexed ? Result<void>() : m_messages.indexNew();
}

Result<ImportCount> Database::import(const ReadyBundle &ready)
{
    const Bundle &bundle = ready.bundle;
    const QString &id = bundle.conversation.id;
    const QList<Message> &messages = ready.messages;

    const Result<bool> isNew = m_conversations.insertNew(bundle.conversation, ready.row);
    if (!isNew)
        return isNew.error();
    ImportCount count{.added = *isNew};
    const Result<int> added = importMessages(ready);
    if (!added)
        return added.error();
    count.messagesAdded = *added;

    // The row of a new conversation counts all of its messages already.
    const int uncounted = count.added ? *added - int(messages.size()) : *added;
    const Result<void> counted = uncounted == 0
        ? Result<void>()
        : m_conversations.changeRow(id, {.messagesAdded = uncounted});
    if (!counted)
        return counted.error();
    if (const Result<void> done = importLedger(ready); !done)
        return done.error();
    if (const Result<void> done = m_notes.insertAll(id, bundle, m_clock.now()); !done)
        return done.error();
    return count;
}

Result<int> Database::importMessages(const ReadyBundle &ready)
{
    int added = 0;
    for (const MessageTable::Ready &message : ready.messageRows) {
        const Result<std::optional<qint64>> sequence = m_messages.insertNew(message);
        if (!sequence)
            return sequence.error();
        added += *sequence ? 1 : 0;
    }
    return added;
}

Result<void> Database::importLedger(const ReadyBundle &ready)
{
    for (const ReadyRow &row : ready.attemptRows) {
        if (const Result<void> done = m_attempts.insertNew(row); !done)
            return done;
    }
    Money sum;
    int unpriced = 0;
    for (const Ledger::Ready &line : ready.charges) {
        const Result<bool> added = m_ledger.add(line);
        if (!added)
            return added.error();
        if (*added) {
            sum += line.charge.amount.value_or(Money{});
            unpriced += line.charge.amount ? 0 : 1;
        }
    }
    if (sum == Money{} && unpriced == 0)
        return {};
    return m_conversations.addCost(ready.bundle.conversation.id, sum, unpriced);
}

Result<Bundle> Database::bundle(const QString &conversationId, Worth worth)
{
    Result<Conversation> conversation = m_conversations.get(conversationId);
    if (!conversation)
        return conversation.error();
    Conversation row = *std::move(conversation);
    row.version = 0; // it belongs to this store
    Result<QList<Message>> messages = m_messages.all(conversationId);
    if (!messages)
        return messages.error();
    Result<QList<Attempt>> attempts = m_attempts.ofConversation(conversationId, Bodies::With);
    if (!attempts)
        return attempts.error();
    Result<QList<Charge>> charges = m_ledger.ofConversation(conversationId, worth);
    if (!charges)
        return charges.error();
    Result<QList<Summary>> summaries = m_notes.summaries(conversationId);
    if (!summaries)
        return summaries.error();
    Result<HandMarks> marks = m_notes.handMarks(conversationId);
    if (!marks)
        return marks.error();
    return Bundle{std::move(row),      *std::move(messages),  *std::move(attempts),
                  *std::move(charges), *std::move(summaries), *std::move(marks)};
}

} // namespace Core
