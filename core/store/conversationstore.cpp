#include "core/store/conversationstore.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/store/engine.h"
#include "core/store/examination.h"
#include "core/store/storelanes.h"
#include "core/store/storelistener.h"

#include <QTimer>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int journalIntervalMs = 250;

} // namespace

class ConversationStore::Private
{
public:
    Private(ConversationStore *store, const Clock &clock);
    ~Private();

    void journal(const QString &messageId, const QString &text);
    void endJournal(const QString &messageId) { m_journal.remove(messageId); }

    void open(const QString &location) { m_location = location; }
    void listen();

    StoreLanes lanes;

private:
    void writeJournal();
    void keepUnwritten(const QHash<QString, QString> &texts);

    void startListening(int ownLease);

    ConversationStore *m_store;
    QString m_location;
    std::unique_ptr<StoreListener> m_listener;
    QTimer m_journalTimer;
    QHash<QString, QString> m_journal; ///< not written yet, by message id
};

ConversationStore::Private::Private(ConversationStore *store, const Clock &clock)
    : lanes(clock)
    , m_store(store)
{
    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(journalIntervalMs);
    connect(&m_journalTimer, &QTimer::timeout, store, [this] { writeJournal(); });
}

ConversationStore::Private::~Private()
{
    writeJournal();
}

void ConversationStore::Private::listen()
{
    if (!isServer(m_location) || m_listener)
        return;
    const auto lease = lanes.write<int>(
        [](Database &database) -> Result<int> { return database.connection().lease(); });
    whenDone(lease, m_store, [this](const Result<int> &own) {
        startListening(own ? *own : 0); // who may not write has no own changes
    });
}

void ConversationStore::Private::startListening(int ownLease)
{
    m_listener = std::make_unique<StoreListener>(m_location, ownLease);
    connect(m_listener.get(), &StoreListener::heard, m_store, &ConversationStore::changedByOthers);
    connect(m_listener.get(), &StoreListener::connected, m_store,
            &ConversationStore::changesMissed);
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
        lanes.write<void>([texts](Database &database) { return database.journal(texts); });
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
    d->open(location);
    return d->lanes.open(location);
}

void ConversationStore::listen()
{
    d->listen();
}

QFuture<Result<StoreInfo>> ConversationStore::info()
{
    return d->lanes.report<StoreInfo>([](Database &database) { return database.info(); });
}

QFuture<Result<ConversationPage>>
ConversationStore::conversations(const ConversationFilter &filter,
                                 const std::optional<ConversationKey> &after, int limit)
{
    return d->lanes.read<ConversationPage>(
        [=](Database &database) { return database.conversations().page(filter, after, limit); });
}

QFuture<Result<Conversation>> ConversationStore::conversation(const QString &id)
{
    return d->lanes.read<Conversation>(
        [id](Database &database) { return database.conversations().get(id); });
}

QFuture<Result<QList<Conversation>>> ConversationStore::conversationsById(const QStringList &ids)
{
    return d->lanes.read<QList<Conversation>>(
        [ids](Database &database) { return database.conversations().among(ids); });
}

QFuture<Result<Conversation>> ConversationStore::createConversation(const Conversation &draft)
{
    return d->lanes.write<Conversation>(
        [draft](Database &database) { return database.createConversation(draft); });
}

QFuture<Result<Conversation>>
ConversationStore::changeConversation(const QString &id, const ConversationChange &change,
                                      const std::optional<Conversation> &seen)
{
    const auto before = seen ? std::optional(seenFields(change, *seen)) : std::nullopt;
    return d->lanes.write<Conversation>([id, change, before](Database &database) {
        return database.changeConversation(id, change, before);
    });
}

QFuture<Result<void>> ConversationStore::eraseConversation(const QString &id)
{
    return d->lanes.write<void>(
        [id](Database &database) { return database.eraseConversation(id); });
}

QFuture<Result<Thread>> ConversationStore::thread(const QString &conversationId)
{
    return d->lanes.read<Thread>(
        [conversationId](Database &database) { return database.thread(conversationId); });
}

QFuture<Result<Thread>> ConversationStore::tail(const QString &conversationId, int limit)
{
    return d->lanes.read<Thread>([conversationId, limit](Database &database) {
        return database.tail(conversationId, limit);
    });
}

QFuture<Result<Thread>> ConversationStore::addMessage(const Message &message)
{
    return d->lanes.write<Thread>(
        [message](Database &database) { return database.addMessage(message); });
}

QFuture<Result<Thread>> ConversationStore::appendMessage(const Message &message)
{
    return d->lanes.write<Thread>(
        [message](Database &database) { return database.appendMessage(message); });
}

QFuture<Result<QList<SearchHit>>> ConversationStore::search(const QString &words,
                                                            const ConversationFilter &filter,
                                                            int limit,
                                                            const std::optional<SearchKey> &after)
{
    return d->lanes.report<QList<SearchHit>>(
        [=](Database &database) { return database.search(words, filter, limit, after); });
}

