#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QHash>
#include <QString>

namespace Core {

/// The text so far of answers that still arrive, in pieces: what is new since the last time is
/// added, so that a long answer is not written again and again.
class Journal
{
public:
    explicit Journal(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Writes what is new in `texts`, by message id. Messages that have ended are left out.
    Result<void> write(const QHash<QString, QString> &texts);

    Result<QString> textOf(const QString &messageId);
    Result<void> remove(const QString &messageId);
    Result<void> removeOf(const QString &conversationId);

    /// The pieces written since the last commit count only once it is done.
    void committed();
    void rolledBack();

private:
    Result<void> writeOne(const QString &messageId, const QString &text);

    Connection &m_connection;
    QHash<QString, QString> m_written; ///< what is on the disk, by message id
    QHash<QString, QString> m_writing;
};

} // namespace Core
