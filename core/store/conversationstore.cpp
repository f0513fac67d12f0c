#include "core/store/conversationstore.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/examination.h"
#include "core/store/storefile.h"
#include "core/store/storeworker.h"

#include <QPromise>
#include <QTimer>

#include <atomic>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int journalIntervalMs = 250;

/// A thread and its connection. `database` is touched by jobs of that thread only.
struct Lane
{
    ~Lane()
    {
        worker.post([this] { database.reset(); }); // a connection closes where it was opened
    }

    std::unique_ptr<Database> database;
    StoreWorker worker;
};

template <typename T>
using Job = std::function<Result<T>(Database &)>;

} // namespace

class ConversationStore::Private
{
public:
    Private(ConversationStore *store, const Clock &clock);
    ~Private();

    QFuture<Result<StoreInfo>> open(const QString &location);

    /// On the writing connection, in order.
    template <typename T>
    QFuture<Result<T>> write(Job<T> job);
    /// On a reading connection, after every write asked so far.
    template <typename T>
    QFuture<Result<T>> read(Job<T> job);
    /// As read(), but the result may arrive later than those asked after it.
    template <typename T>
    QFuture<Result<T>> report(Job<T> job);

    QFuture<Result<QList<StoreFinding>>> examine(bool repair);

    void journal(const QString &messageId, const QString &text);
    void endJournal(const QString &messageId) { m_journal.remove(messageId); }

private:
    template <typename T>
    QFuture<Result<T>> runWrite(std::function<Result<T>()> job);
    template <typename T>
    QFuture<Result<T>> runRead(Lane &lane, std::optional<qint64> ticket, Job<T> job);
    template <typename T>
    QFuture<Result<T>> run(StoreWorker &worker, std::optional<qint64> ticket,
                           std::function<Result<T>()> job);

    Result<StoreInfo> openFile(const QString &location);
    Result<Database *> readerOf(Lane &lane) const;
    void writeJournal();
    void keepUnwritten(const QHash<QString, QString> &texts);

    ConversationStore *m_store;
    const Clock &m_clock;
    QTimer m_journalTimer;
    QHash<QString, QString> m_journal; ///< not written yet, by message id

    qint64 m_writesAsked = 0;
    Milestone m_writesDone;
    Turnstile m_turnstile;
    std::atomic<bool> m_isEnding = false;

    // Made by open() in the writer's thread. Readers look only after that job is done.
    std::unique_ptr<StoreFile> m_file;

    // Destroyed from the last to the first: the writer closes when the readers have, because
    // the last connection to close empties the log.
    Lane m_writer;
    Lane m_reader;
    Lane m_reporter;
};

ConversationStore::Private::Private(ConversationStore *store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(journalIntervalMs);
    connect(&m_journalTimer, &QTimer::timeout, store, [this] { writeJournal(); });
}