QFuture<Result<void>> ConversationStore::beginAnswer(const Message &answer, const Attempt &attempt)
{
    return d->lanes.write<void>(
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
    return d->lanes.write<StoredAnswer>(
        [=](Database &database) { return database.finishAnswer(answer, attempt, charge); });
}

QFuture<Result<void>> ConversationStore::addCharge(const Charge &charge, const Attempt &attempt)
{
    return d->lanes.write<void>(
        [charge, attempt](Database &database) { return database.addCharge(charge, attempt); });
}

QFuture<Result<QList<Attempt>>> ConversationStore::attempts(const QString &conversationId,
                                                            Bodies bodies)
{
    return d->lanes.report<QList<Attempt>>([conversationId, bodies](Database &database) {
        return database.attempts().ofConversation(conversationId, bodies);
    });
}

QFuture<Result<std::optional<Attempt>>> ConversationStore::attemptOf(const QString &messageId,
                                                                     Bodies bodies)
{
    return d->lanes.read<std::optional<Attempt>>([messageId, bodies](Database &database) {
        return database.attempts().newestOf(messageId, bodies);
    });
}

QFuture<Result<QList<Summary>>> ConversationStore::summaries(const QString &conversationId)
{
    return d->lanes.read<QList<Summary>>([conversationId](Database &database) {
        return database.notes().summaries(conversationId);
    });
}

QFuture<Result<Summary>> ConversationStore::saveSummary(const Summary &summary)
{
    return d->lanes.write<Summary>(
        [summary](Database &database) { return database.saveSummary(summary); });
}

QFuture<Result<HandMarks>> ConversationStore::handMarks(const QString &conversationId)
{
    return d->lanes.read<HandMarks>([conversationId](Database &database) {
        return database.notes().handMarks(conversationId);
    });
}

QFuture<Result<void>> ConversationStore::setHandMark(const QString &messageId, HandMark mark)
{
    return d->lanes.write<void>(
        [messageId, mark](Database &database) { return database.setHandMark(messageId, mark); });
}

QFuture<Result<QList<Charge>>> ConversationStore::charges(const QDateTime &from,
                                                          const QDateTime &to)
{
    return d->lanes.report<QList<Charge>>(
        [from, to](Database &database) { return database.ledger().between(from, to); });
}

QFuture<Result<QList<Charge>>> ConversationStore::chargesOf(const QString &conversationId)
{
    return d->lanes.report<QList<Charge>>([conversationId](Database &database) {
        return database.ledger().ofConversation(conversationId);
    });
}

QFuture<Result<std::optional<ChargeSpan>>> ConversationStore::chargeSpan(const QDateTime &from,
                                                                         const QDateTime &to)
{
    return d->lanes.report<std::optional<ChargeSpan>>(
        [from, to](Database &database) { return database.ledger().span(from, to); });
}

QFuture<Result<QList<ChargeSum>>> ConversationStore::chargeSums(const QList<qint64> &bounds,
                                                                SumBy by)
{
    return d->lanes.report<QList<ChargeSum>>(
        [bounds, by](Database &database) { return database.ledger().sums().between(bounds, by); });
}

QFuture<Result<QList<HourSum>>> ConversationStore::hourSums(const QDateTime &from,
                                                            const QDateTime &to)
{
    return d->lanes.report<QList<HourSum>>([from, to](Database &database) {
        return database.ledger().sums().byHour(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch());
    });
}

QFuture<Result<HistoryDoor>> ConversationStore::history()
{
    return d->lanes.historyDoor();
}

QFuture<Result<QList<SpendState>>> ConversationStore::reserve(const Reservation &reservation,
                                                              const QList<SpendCheck> &checks)
{
    return d->lanes.write<QList<SpendState>>([reservation, checks](Database &database) {
        return database.reserve(reservation, checks);
    });
}

QFuture<Result<void>> ConversationStore::release(const QString &attemptId)
{
    return d->lanes.write<void>([attemptId](Database &database) {
        return database.write([&] { return database.reservations().remove(attemptId); });
    });
}

QFuture<Result<QList<SpendState>>> ConversationStore::spendStates(const QList<SpendCheck> &checks)
{
    return d->lanes.read<QList<SpendState>>(
        [checks](Database &database) { return database.reservations().states(checks); });
}

QFuture<Result<QList<ImportCount>>> ConversationStore::importBundles(const QList<Bundle> &bundles)
{
    return d->lanes.write<QList<ImportCount>>(
        [bundles](Database &database) { return database.importBundles(bundles); });
}

QFuture<Result<Bundle>> ConversationStore::bundle(const QString &conversationId)
{
    return d->lanes.report<Bundle>(
        [conversationId](Database &database) { return database.bundle(conversationId); });
}

QFuture<Result<QList<StoreFinding>>> ConversationStore::examine(bool repair)
{
    const auto look = [repair](Database &database) { return Core::examine(database, repair); };
    return repair ? d->lanes.write<QList<StoreFinding>>(look)
                  : d->lanes.report<QList<StoreFinding>>(look);
}

QFuture<Result<void>> ConversationStore::backup(const QString &path)
{
    return d->lanes.report<void>([path](Database &database) { return backUp(database, path); });
}

QFuture<Result<QList<ReplyTemplate>>> ConversationStore::templates()
{
    return d->lanes.read<QList<ReplyTemplate>>(
        [](Database &database) { return database.notes().templates(); });
}

QFuture<Result<void>> ConversationStore::saveTemplate(const ReplyTemplate &reply)
{
    return d->lanes.write<void>([reply](Database &database) {
        return database.write([&] { return database.notes().saveTemplate(reply); });
    });
}

QFuture<Result<void>> ConversationStore::removeTemplate(const QString &id)
{
    return d->lanes.write<void>([id](Database &database) {
        return database.write([&] { return database.notes().removeTemplate(id); });
    });
}

QFuture<Result<QString>> ConversationStore::value(const QString &name)
{
    return d->lanes.read<QString>(
        [name](Database &database) { return database.notes().value(name); });
}

QFuture<Result<void>> ConversationStore::setValue(const QString &name, const QString &json)
{
    return d->lanes.write<void>([name, json](Database &database) {
        return database.write([&] { return database.notes().setValue(name, json); });
    });
}

} // namespace Core
