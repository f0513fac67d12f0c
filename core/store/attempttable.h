#pragma once

#include "core/base/result.h"
#include "core/chat/attempt.h"
#include "core/store/connection.h"
#include "core/store/page.h"

#include <QList>
#include <QString>

#include <optional>

namespace Core {

enum class Bodies;

/// What was sent and what came back. Bodies are compressed.
class AttemptTable
{
public:
    explicit AttemptTable(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Stores it, in the place of one with the same id.
    Result<void> save(const Attempt &attempt);
    /// Stores it where there is none with its id.
    Result<void> insertNew(const Attempt &attempt);
    Result<void> insertNew(const ReadyRow &row); ///< as rowOf() makes it

    Result<QList<Attempt>> ofConversation(const QString &conversationId, Bodies bodies);
    Result<std::optional<Attempt>> find(const QString &id); ///< with bodies
    Result<std::optional<Attempt>> newestOf(const QString &messageId, Bodies bodies);
    /// Of those that were asked in [from, to) and answered whole.
    Result<Latencies> latencies(const QDateTime &from, const QDateTime &to,
                                const AttemptFilter &filter);
    Result<QList<Attempt>> open(); ///< in state Sent for ever, without bodies
    Result<void> interruptOpen();
    /// The columns of a new row and their values, for those that write many at once.
    static QString rowColumns();
    static QVariantList rowOf(const Attempt &attempt);
    Result<void> removeOf(const QString &conversationId);

private:
    Result<QList<Attempt>> list(const QString &tail, const QVariantList &values, Bodies bodies);

    Connection &m_connection;
};

} // namespace Core