ConversationStore::Private::~Private()
{
    writeJournal();
    m_isEnding = true;
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::run(StoreWorker &worker,
                                                   std::optional<qint64> ticket,
                                                   std::function<Result<T>()> job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    worker.post([this, promise, ticket, job = std::move(job)] {
        auto result = std::make_shared<Result<T>>(job());
        const auto deliver = [promise, result] {
            promise->addResult(std::move(*result));
            promise->finish();
        };
        ticket ? m_turnstile.pass(*ticket, deliver) : deliver();
    });
    return future;
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::runWrite(std::function<Result<T>()> job)
{
    const qint64 number = ++m_writesAsked;
    return run<T>(m_writer.worker, m_turnstile.ticket(), [this, number, job = std::move(job)] {
        Result<T> result = job();
        m_writesDone.reach(number);
        return result;
    });
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::write(Job<T> job)
{
    return runWrite<T>([this, job = std::move(job)]() -> Result<T> {
        if (!m_writer.database)
            return Error{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s};
        if (m_file->whyReadOnly())
            return *m_file->whyReadOnly();
        return job(*m_writer.database);
    });
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::runRead(Lane &lane, std::optional<qint64> ticket,
                                                       Job<T> job)
{
    return run<T>(lane.worker, ticket,
                  [this, &lane, after = m_writesAsked, job = std::move(job)]() -> Result<T> {
                      if (m_isEnding)
                          return Error{.kind = Error::Kind::Cancelled};
                      m_writesDone.waitFor(after);
                      const Result<Database *> database = readerOf(lane);
                      if (!database)
                          return database.error();
                      return job(**database);
                  });
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::read(Job<T> job)
{
    return runRead<T>(m_reader, m_turnstile.ticket(), std::move(job));
}

template <typename T>
QFuture<Result<T>> ConversationStore::Private::report(Job<T> job)
{
    return runRead<T>(m_reporter, std::nullopt, std::move(job));
}

Result<Database *> ConversationStore::Private::readerOf(Lane &lane) const
{
    if (!lane.database) {
        if (!m_file)
            return Error{.kind = Error::Kind::StoreFailed, .detail = u"no store is open"_s};
        Result<std::unique_ptr<Connection>> connection = m_file->openReader();
        if (!connection)
            return connection.error();
        lane.database = std::make_unique<Database>(*std::move(connection), m_clock);
    }
    return lane.database.get();
}

QFuture<Result<StoreInfo>> ConversationStore::Private::open(const QString &location)
{
    return runWrite<StoreInfo>([this, location] { return openFile(location); });
}

Result<StoreInfo> ConversationStore::Private::openFile(const QString &location)
{
    if (m_file)
        return Error{.kind = Error::Kind::Internal, .detail = u"a store is open already"_s};
    if (location.contains("://"_L1))
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"only files can be opened as a store"_s,
                     .where = location};
    auto file = std::make_unique<StoreFile>(location, m_clock);
    Result<std::unique_ptr<Connection>> connection = file->open();
    if (!connection)
        return connection.error();
    auto database = std::make_unique<Database>(*std::move(connection), m_clock);
    if (!file->whyReadOnly()) {
        if (const Result<void> recovered = database->recover(); !recovered)
            return recovered.error();
    }
    Result<StoreInfo> info = database->info();
    if (!info)
        return info;
    StoreInfo known = *info;
    known.location = file->path();
    known.readOnly = file->whyReadOnly().has_value();
    known.whyReadOnly = file->whyReadOnly();
    m_writer.database = std::move(database);
    m_file = std::move(file);
    return known;
}

QFuture<Result<QList<StoreFinding>>> ConversationStore::Private::examine(bool repair)
{
    const auto look = [repair](Database &database) { return Core::examine(database, repair); };
    return repair ? write<QList<StoreFinding>>(look) : report<QList<StoreFinding>>(look);
}

void ConversationStore::Private::journal(const QString &messageId, const QString &text)
{
    m_journal.insert(messageId, text);
    if (!m_journalTimer.isActive())
        m_journalTimer.start();
}

void ConversationStore::Private::writeJournal()
{
    if (m_journal.isEmpty())
        return;
    const QHash<QString, QString> texts = std::exchange(m_journal, {});
    const auto written =
        write<void>([texts](Database &database) { return database.journal(texts); });
    whenDone(written, m_store, [this, texts](const Result<void> &done) {
        if (!done)
            keepUnwritten(texts);
    });
}

void ConversationStore::Private::keepUnwritten(const QHash<QString, QString> &texts)
{
    qCWarning(logStore) << "The journal could not be written; it is tried again.";
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!m_journal.contains(text.key())) // a longer text has come meanwhile
            m_journal.insert(text.key(), text.value());
    }
    if (!m_journalTimer.isActive())
        m_journalTimer.start();
}

ConversationStore::ConversationStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock))
{
}

ConversationStore::~ConversationStore() = default;

QFuture<Result<StoreInfo>> ConversationStore::open(const QString &location)
{
    return d->open(location);
}

