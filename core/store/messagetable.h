#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/store/connection.h"
#include "core/store/readyrow.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Core {

/// The messages, and the index of their text.
class MessageTable
{
public:
    explicit MessageTable(Connection &connection)
        : m_connection(connection)
    {
    }

    /// All of a conversation, in order.
    Result<QList<Message>> all(const QString &conversationId);

    /// The newest `limit` of the branch that ends in `leaf`, oldest first.
    Result<QList<Message>> branchEnd(const QString &conversationId, const QString &leaf, int limit);

    Result<std::optional<Message>> find(const QString &id);
    Result<std::optional<Message>> newest(const QString &conversationId);
    Result<QList<Message>> streaming(); ///< that nobody completes any more

    /// Stores it; its sequence. Its text is indexed by indexNew().
    Result<qint64> insert(const Message &message);

    /// The columns of a new row and their values, for those that write many at once.
    static QString rowColumns();
    static QVariantList rowOf(const Message &message);

    /// As insert(), but leaves alone what is there by that id: nothing.
    Result<std::optional<qint64>> insertNew(const Message &message);
    /// The same with what was made of the message before, on another thread.
    struct Ready
    {
        ReadyRow row; ///< rowOf()
        std::optional<QString> indexed; ///< of its text; nothing: it is not searched
        QDateTime createdAt;
    };
    static Ready ready(const Message &message, const Engine &engine);
    Result<std::optional<qint64>> insertNew(const Ready &message);

    /// Puts `message` in the place of `old`, which has the same id and sequence.
    Result<void> replace(const Message &old, const Message &message);

    /// Takes the text of all messages of a conversation out of the index.
    Result<void> unindex(const QString &conversationId);

    /// Indexes what was stored, in the same transaction. All at its end, because every other
    /// statement makes the index write what it has gathered.
    Result<void> indexNew();
    qsizetype unindexedCount() const { return m_unindexed.size(); }
    void rolledBack(); ///< what was stored since the last indexNew() is not there

    /// How many messages do not have the hash of their content.
    Result<qint64> wrongHashes();

    /// Indexes the text of every message anew.
    Result<void> rebuildIndex();

private:
    Result<QList<Message>> list(const QString &tail, const QVariantList &values);
    void index(qint64 sequence, const std::optional<QString> &indexed);
    Result<void> unindex(qint64 sequence, const Message &message);

    Connection &m_connection;
    QList<std::pair<qint64, QString>> m_unindexed; ///< sequence and what is to be indexed
};

} // namespace Core
