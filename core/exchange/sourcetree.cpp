#include "core/exchange/sourcetree.h"

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/chat/branch.h"
#include "core/exchange/sourceids.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype none = -1;

/// Puts one conversation together. Nodes are known by their index; nothing recurses, for
/// a thread may be a hundred thousand messages deep.
class Assembly
{
public:
    Assembly(SourceConversation source, ImportDesk &desk)
        : m_source(std::move(source))
        , m_desk(desk)
        , m_visible(m_source.nodes.size(), none)
        , m_bundle{.conversation = m_source.conversation}
    {
        nameNodes();
        findParents();
        cutCycles();
        putInOrder();
    }

    Result<Bundle> bundle()
    {
        handDown();
        for (const qsizetype i : std::as_const(m_order))
            takeNode(i);
        if (m_bundle.messages.isEmpty())
            return Error{Error::Kind::BadInput, u"it has no messages"_s};
        keepHidden();
        giveIds();
        finishConversation();
        return std::move(m_bundle);
    }

private:
    SourceNode &node(qsizetype i) { return m_source.nodes[i]; }

    /// Every node gets a name of its own: its id, or else its position; a suffix where that
    /// is taken.
    void nameNodes()
    {
        m_names.resize(m_source.nodes.size());
        for (const bool hasId : {true, false}) {
            for (qsizetype i = 0; i < m_source.nodes.size(); ++i) {
                const QString &id = node(i).message.id;
                if (id.isEmpty() != hasId)
                    nameNode(i, hasId ? id : QString::number(i + 1));
            }
        }
    }

    void nameNode(qsizetype i, const QString &wished)
    {
        QString name = wished;
        for (int &copies = m_copies[wished]; m_index.contains(name);)
            name = u"%1#%2"_s.arg(wished).arg(++copies + 1);
        m_index.insert(name, i);
        m_names[i] = name;
    }

    void findParents()
    {
        for (qsizetype i = 0; i < m_source.nodes.size(); ++i) {
            const QString &parent = node(i).message.parentId;
            if (m_source.isLinear)
                m_parents.append(i - 1);
            else
                m_parents.append(parent.isEmpty() ? none : m_index.value(parent, none));
        }
    }

    void cutCycles()
    {
        enum State : char { New, OnTheWay, Sound };
        QList<State> state(m_parents.size(), New);
        for (qsizetype start = 0; start < m_parents.size(); ++start) {
            QList<qsizetype> path;
            for (qsizetype at = start; at != none && state[at] == New; at = m_parents[at]) {
                state[at] = OnTheWay;
                path.append(at);
                const qsizetype parent = m_parents[at];
                if (parent != none && state[parent] == OnTheWay)
                    m_parents[at] = none;
            }
            for (const qsizetype i : std::as_const(path))
                state[i] = Sound;
        }
    }

    /// Parents before children, branch after branch.
    void putInOrder()
    {
        QList<QList<qsizetype>> children(m_parents.size());
        QList<qsizetype> open;
        for (qsizetype i = 0; i < m_parents.size(); ++i)
            (m_parents[i] == none ? open : children[m_parents[i]]).append(i);
        const auto byRank = [this](qsizetype a, qsizetype b) {
            return node(a).rank < node(b).rank;
        };
        std::reverse(open.begin(), open.end());
        while (!open.isEmpty()) {
            const qsizetype at = open.takeLast();
            m_order.append(at);
            std::stable_sort(children[at].begin(), children[at].end(), byRank);
            std::copy(children[at].rbegin(), children[at].rend(), std::back_inserter(open));
        }
    }

    /// Times, and what the model thought before it answered, go from parents to children.
    void handDown()
    {
        QStringList thoughts(m_parents.size());
        for (const qsizetype i : std::as_const(m_order)) {
            SourceNode &at = node(i);
            const qsizetype parent = m_parents[i];
            if (!at.message.createdAt.isValid() && parent != none)
                at.message.createdAt = node(parent).message.createdAt;
            if (!at.message.createdAt.isValid())
                at.message.createdAt = m_source.conversation.createdAt;
            if (at.message.role == Role::User)
                continue;
            QString &thought = thoughts[i];
            if (parent != none)
                thought = thoughts[parent];
            if (!at.message.reasoning.isEmpty())
                thought += (thought.isEmpty() ? QString() : u"\n\n"_s) + at.message.reasoning;
            if (!at.isHidden && at.message.role == Role::Assistant)
                at.message.reasoning = std::exchange(thought, {});
        }
    }

    void takeNode(qsizetype i)
    {
        SourceNode &at = node(i);
        const qsizetype above = m_parents[i] == none ? none : m_visible[m_parents[i]];
        if (at.isHidden) {
            m_visible[i] = above;
            if (!at.raw.isUndefined())
                m_hidden[above].append(at.raw);
            return;
        }
        m_visible[i] = m_bundle.messages.size();
        Message message = std::move(at.message);
        if (!message.id.isEmpty())
            message.metadata.insert("source_id"_L1, message.id);
        if (!at.raw.isUndefined())
            message.metadata.insert("raw"_L1, at.raw);
        m_bundle.messages.append(std::move(message));
        m_above.append(above);
        m_taken.append(i);
    }

