#pragma once

#include "core/chat/message.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace Core {

/// The messages of one conversation as a tree. Messages are given in the store's order;
/// unknown parents and cycles, which imported files do have, make a message a root. A plain
/// value; building it is linear.
class MessageTree
{
public:
    MessageTree() = default;
    explicit MessageTree(QList<Message> messages, QString activeLeaf = {});

    const QList<Message> &messages() const { return m_messages; }
    const Message *find(const QString &id) const;

    /// The leaf of the branch that is shown: the one asked for, or, where that is not there,
    /// the newest leaf. Empty for an empty tree.
    QString activeLeaf() const { return m_activeLeaf; }

    /// From the root to `leaf`, or to the active leaf where `leaf` is empty.
    QList<Message> branch(const QString &leaf = {}) const;

    /// Ids of the messages with the same parent, in order, `id` itself among them.
    QStringList siblings(const QString &id) const;

    /// The newest leaf at or below `id`: where one lands on choosing a sibling.
    QString newestLeaf(const QString &id) const;

    /// This tree with `message` in it, in place of the one with its id or as the newest.
    MessageTree with(const Message &message, const QString &activeLeaf) const;

    /// How many leaves there are.
    int branchCount() const;

private:
    void mendParents();

    QList<Message> m_messages;
    QHash<QString, qsizetype> m_index;
    QHash<QString, QStringList> m_children; ///< "" holds the roots
    QString m_activeLeaf;
};

} // namespace Core
