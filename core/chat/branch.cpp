#include "core/chat/branch.h"

#include <algorithm>

namespace Core {

MessageTree::MessageTree(QList<Message> messages, QString activeLeaf)
    : m_messages(std::move(messages))
{
    m_index.reserve(m_messages.size());
    for (qsizetype i = 0; i < m_messages.size(); ++i)
        m_index.insert(m_messages[i].id, i);
    mendParents();
    for (const Message &message : std::as_const(m_messages))
        m_children[message.parentId].append(message.id);

    if (m_index.contains(activeLeaf))
        m_activeLeaf = std::move(activeLeaf);
    else if (!m_messages.isEmpty())
        m_activeLeaf = newestLeaf(QString());
}

void MessageTree::mendParents()
{
    // 0: not seen, 1: on the way up now, 2: known to reach a root.
    QList<char> state(m_messages.size(), 0);
    for (qsizetype start = 0; start < m_messages.size(); ++start) {
        QList<qsizetype> path;
        qsizetype at = start;
        while (state[at] == 0) {
            state[at] = 1;
            path.append(at);
            const qsizetype parent = m_index.value(m_messages[at].parentId, -1);
            if (parent < 0 || state[parent] == 1) { // unknown, or a cycle: cut here
                m_messages[at].parentId.clear();
                break;
            }
            at = parent;
        }
        for (const qsizetype i : path)
            state[i] = 2;
    }
}

MessageTree MessageTree::with(const Message &message, const QString &activeLeaf) const
{
    QList<Message> messages = m_messages;
    const qsizetype known = m_index.value(message.id, -1);
    if (known < 0)
        messages.append(message);
    else
        messages[known] = message;
    return MessageTree(std::move(messages), activeLeaf);
}

const Message *MessageTree::find(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_messages[*found];
}

QList<Message> MessageTree::branch(const QString &leaf) const
{
    QList<Message> path;
    const Message *at = find(leaf.isEmpty() ? m_activeLeaf : leaf);
    for (; at; at = at->parentId.isEmpty() ? nullptr : find(at->parentId))
        path.append(*at);
    std::reverse(path.begin(), path.end());
    return path;
}

QStringList MessageTree::siblings(const QString &id) const
{
    const Message *message = find(id);
    return message ? m_children.value(message->parentId) : QStringList();
}

QString MessageTree::newestLeaf(const QString &id) const
{
    QString at = id;
    for (QStringList children = m_children.value(at); !children.isEmpty();
         children = m_children.value(at))
        at = children.last();
    return at;
}

int MessageTree::branchCount() const
{
    return int(std::count_if(m_messages.begin(), m_messages.end(), [this](const Message &message) {
        return !m_children.contains(message.id);
    }));
}

} // namespace Core
