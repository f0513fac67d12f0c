// What others do in the conversation that is shown, and how it meets what is done here.

#include "app/chatdesk.h"

#include "core/base/async.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chattexts.h"
#include "ui/thread/threadview.h"

/// The branch that the next question goes below. What somebody else is being answered just now
/// cannot be gone on from: a question that is asked meanwhile becomes a branch beside it.
QList<Core::Message> ChatDesk::answeredBranch() const
{
    QList<Core::Message> branch = m_tree.branch();
    if (branch.isEmpty() || branch.last().status != Core::MessageStatus::Streaming
        || m_parts.session.isBusy(m_conversation.id))
        return branch;
    branch.removeLast();
    if (!branch.isEmpty() && branch.last().role == Core::Role::User)
        branch.removeLast();
    return branch;
}

QString ChatDesk::answeredLeaf() const
{
    const QList<Core::Message> branch = answeredBranch();
    return branch.isEmpty() ? QString() : branch.last().id;
}

void ChatDesk::refresh()
{
    const QString id = m_conversation.id;
    m_isStale = m_parts.session.isBusy(id); // then it is read when the own answer has ended
    if (id.isEmpty() || m_isStale)
        return;
    Core::whenDone(
        m_parts.store.thread(id), this, [this, id](const Core::Result<Core::Thread> &thread) {
            if (id != m_conversation.id)
                return;
            if (m_parts.session.isBusy(id))
                m_isStale = true;
            else if (thread)
                takeOthers(*thread);
            else if (thread.error().kind == Core::Error::Kind::NotFound)
                m_parts.page.notice().say(NoticeBar::Tone::Warning, ChatTexts::erasedByAnother());
        });
}

/// Shows what has come, but stays on the branch that is read here.
void ChatDesk::takeOthers(const Core::Thread &thread)
{
    const QString shown = m_tree.activeLeaf();
    const QString theirs = thread.tree.activeLeaf();
    if (shown.isEmpty() || !thread.tree.find(shown))
        return showThread(thread);
    const QList<Core::Message> branch = thread.tree.branch(theirs);
    const bool goesOn = std::any_of(branch.cbegin(), branch.cend(),
                                    [&](const auto &message) { return message.id == shown; });
    const QString leaf = goesOn ? theirs : thread.tree.newestLeaf(shown);
    const bool isNew = !m_tree.find(theirs);
    showThread({thread.conversation, Core::MessageTree(thread.tree.messages(), leaf)});
    if (!goesOn && isNew)
        m_parts.page.notice().say(
            NoticeBar::Tone::Information, ChatTexts::branchedByAnother(),
            {{ChatTexts::showBranch(), [this, theirs] { showBranch(theirs); }}});
}

void ChatDesk::showBranch(const QString &leaf)
{
    if (m_tree.find(leaf))
        showThread({m_conversation, Core::MessageTree(m_tree.messages(), leaf)});
}

/// What the user had before the eyes who changes a conversation. While an own change is on its
/// way nobody knows yet what it will be.
std::optional<Core::Conversation> ChatDesk::seen(const QString &id) const
{
    if (m_changing.contains(id))
        return std::nullopt;
    return id == m_conversation.id ? std::optional(m_conversation)
                                   : m_parts.page.list().model().conversation(id);
}

/// Somebody else was first. His is shown, and mine is not lost.
void ChatDesk::takeConflict(const QString &id, const Core::ConversationChange &mine)
{
    Core::whenDone(m_parts.store.conversation(id), this,
                   [this, id, mine](const Core::Result<Core::Conversation> &theirs) {
                       if (!theirs)
                           return emit failed(theirs.error());
                       takeRow(*theirs);
                       m_parts.page.notice().say(
                           NoticeBar::Tone::Warning, ChatTexts::conflict(*theirs, mine),
                           {{ChatTexts::useMine(), [this, id, mine] { change(id, mine); }},
                            {ChatTexts::keepTheirs(), [this] { m_parts.page.notice().clear(); }}});
                   });
}

/// A conversation as it now is.
void ChatDesk::takeRow(const Core::Conversation &row)
{
    m_parts.page.list().model().put(row);
    if (row.id != m_conversation.id)
        return;
    m_conversation = row;
    showHeader();
    m_previewTimer.start();
}
