#include "core/store/conversationstore.h"

#include "core/store/conversationstoreprivate.h"
#include "core/store/engine.h"
#include "core/store/examination.h"

namespace Core {

namespace {

Deed deedOf(Deed::Kind kind, const Message &message, const QString &attemptId = {})
{
    return {.kind = kind,
            .conversationId = message.conversationId,
            .id = message.id,
            .attemptId = attemptId};
}

} // namespace

ConversationStore::ConversationStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
    connect(&d->watch, &StoreWatch::changedByOthers, this, &ConversationStore::changedByOthers);
    connect(&d->watch, &StoreWatch::changesMissed, this, &ConversationStore::changesMissed);
    connect(&d->watch, &StoreWatch::stateChanged, this, &ConversationStore::stateChanged);
    connect(&d->watch, &StoreWatch::refused, this, &ConversationStore::refused);
}

ConversationStore::~ConversationStore() = default;

QFuture<Result<StoreInfo>> ConversationStore::open(const QString &location,
                                                   const QString &standinFolder)
{
    d->location = location;
    return d->lanes.open(location, standinFolder,
                         [watch = &d->watch](const StoreState &state) { watch->take(state); });
}

void ConversationStore::listen()
{
    if (isServer(d->location))
        d->watch.start(d->location);
}

QFuture<Result<StoreInfo>> ConversationStore::info()
{
    return d->lanes.report<StoreInfo>([](Database &database) { return database.info(); });
}

QFuture<Result<qint64>> ConversationStore::messageCount()
{
    return d->lanes.report<qint64>([](Database &database) { return database.messageCount(); });
}

QFuture<Result<ConversationPage>>
ConversationStore::conversations(const ConversationFilter &filter,
                                 const std::optional<ConversationKey> &after, int limit)
{
    return d->lanes.read<ConversationPage>(
        [=](Database &database) { return database.conversations().page(filter, after, limit); },
        [](Standin &standin, const ConversationPage &page) { standin.keep(page.rows); });
}

QFuture<Result<Conversation>> ConversationStore::conversation(const QString &id)
{
    return d->lanes.read<Conversation>(
        [id](Database &database) { return database.conversations().get(id); },
        [](Standin &standin, const Conversation &row) { standin.keep(row); });
}

QFuture<Result<QList<Conversation>>> ConversationStore::conversationsById(const QStringList &ids)
{
    return d->lanes.read<QList<Conversation>>(
        [ids](Database &database) { return database.conversations().among(ids); },
        [ids](Standin &standin, const QList<Conversation> &rows) {
            standin.forgetAllBut(rows, ids);
            standin.keep(rows);
        });
}

QFuture<Result<Conversation>> ConversationStore::createConversation(const Conversation &draft)
{
    Conversation named = draft;
    nameOnce(named.id);
    return d->lanes.keep<Conversation>(
        Deed{.kind = Deed::Kind::Create, .conversationId = named.id},
        [named](Database &database) { return database.createConversation(named); });
}

QFuture<Result<Conversation>>
ConversationStore::changeConversation(const QString &id, const ConversationChange &change,
                                      const std::optional<Conversation> &seen)
{
    const auto before = seen ? std::optional(seenFields(change, *seen)) : std::nullopt;
    const Deed deed{
        .kind = Deed::Kind::Change, .conversationId = id, .change = change, .seen = before};
    return d->lanes.keep<Conversation>(deed, [id, change, before](Database &database) {
        return database.changeConversation(id, change, before);
    });
}

QFuture<Result<void>> ConversationStore::eraseConversation(const QString &id)
{
    return d->lanes.write<void>([id](Database &database) { return database.eraseConversation(id); },
                                true);
}

QFuture<Result<Thread>> ConversationStore::thread(const QString &conversationId)
{
    return d->lanes.read<Thread>(
        [conversationId](Database &database) { return database.thread(conversationId); },
        [](Standin &standin, const Thread &thread) { standin.keep(thread); });
}

QFuture<Result<Thread>> ConversationStore::tail(const QString &conversationId, int limit)
{
    return d->lanes.read<Thread>([conversationId, limit](Database &database) {
        return database.tail(conversationId, limit);
    });
}

QFuture<Result<Thread>> ConversationStore::addMessage(const Message &message)
{
    const Message named = d->named(message);
    return d->lanes.keep<Thread>(
        deedOf(Deed::Kind::AddMessage, named),
        [named](Database &database) { return database.addMessage(named); });
}