QFuture<Result<ConversationPage>>
ConversationStore::conversations(const ConversationFilter &filter,
                                 const std::optional<ConversationKey> &after, int limit)
{
    return d->read<ConversationPage>(
        [=](Database &database) { return database.conversations().page(filter, after, limit); });
}

QFuture<Result<Conversation>> ConversationStore::conversation(const QString &id)
{
    return d->read<Conversation>(
        [id](Database &database) { return database.conversations().get(id); });
}

QFuture<Result<Conversation>> ConversationStore::createConversation(const Conversation &draft)
{
    return d->write<Conversation>(
        [draft](Database &database) { return database.createConversation(draft); });
}

QFuture<Result<Conversation>>
ConversationStore::changeConversation(const QString &id, const ConversationChange &change)
{
    return d->write<Conversation>(
        [id, change](Database &database) { return database.changeConversation(id, change); });
}

QFuture<Result<void>> ConversationStore::eraseConversation(const QString &id)
{
    return d->write<void>([id](Database &database) { return database.eraseConversation(id); });
}

QFuture<Result<Thread>> ConversationStore::thread(const QString &conversationId)
{
    return d->read<Thread>(
        [conversationId](Database &database) { return database.thread(conversationId); });
}

QFuture<Result<Thread>> ConversationStore::tail(const QString &conversationId, int limit)
{
    return d->read<Thread>([conversationId, limit](Database &database) {
        return database.tail(conversationId, limit);
    });
}

QFuture<Result<Thread>> ConversationStore::addMessage(const Message &message)
{
    return d->write<Thread>([message](Database &database) { return database.addMessage(message); });
}

QFuture<Result<Thread>> ConversationStore::appendMessage(const Message &message)
{
    return d->write<Thread>(
        [message](Database &database) { return database.appendMessage(message); });
}

QFuture<Result<QList<SearchHit>>> ConversationStore::search(const QString &words,
                                                            const ConversationFilter &filter,
                                                            int limit,
                                                            const std::optional<SearchKey> &after)
{
    return d->report<QList<SearchHit>>(
        [=](Database &database) { return database.search(words, filter, limit, after); });
}

QFuture<Result<void>> ConversationStore::beginAnswer(const Message &answer, const Attempt &attempt)
{
    return d->write<void>(
        [answer, attempt](Database &database) { return database.beginAnswer(answer, attempt); });
}

void ConversationStore::journal(const QString &messageId, const QString &textSoFar)
{
    d->journal(messageId, textSoFar);
}

QFuture<Result<StoredAnswer>> ConversationStore::finishAnswer(const Message &answer,
                                                              const Attempt &attempt,
                                                              const std::optional<Charge> &charge)
{
    d->endJournal(answer.id);
    return d->write<StoredAnswer>(
        [=](Database &database) { return database.finishAnswer(answer, attempt, charge); });
}

QFuture<Result<void>> ConversationStore::addCharge(const Charge &charge, const Attempt &attempt)
{
    return d->write<void>(
        [charge, attempt](Database &database) { return database.addCharge(charge, attempt); });
}

QFuture<Result<QList<Attempt>>> ConversationStore::attempts(const QString &conversationId,
                                                            Bodies bodies)
{
    return d->report<QList<Attempt>>([conversationId, bodies](Database &database) {
        return database.attempts().ofConversation(conversationId, bodies);
    });
}

QFuture<Result<std::optional<Attempt>>> ConversationStore::attemptOf(const QString &messageId,
                                                                     Bodies bodies)
{
    return d->read<std::optional<Attempt>>([messageId, bodies](Database &database) {
        return database.attempts().newestOf(messageId, bodies);
    });
}

QFuture<Result<QList<Summary>>> ConversationStore::summaries(const QString &conversationId)
{
    return d->read<QList<Summary>>([conversationId](Database &database) {
        return database.notes().summaries(conversationId);
    });
}

QFuture<Result<Summary>> ConversationStore::saveSummary(const Summary &summary)
{
    return d->write<Summary>(
        [summary](Database &database) { return database.saveSummary(summary); });
}

