#include "core/store/conversationstore.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/store/database.h"

#include <QThread>
#include <QTimer>

#include <utility>

namespace Core {

namespace {

constexpr int journalMs = 250;

} // namespace

/// The store's thread and the jobs that go to it.
class ConversationStore::Private
{
public:
    explicit Private(const Clock &source)
        : clock(source)
    {
        worker.moveToThread(&thread);
        thread.start();
    }

    ~Private()
    {
        QMetaObject::invokeMethod(
            &worker, [this] { database.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    template <typename T>
    QFuture<Result<T>> run(std::function<Result<T>(Database &)> job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(&worker, [this, promise, job = std::move(job)] {
            promise->addResult(database ? job(*database)
                                        : Result<T>(Error{Error::Kind::StoreFailed,
                                                          QStringLiteral("no store is open")}));
            promise->finish();
        });
        return promise->future();
    }

    const Clock &clock;
    QThread thread;
    QObject worker; // lives in the thread; jobs run in its event loop, in order
    std::unique_ptr<Database> database; // only touched by the thread
    QHash<QString, QString> journal;
    QTimer journalTimer;
};

ConversationStore::ConversationStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
    d->journalTimer.setSingleShot(true);
    d->journalTimer.setInterval(journalMs);
    connect(&d->journalTimer, &QTimer::timeout, this, [this] {
        const auto texts = std::exchange(d->journal, {});
        const auto written = d->run<void>([texts](Database &db) { return db.writeJournal(texts); });
        whenDone(written, this, [](const Result<void> &done) {
            if (!done)
                qCWarning(logStore) << "journal:" << done.error().detail;
        });
    });
}

ConversationStore::~ConversationStore() = default;

QFuture<Result<StoreInfo>> ConversationStore::open(const QString &location)
{
    auto promise = std::make_shared<QPromise<Result<StoreInfo>>>();
    promise->start();
    QMetaObject::invokeMethod(&d->worker, [this, promise, location] {
        auto database = std::make_unique<Database>(d->clock);
        auto info = location.startsWith(QLatin1String("postgresql:")) ? Result<StoreInfo>(
                        Error{Error::Kind::StoreFailed,
                              QStringLiteral("this version keeps its store in a file"), location})
                                                                      : database->open(location);
        d->database = info ? std::move(database) : nullptr;
        promise->addResult(std::move(info));
        promise->finish();
    });
    return promise->future();
}

void ConversationStore::journal(const QString &messageId, const QString &textSoFar)
{
    d->journal.insert(messageId, textSoFar);
    if (!d->journalTimer.isActive())
        d->journalTimer.start();
}

QFuture<Result<StoredAnswer>> ConversationStore::finishAnswer(const Message &answer,
                                                              const Attempt &attempt,
                                                              const std::optional<Charge> &charge)
{
    d->journal.remove(answer.id);
    return d->run<StoredAnswer>(
        [=](Database &db) { return db.finishAnswer(answer, attempt, charge); });
}

QFuture<Result<ConversationPage>>
ConversationStore::conversations(const ConversationFilter &filter,
                                 const std::optional<ConversationKey> &after, int limit)
{
    return d->run<ConversationPage>(
        [=](Database &db) { return db.conversations(filter, after, limit); });
}

QFuture<Result<Conversation>> ConversationStore::conversation(const QString &id)
{
    return d->run<Conversation>([=](Database &db) { return db.conversation(id); });
}

QFuture<Result<Conversation>> ConversationStore::createConversation(const Conversation &draft)
{
    return d->run<Conversation>([=](Database &db) { return db.createConversation(draft); });
}

QFuture<Result<Conversation>>
ConversationStore::changeConversation(const QString &id, const ConversationChange &change)
{
    return d->run<Conversation>([=](Database &db) { return db.changeConversation(id, change); });
}

QFuture<Result<void>> ConversationStore::eraseConversation(const QString &id)
{
    return d->run<void>([=](Database &db) { return db.eraseConversation(id); });
}

QFuture<Result<Thread>> ConversationStore::thread(const QString &conversationId)
{
    return d->run<Thread>([=](Database &db) { return db.thread(conversationId); });
}

QFuture<Result<Thread>> ConversationStore::tail(const QString &conversationId, int limit)
{
    return d->run<Thread>([=](Database &db) { return db.tail(conversationId, limit); });
}

QFuture<Result<Thread>> ConversationStore::addMessage(const Message &message)
{
    return d->run<Thread>([=](Database &db) { return db.addMessage(message); });
}

QFuture<Result<QList<SearchHit>>>
ConversationStore::search(const QString &words, const ConversationFilter &filter, int limit)
{
    return d->run<QList<SearchHit>>([=](Database &db) { return db.search(words, filter, limit); });
}

QFuture<Result<void>> ConversationStore::beginAnswer(const Message &answer, const Attempt &attempt)
{
    return d->run<void>([=](Database &db) { return db.beginAnswer(answer, attempt); });
}

QFuture<Result<void>> ConversationStore::addCharge(const Charge &charge, const Attempt &attempt)
{
    return d->run<void>([=](Database &db) { return db.addCharge(charge, attempt); });
}

QFuture<Result<QList<Attempt>>> ConversationStore::attempts(const QString &conversationId,
                                                            Bodies bodies)
{
    return d->run<QList<Attempt>>(
        [=](Database &db) { return db.attempts(conversationId, bodies); });
}

QFuture<Result<std::optional<Attempt>>> ConversationStore::attemptOf(const QString &messageId,
                                                                     Bodies bodies)
{
    return d->run<std::optional<Attempt>>(
        [=](Database &db) { return db.attemptOf(messageId, bodies); });
}

QFuture<Result<QList<Summary>>> ConversationStore::summaries(const QString &conversationId)
{
    return d->run<QList<Summary>>([=](Database &db) { return db.summaries(conversationId); });
}

QFuture<Result<Summary>> ConversationStore::saveSummary(const Summary &summary)
{
    return d->run<Summary>([=](Database &db) { return db.saveSummary(summary); });
}

QFuture<Result<HandMarks>> ConversationStore::handMarks(const QString &conversationId)
{
    return d->run<HandMarks>([=](Database &db) { return db.handMarks(conversationId); });
}

QFuture<Result<void>> ConversationStore::setHandMark(const QString &messageId, HandMark mark)
{
    return d->run<void>([=](Database &db) { return db.setHandMark(messageId, mark); });
}

QFuture<Result<QList<Charge>>> ConversationStore::charges(const QDateTime &from,
                                                          const QDateTime &to)
{
    return d->run<QList<Charge>>([=](Database &db) { return db.charges(from, to); });
}

QFuture<Result<QList<Charge>>> ConversationStore::chargesOf(const QString &conversationId)
{
    return d->run<QList<Charge>>([=](Database &db) { return db.chargesOf(conversationId); });
}

QFuture<Result<QList<HourSum>>> ConversationStore::hourSums(const QDateTime &from,
                                                            const QDateTime &to)
{
    return d->run<QList<HourSum>>([=](Database &db) { return db.hourSums(from, to); });
}

QFuture<Result<QList<ImportCount>>> ConversationStore::importBundles(const QList<Bundle> &bundles)
{
    return d->run<QList<ImportCount>>([=](Database &db) { return db.importBundles(bundles); });
}

QFuture<Result<Bundle>> ConversationStore::bundle(const QString &conversationId)
{
    return d->run<Bundle>([=](Database &db) { return db.bundle(conversationId); });
}

QFuture<Result<QList<ReplyTemplate>>> ConversationStore::templates()
{
    return d->run<QList<ReplyTemplate>>([](Database &db) { return db.templates(); });
}

QFuture<Result<void>> ConversationStore::saveTemplate(const ReplyTemplate &reply)
{
    return d->run<void>([=](Database &db) { return db.saveTemplate(reply); });
}

QFuture<Result<void>> ConversationStore::removeTemplate(const QString &id)
{
    return d->run<void>([=](Database &db) { return db.removeTemplate(id); });
}

QFuture<Result<QString>> ConversationStore::value(const QString &name)
{
    return d->run<QString>([=](Database &db) { return db.value(name); });
}

QFuture<Result<void>> ConversationStore::setValue(const QString &name, const QString &json)
{
    return d->run<void>([=](Database &db) { return db.setValue(name, json); });
}

QFuture<Result<QList<StoreFinding>>> ConversationStore::examine(bool repair)
{
    return d->run<QList<StoreFinding>>([=](Database &db) { return db.examine(repair); });
}

QFuture<Result<void>> ConversationStore::backup(const QString &path)
{
    return d->run<void>([=](Database &db) { return db.backup(path); });
}
} // namespace Core