QFuture<Result<Thread>> ConversationStore::appendMessage(const Message &message)
{
    const Message named = d->named(message);
    return d->lanes.keep<Thread>(
        deedOf(Deed::Kind::AddMessage, named),
        [named](Database &database) { return database.appendMessage(named); });
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
    const Message named = d->named(answer);
    return d->lanes.keep<void>(
        deedOf(Deed::Kind::BeginAnswer, named, attempt.id),
        [named, attempt](Database &database) { return database.beginAnswer(named, attempt); });
}

void ConversationStore::journal(const QString &messageId, const QString &textSoFar)
{
    d->journal.add(messageId, textSoFar);
}

QFuture<Result<StoredAnswer>> ConversationStore::finishAnswer(const Message &answer,
                                                              const Attempt &attempt,
                                                              const std::optional<Charge> &charge)
{
    d->journal.end(answer.id);
    return d->lanes.keep<StoredAnswer>(
        deedOf(Deed::Kind::FinishAnswer, answer, attempt.id),
        [=](Database &database) { return database.finishAnswer(answer, attempt, charge); });
}

QFuture<Result<QList<Summary>>> ConversationStore::summaries(const QString &conversationId)
{
    return d->lanes.read<QList<Summary>>(
        [conversationId](Database &database) { return database.notes().summaries(conversationId); },
        [](Standin &standin, const QList<Summary> &summaries) { standin.keep(summaries); });
}

QFuture<Result<Summary>> ConversationStore::saveSummary(const Summary &summary)
{
    Summary named = summary;
    nameOnce(named.id);
    return d->lanes.keep<Summary>(
        Deed{.kind = Deed::Kind::Summary, .conversationId = named.conversationId, .id = named.id},
        [named](Database &database) { return database.saveSummary(named); });
}

QFuture<Result<HandMarks>> ConversationStore::handMarks(const QString &conversationId)
{
    return d->lanes.read<HandMarks>(
        [conversationId](Database &database) { return database.notes().handMarks(conversationId); },
        [conversationId](Standin &standin, const HandMarks &marks) {
            standin.keep(conversationId, marks);
        });
}

QFuture<Result<void>> ConversationStore::setHandMark(const QString &messageId, HandMark mark)
{
    return d->lanes.keep<void>(
        Deed{.kind = Deed::Kind::Mark, .id = messageId, .mark = mark},
        [messageId, mark](Database &database) { return database.setHandMark(messageId, mark); });
}

QFuture<Result<HistoryDoor>> ConversationStore::history()
{
    return d->lanes.historyDoor();
}

QFuture<Result<bool>> ConversationStore::beginLoad()
{
    return d->lanes.write<bool>([](Database &database) { return database.beginLoad(); });
}

QFuture<Result<void>> ConversationStore::endLoad()
{
    return d->lanes.write<void>([](Database &database) { return database.endLoad(); });
}

QFuture<Result<QList<ImportCount>>> ConversationStore::importBundles(const QList<Bundle> &bundles)
{
    return d->lanes.write<QList<ImportCount>>(
        [bundles](Database &database) { return database.importBundles(bundles); });
}

QFuture<Result<QList<ImportCount>>> ConversationStore::importBundles(qsizetype count,
                                                                     const MakeBundle &make)
{
    return d->lanes.write<QList<ImportCount>>(
        [count, make](Database &database) { return database.importBundles(count, make); });
}

QFuture<Result<Bundle>> ConversationStore::bundle(const QString &conversationId, Worth worth)
{
    return d->lanes.report<Bundle>([conversationId, worth](Database &database) {
        return database.bundle(conversationId, worth);
    });
}

QFuture<Result<QStringList>> ConversationStore::conversationIds(const QString &after, int limit)
{
    return d->lanes.report<QStringList>(
        [after, limit](Database &database) { return database.conversations().ids(after, limit); });
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
        [name](Database &database) { return database.notes().value(name); },
        [name](Standin &standin, const QString &value) { standin.keep(name, value); });
}

QFuture<Result<QList<std::pair<QString, QString>>>>
ConversationStore::values(const QString &beginning)
{
    return d->lanes.read<QList<std::pair<QString, QString>>>(
        [beginning](Database &database) { return database.notes().values(beginning); });
}

QFuture<Result<void>> ConversationStore::setValue(const QString &name, const QString &json)
{
    const Deed deed{.kind = Deed::Kind::Value, .id = name};
    return d->lanes.keep<void>(deed, [name, json](Database &database) {
        return database.write([&] { return database.notes().setValue(name, json); });
    });
}

} // namespace Core
