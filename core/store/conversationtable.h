#pragma once

#include "core/base/result.h"
#include "core/chat/conversation.h"
#include "core/store/connection.h"
#include "core/store/conversationchange.h"
#include "core/store/page.h"

#include <optional>

namespace Core {

/// What a new, changed or removed message does to the row of its conversation.
struct RowChange
{
    int messagesAdded = 0;
    std::optional<QString> title;
    std::optional<QString> activeLeaf;
    std::optional<QString> lastLine;
    QString lineOf; ///< where this is no longer the leaf, the last line stays
    std::optional<bool> hasError;
    Money cost; ///< more
    int unpriced = 0; ///< more
};

/// The columns of a row, and the row that they make where they come first.
inline constexpr int conversationColumnCount = 20;
QString conversationColumns(const Dialect &dialect);
Conversation conversationAt(const Row &row);

/// The conditions of a filter: SQL that begins with AND, or nothing, and its values.
struct Restriction
{
    QString sql;
    QVariantList values;
};
Restriction restrictionOf(const ConversationFilter &filter);

/// The rows of the list. Sums and last lines are kept in the row, in the transaction of what
/// changes them, so that a page of the list is one read of one index.
class ConversationTable
{
public:
    explicit ConversationTable(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<ConversationPage> page(const ConversationFilter &filter,
                                  const std::optional<ConversationKey> &after, int limit);
    Result<std::optional<Conversation>> find(const QString &id);
    /// Of all, also those removed, in order; those after `after` where it is one.
    Result<QStringList> ids(const QString &after, int limit);
    Result<Conversation> get(const QString &id); ///< NotFound where it is not there
    Result<QList<Conversation>> among(const QStringList &ids); ///< those that are there

    /// The columns of a new row and their values, for those that write many at once.
    static QString rowColumns();
    static QVariantList rowOf(const Conversation &conversation);

    Result<void> insert(const Conversation &conversation);
    /// Stores it with its tags where there is none with its id, by a row as rowOf() makes it;
    /// whether it did.
    Result<bool> insertNew(const Conversation &conversation, const ReadyRow &row);
    /// As it is in another database, in the place of what is here.
    Result<void> put(const Conversation &conversation);
    /// StoreConflict where others have changed the same fields since they were seen.
    Result<void> change(const QString &id, const ConversationChange &change,
                        const std::optional<SeenFields> &seen);
    Result<void> changeRow(const QString &id, const RowChange &change);
    /// Where the conversation is gone, there is nothing to do: its charges outlive it.
    Result<void> addCost(const QString &id, Money amount, int unpriced);
    Result<void> remove(const QString &id);

private:
    Result<bool> isBound();
    Result<QList<Conversation>> rows(const ConversationFilter &filter,
                                     const std::optional<ConversationKey> &after, int limit,
                                     bool pinned);
    Result<void> insert(const Conversation &conversation, const QString &onConflict);
    Result<void> changeSeen(const QString &id, const ConversationChange &change,
                            const SeenFields &seen);
    Result<void> setTags(const QString &id, const QStringList &tags);
    Result<void> addTags(const QString &id, const QStringList &tags);

    Connection &m_connection;
    std::optional<bool> m_isBound; ///< this login, to the rows of some
};

} // namespace Core
