#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"
#include "core/store/conversationstore.h"

#include <QHash>

namespace Core {

/// The open store: all SQL is here. Lives in the store's own thread. The functions are those
/// of ConversationStore, which documents them.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    explicit Database(const Clock &clock);

    Result<StoreInfo> open(const QString &path);

    Result<ConversationPage> conversations(const ConversationFilter &filter,
                                           const std::optional<ConversationKey> &after, int limit);
    Result<Conversation> conversation(const QString &id);
    Result<Conversation> createConversation(Conversation draft);
    Result<Conversation> changeConversation(const QString &id, const ConversationChange &change);
    Result<void> eraseConversation(const QString &id);

    Result<Thread> thread(const QString &conversationId);
    Result<Thread> tail(const QString &conversationId, int limit);
    Result<Thread> addMessage(Message message);
    Result<QList<SearchHit>> search(const QString &words, const ConversationFilter &filter,
                                    int limit);

    Result<void> beginAnswer(const Message &answer, const Attempt &attempt);
    Result<void> writeJournal(const QHash<QString, QString> &texts);
    Result<StoredAnswer> finishAnswer(const Message &answer, const Attempt &attempt,
                                      const std::optional<Charge> &charge);
    Result<void> addCharge(const Charge &charge, const Attempt &attempt);
    Result<QList<Attempt>> attempts(const QString &conversationId, Bodies bodies);
    Result<std::optional<Attempt>> attemptOf(const QString &messageId, Bodies bodies);

    Result<QList<Summary>> summaries(const QString &conversationId);
    Result<Summary> saveSummary(Summary summary);
    Result<HandMarks> handMarks(const QString &conversationId);
    Result<void> setHandMark(const QString &messageId, HandMark mark);

    Result<QList<Charge>> charges(const QDateTime &from, const QDateTime &to);
    Result<QList<Charge>> chargesOf(const QString &conversationId);
    Result<QList<HourSum>> hourSums(const QDateTime &from, const QDateTime &to);

    Result<QList<ImportCount>> importBundles(const QList<Bundle> &bundles);
    Result<Bundle> bundle(const QString &conversationId);

    Result<QList<ReplyTemplate>> templates();
    Result<void> saveTemplate(const ReplyTemplate &reply);
    Result<void> removeTemplate(const QString &id);
    Result<QString> value(const QString &name);
    Result<void> setValue(const QString &name, const QString &json);

    Result<QList<StoreFinding>> examine(bool repair);
    Result<void> backup(const QString &path);

private:
    Result<void> prepare();
    Result<void> recoverInterrupted();
    Result<void> requireWritable() const;
    Result<void> write(const std::function<Result<void>()> &work);
    Result<qint64> number(const QString &statement, const QVariantList &values = {});

    Result<void> insertConversation(const Conversation &conversation);
    Result<bool> insertMessage(const Message &message);
    Result<void> updateAnswer(const Message &answer);
    Result<void> putAttempt(const Attempt &attempt);
    Result<bool> insertCharge(const Charge &charge);
    Result<void> addToHour(const Charge &charge);
    Result<void> noteNewest(const Message &message, int added);
    Result<ImportCount> importBundle(const Bundle &bundle);
    Result<QList<Message>> readMessages(const QString &where, const QVariantList &values);
    Result<QList<Charge>> readCharges(const QString &where, const QVariantList &values);
    Result<void> compareSums(QList<StoreFinding> &findings, bool repair);
    Result<void> rebuildHours();

    const Clock &m_clock;
    Connection m_connection;
    QString m_path;
    std::optional<Error> m_readOnly;
};

} // namespace Core
