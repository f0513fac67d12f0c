#include "app/inspectordesk.h"

#include "core/base/async.h"
#include "core/session/planning.h"
#include "core/tokens/tokencounter.h"
#include "ui/thread/threadview.h"

#include <QtConcurrent>

#include <algorithm>

InspectorDesk::InspectorDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_inspector(new Inspector)
{
    m_parts.page.setInspector(m_inspector);
    wire();
}

void InspectorDesk::wire()
{
    connect(&m_parts.chats, &ChatDesk::threadShown, this, &InspectorDesk::show);
    connect(&m_parts.chats, &ChatDesk::planned, m_inspector, &Inspector::setNext);
    connect(&m_parts.chats, &ChatDesk::planned, this, [this] {
        const Core::ContextCache &plans = m_parts.session.planMemory()->plans;
        m_inspector->setReuse(plans.hits(), plans.hits() + plans.misses());
    });
    connect(m_inspector, &Inspector::handMarkRequested, &m_parts.chats, &ChatDesk::mark);
    connect(&m_parts.chats, &ChatDesk::summariesRead, m_inspector, &Inspector::setSummaries);
    connect(m_inspector, &Inspector::summaryMade, &m_parts.chats, &ChatDesk::keepSummary);
    connect(m_inspector, &Inspector::attemptRequested, this, &InspectorDesk::readAttempt);
    ThreadView &thread = m_parts.page.thread();
    connect(m_inspector, &Inspector::messageActivated, &thread, &ThreadView::showMessage);
    connect(&thread, &ThreadView::inspectRequested, this, &InspectorDesk::inspectAnswer);
}

void InspectorDesk::show(const Core::Thread &thread)
{
    m_conversation = thread.conversation.id;
    m_inspector->setConversation(m_conversation);
    // Of all branches, since an answer of the past may stand on another one.
    m_inspector->setMessages(thread.tree.messages());
    m_tree = thread.tree;
    readPast();
}

void InspectorDesk::readPast()
{
    const QString id = m_conversation;
    Core::whenDone(m_parts.store.attempts(id, Core::Bodies::Without), this,
                   [this, id](const Core::Result<QList<Core::Attempt>> &attempts) {
                       if (!attempts || id != m_conversation)
                           return;
                       m_attempts = *attempts;
                       m_inspector->setAttempts(m_attempts);
                       for (const Core::Attempt &each : std::as_const(m_attempts))
                           m_parts.page.thread().setFirstToken(each.messageId,
                                                               each.timing.firstToken);
                   });
    Core::whenDone(m_parts.store.chargesOf(id), this,
                   [this, id](const Core::Result<QList<Core::Charge>> &charges) {
                       if (charges && id == m_conversation)
                           takeCharges(*charges);
                   });
}

/// What was saved is counted over all messages, so beside the window's thread.
void InspectorDesk::takeCharges(const QList<Core::Charge> &charges)
{
    m_inspector->setCharges(charges);
    const auto count = [charges, tree = m_tree] {
        QList<Core::Message> messages = tree.messages();
        Core::TokenCounter().count(messages);
        return Core::historySaving(charges, Core::MessageTree(messages, tree.activeLeaf()));
    };
    Core::whenDone(QtConcurrent::run(count), this,
                   [this, id = m_conversation](const Core::HistorySaving &saving) {
                       if (id == m_conversation)
                           m_inspector->setSaving(saving);
                   });
}

/// An answer's newest attempt is read alone; an older one, or one without an answer, is looked
/// for among all.
void InspectorDesk::readAttempt(const QString &id)
{
    const auto known = std::find_if(m_attempts.cbegin(), m_attempts.cend(),
                                    [&](const Core::Attempt &each) { return each.id == id; });
    if (known == m_attempts.cend())
        return;
    const auto lookAmongAll = [this, id] {
        Core::whenDone(m_parts.store.attempts(m_conversation), this,
                       [this, id](const Core::Result<QList<Core::Attempt>> &attempts) {
                           if (!attempts)
                               return emit m_parts.chats.failed(attempts.error());
                           for (const Core::Attempt &each : *attempts) {
                               if (each.id == id)
                                   m_inspector->setAttempt(each);
                           }
                       });
    };
    if (known->messageId.isEmpty())
        return lookAmongAll();
    Core::whenDone(
        m_parts.store.attemptOf(known->messageId), this,
        [this, id, lookAmongAll](const Core::Result<std::optional<Core::Attempt>> &attempt) {
            if (attempt && *attempt && (*attempt)->id == id)
                m_inspector->setAttempt(**attempt);
            else
                lookAmongAll();
        });
}

void InspectorDesk::inspectAnswer(const QString &messageId)
{
    m_parts.page.showInspector(true);
    m_inspector->showAnswer(messageId);
}