QFuture<Result<HandMarks>> ConversationStore::handMarks(const QString &conversationId)
{
    return d->read<HandMarks>([conversationId](Database &database) {
        return database.notes().handMarks(conversationId);
    });
}

QFuture<Result<void>> ConversationStore::setHandMark(const QString &messageId, HandMark mark)
{
    return d->write<void>(
        [messageId, mark](Database &database) { return database.setHandMark(messageId, mark); });
}

QFuture<Result<QList<Charge>>> ConversationStore::charges(const QDateTime &from,
                                                          const QDateTime &to)
{
    return d->report<QList<Charge>>(
        [from, to](Database &database) { return database.ledger().between(from, to); });
}

QFuture<Result<QList<Charge>>> ConversationStore::chargesOf(const QString &conversationId)
{
    return d->report<QList<Charge>>([conversationId](Database &database) {
        return database.ledger().ofConversation(conversationId);
    });
}

QFuture<Result<std::optional<ChargeSpan>>> ConversationStore::chargeSpan(const QDateTime &from,
                                                                         const QDateTime &to)
{
    return d->report<std::optional<ChargeSpan>>(
        [from, to](Database &database) { return database.ledger().span(from, to); });
}

QFuture<Result<QList<ChargeSum>>> ConversationStore::chargeSums(const QList<qint64> &bounds,
                                                                SumBy by)
{
    return d->report<QList<ChargeSum>>(
        [bounds, by](Database &database) { return database.ledger().sums().between(bounds, by); });
}

QFuture<Result<QList<SpendState>>> ConversationStore::reserve(const Reservation &reservation,
                                                              const QList<SpendCheck> &checks)
{
    return d->write<QList<SpendState>>([reservation, checks](Database &database) {
        return database.reserve(reservation, checks);
    });
}

QFuture<Result<void>> ConversationStore::release(const QString &attemptId)
{
    return d->write<void>([attemptId](Database &database) {
        return database.write([&] { return database.reservations().remove(attemptId); });
    });
}

QFuture<Result<QList<SpendState>>> ConversationStore::spendStates(const QList<SpendCheck> &checks)
{
    return d->read<QList<SpendState>>(
        [checks](Database &database) { return database.reservations().states(checks); });
}

QFuture<Result<QList<ImportCount>>> ConversationStore::importBundles(const QList<Bundle> &bundles)
{
    return d->write<QList<ImportCount>>(
        [bundles](Database &database) { return database.importBundles(bundles); });
}

QFuture<Result<Bundle>> ConversationStore::bundle(const QString &conversationId)
{
    return d->report<Bundle>(
        [conversationId](Database &database) { return database.bundle(conversationId); });
}

QFuture<Result<QList<StoreFinding>>> ConversationStore::examine(bool repair)
{
    return d->examine(repair);
}

QFuture<Result<void>> ConversationStore::backup(const QString &path)
{
    return d->report<void>([path](Database &database) { return backUp(database, path); });
}

QFuture<Result<QList<ReplyTemplate>>> ConversationStore::templates()
{
    return d->read<QList<ReplyTemplate>>(
        [](Database &database) { return database.notes().templates(); });
}

QFuture<Result<void>> ConversationStore::saveTemplate(const ReplyTemplate &reply)
{
    return d->write<void>([reply](Database &database) {
        return database.write([&] { return database.notes().saveTemplate(reply); });
    });
}

QFuture<Result<void>> ConversationStore::removeTemplate(const QString &id)
{
    return d->write<void>([id](Database &database) {
        return database.write([&] { return database.notes().removeTemplate(id); });
    });
}

QFuture<Result<QString>> ConversationStore::value(const QString &name)
{
    return d->read<QString>([name](Database &database) { return database.notes().value(name); });
}

QFuture<Result<void>> ConversationStore::setValue(const QString &name, const QString &json)
{
    return d->write<void>([name, json](Database &database) {
        return database.write([&] { return database.notes().setValue(name, json); });
    });
}

} // namespace Core