    /// Hidden nodes are kept with what stands above them, or with the conversation.
    void keepHidden()
    {
        for (auto kept = m_hidden.cbegin(); kept != m_hidden.cend(); ++kept) {
            QJsonObject &metadata = kept.key() == none ? m_bundle.conversation.metadata
                                                       : m_bundle.messages[kept.key()].metadata;
            metadata.insert("hidden"_L1, kept.value());
        }
    }

    void giveIds()
    {
        Conversation &conversation = m_bundle.conversation;
        const QString sourceId = conversation.id;
        conversation.id =
            m_desk.ids.conversationId(m_source.format, sourceId, m_desk.number, m_bundle.messages);
        conversation.metadata.insert("source"_L1, m_source.format);
        if (!sourceId.isEmpty())
            conversation.metadata.insert("source_id"_L1, sourceId);
        for (qsizetype i = 0; i < m_bundle.messages.size(); ++i) {
            Message &message = m_bundle.messages[i];
            message.id = idOf(i);
            message.conversationId = conversation.id;
            message.parentId = m_above[i] == none ? QString() : m_bundle.messages[m_above[i]].id;
            message.sequence = i + 1;
        }
    }

    QString idOf(qsizetype i) const
    {
        const Message &message = m_bundle.messages[i];
        const QString &name = m_names[m_taken[i]];
        const QString &conversationId = m_bundle.conversation.id;
        if (message.id.isEmpty())
            return m_desk.ids.positionalId(conversationId, name, message);
        if (m_source.hasOwnUuids && asUuid(conversationId, name) == name)
            return name;
        return m_desk.ids.messageId(conversationId, name);
    }

    void finishConversation()
    {
        Conversation &conversation = m_bundle.conversation;
        const qsizetype leaf = m_index.value(conversation.activeLeaf, none);
        qsizetype active = leaf == none ? none : m_visible[leaf];
        if (active == none)
            active = m_source.isLinear ? m_bundle.messages.size() - 1 : newestLeaf();
        conversation.activeLeaf = m_bundle.messages[active].id;
        conversation.messageCount = int(m_bundle.messages.size());
        conversation.lastLine = firstLine(m_bundle.messages[active].content);
        conversation.title = cleanText(conversation.title).simplified();
        if (conversation.title.isEmpty())
            conversation.title = firstQuestion();
        if (!conversation.createdAt.isValid())
            conversation.createdAt = m_bundle.messages.first().createdAt;
        if (!conversation.updatedAt.isValid())
            conversation.updatedAt = m_bundle.messages[active].createdAt;
    }

    qsizetype newestLeaf() const
    {
        const QSet<qsizetype> parents(m_above.begin(), m_above.end());
        qsizetype newest = none;
        for (qsizetype i = 0; i < m_bundle.messages.size(); ++i) {
            if (parents.contains(i))
                continue;
            const QDateTime &time = m_bundle.messages[i].createdAt;
            if (newest == none || time >= m_bundle.messages[newest].createdAt)
                newest = i;
        }
        return newest;
    }

    QString firstQuestion() const
    {
        for (const Message &message : m_bundle.messages) {
            if (message.role == Role::User && !message.content.trimmed().isEmpty())
                return firstLine(message.content);
        }
        return firstLine(m_bundle.messages.first().content);
    }

    SourceConversation m_source;
    ImportDesk &m_desk;
    QStringList m_names;
    QHash<QString, int> m_copies; ///< by wished name
    QHash<QString, qsizetype> m_index; ///< by name
    QList<qsizetype> m_parents;
    QList<qsizetype> m_order;
    QList<qsizetype> m_visible; ///< of each node: the message it became, or the one above it
    QHash<qsizetype, QJsonArray> m_hidden; ///< by the message above
    Bundle m_bundle;
    QList<qsizetype> m_above; ///< of each message: its parent
    QList<qsizetype> m_taken; ///< of each message: its node
};

} // namespace

Result<Bundle> assembled(SourceConversation source, ImportDesk &desk)
{
    return Assembly(std::move(source), desk).bundle();
}

LeftOut unknownRole(qsizetype index, const QString &role)
{
    return {u"message %1"_s.arg(index + 1), u"unknown role \"%1\""_s.arg(role)};
}

QList<Message> parentsFirst(const QList<Message> &messages)
{
    const MessageTree tree(messages); // mends the parents
    QList<Message> ordered;
    QSet<QString> placed;
    for (const Message &message : tree.messages()) {
        QList<const Message *> waiting;
        for (const Message *at = &message; at && !placed.contains(at->id);
             at = tree.find(at->parentId)) {
            placed.insert(at->id);
            waiting.append(at);
        }
        for (; !waiting.isEmpty(); waiting.removeLast())
            ordered.append(*waiting.last());
    }
    return ordered;
}

} // namespace Core
