// How a question is asked, changed and asked again, and what comes of it.

#include "app/chatdesk.h"

#include "core/base/async.h"
#include "core/session/routing.h"
#include "ui/base/errortext.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chattexts.h"
#include "ui/thread/threadview.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

std::optional<Core::Turn> ChatDesk::turnOf(const QString &text) const
{
    // Drawn by the conversation, so that the preview and the turn are the same draw.
    const double random = double(quint32(qHash(m_conversation.id))) * 0x1p-32;
    const Core::Conversation conversation = asAsked();
    const auto route = Core::routeFor(m_parts.settings, conversation, m_practiceUrl, random);
    if (!route)
        return std::nullopt;
    Core::Turn turn = Core::turnAlong(*route, m_parts.settings, conversation, text);
    turn.author = user();
    if (!Core::strategyById(turn.strategy))
        turn.strategy = u"full"_s; // one that this version does not have
    return turn;
}

std::optional<Preview::Question> ChatDesk::question(const QString &draft)
{
    const auto turn = turnOf(draft);
    if (!turn)
        return std::nullopt;
    m_live.setCounter(m_parts.session.models().counter(turn->provider.name, turn->model));
    const Core::Message message = m_live.messageOf(draft);
    QList<Core::Message> branch = answeredBranch();
    if (const Core::Message *edited = m_tree.find(m_edited))
        branch =
            edited->parentId.isEmpty() ? QList<Core::Message>() : m_tree.branch(edited->parentId);
    return Preview::Question{.branch = branch,
                             .draft = draft.isEmpty() ? std::nullopt : std::optional(message),
                             .turn = *turn,
                             .marks = m_marks,
                             .summaries = m_summaries};
}

void ChatDesk::preview()
{
    if (const auto asked = question(m_parts.page.composer().draft()))
        m_preview.show(*asked);
}

/// The text stays in the composer until it is stored.
void ChatDesk::send(const QString &text)
{
    auto turn = turnOf(text);
    if (!turn)
        return complain(
            {.kind = Core::Error::Kind::NotFound, .detail = {}, .where = m_conversation.provider});
    // Below what is seen, and not below what others have written meanwhile.
    const Core::Message *edited = m_tree.find(m_edited);
    turn->parentId = edited ? edited->parentId : answeredLeaf();
    if (turn->conversationId.isEmpty())
        return askBegun(*std::move(turn));
    ask(*turn);
}

/// Asks in a conversation that is begun for it.
void ChatDesk::askBegun(Core::Turn turn)
{
    Core::whenDone(m_parts.store.createConversation({.userId = user()}), this,
                   [this, turn](const Core::Result<Core::Conversation> &made) mutable {
                       if (!made)
                           return complain(made.error());
                       m_conversation = *made;
                       m_parts.page.list().model().put(*made);
                       emit countChanged();
                       m_parts.page.list().setCurrent(made->id);
                       turn.conversationId = made->id;
                       ask(turn);
                   });
}

/// Submits it if it fits. Else nothing is stored, the text stays, and the meter shows the ways
/// out.
void ChatDesk::ask(const Core::Turn &turn)
{
    if (m_parts.session.isBusy(turn.conversationId))
        return;
    const auto asked = question(turn.text);
    if (!asked)
        return;
    m_parts.page.notice().clear();
    m_parts.page.composer().setBusy(true);
    Core::whenDone(m_preview.plan(*asked), this,
                   [this, turn](const Core::Result<Core::ContextPlan> &plan) {
                       if (plan && plan->fits())
                           return submit(turn);
                       m_parts.page.composer().setBusy(false);
                       preview();
                       complain(plan ? Core::Error{.kind = Core::Error::Kind::OverBudget,
                                                   .detail = plan->strategy,
                                                   .asked = plan->use.total(),
                                                   .limit = plan->use.limit}
                                     : plan.error());
                   });
}

void ChatDesk::submit(const Core::Turn &turn)
{
    m_parts.page.notice().clear();
    m_parts.page.composer().setBusy(true);
    m_parts.session.submit(turn);
    emit inFlightChanged(m_parts.session.busyCount());
}

void ChatDesk::regenerate(const QString &messageId, const QString &model, const QString &strategy)
{
    auto turn = turnOf({});
    if (!turn || m_parts.session.isBusy(m_conversation.id))
        return;
    turn->parentId = messageId;
    turn->model = model.isEmpty() ? turn->model : model;
    turn->strategy = strategy.isEmpty() ? turn->strategy : strategy;
    submit(*turn);
}

void ChatDesk::edit(const QString &messageId)
{
    const Core::Message *message = m_tree.find(messageId);
    if (!message)
        return;
    Composer &composer = m_parts.page.composer();
    if (m_edited.isEmpty()) {
        composer.flushDraft();
        m_draftBefore = composer.draft();
    }
    m_edited = messageId;
    composer.setDraft(message->content);
    composer.setFocus();
    m_parts.page.notice().say(
        NoticeBar::Tone::Information, ChatTexts::editing(),
        {{ChatTexts::cancelEditing(), [this] { endEditing(m_draftBefore); }}});
    preview();
}

void ChatDesk::editLast()
{
    const QList<Core::Message> branch = m_tree.branch();
    const auto last =
        std::find_if(branch.crbegin(), branch.crend(),
                     [](const Core::Message &message) { return message.role == Core::Role::User; });
    if (last != branch.crend())
        edit(last->id);
}

void ChatDesk::endEditing(const QString &draft)
{
    m_edited.clear();
    m_parts.page.composer().setDraft(draft);
    preview();
}

void ChatDesk::takeQuestion(const Core::Thread &thread)
{
    m_parts.page.list().model().put(thread.conversation);
    if (thread.conversation.id != m_conversation.id)
        return;
    if (m_edited.isEmpty()) {
        m_parts.page.composer().clear();
        change(m_conversation.id, {.draft = QString()});
    } else {
        endEditing(m_draftBefore);
    }
    showThread(thread);
}

void ChatDesk::takeRecord(const Core::TurnRecord &record, const std::optional<Core::Error> &problem)
{
    ConversationListModel &list = m_parts.page.list().model();
    list.setStreaming(record.conversation.id, false);
    list.put(record.conversation);
    emit inFlightChanged(m_parts.session.busyCount());
    emit spendChanged();
    if (record.conversation.id != m_conversation.id)
        return list.setUnread(record.conversation.id, true);
    endRetry();
    m_parts.page.composer().setBusy(false);
    m_live.answerEnded();
    m_parts.page.thread().finishAnswer(record.answer);
    showThread({record.conversation, m_tree.with(record.answer, record.conversation.activeLeaf)});
    if (problem)
        complain(*problem);
    else if (record.attempt.provider != record.attempt.assigned)
        m_parts.page.notice().say(
            NoticeBar::Tone::Information,
            ChatTexts::servedByAnother(record.attempt.assigned, record.attempt.provider));
    else if (record.warning)
        complain(*record.warning);
    else if (record.answer.status == Core::MessageStatus::Truncated)
        m_parts.page.notice().say(NoticeBar::Tone::Warning, ChatTexts::truncated(),
                                  {continuation()});
    if (m_isStale)
        refresh();
}

NoticeBar::Action ChatDesk::continuation()
{
    return {ChatTexts::goOn(), [this] { send(ChatTexts::continueAnswer()); }};
}

/// What goes on while there is nothing to be seen yet.
void ChatDesk::takeRetry(const QString &conversation, const Core::Retrying &next)
{
    if (conversation != m_conversation.id)
        return;
    m_isRetrying = true;
    const QDateTime until = m_parts.clock.now().addMSecs(next.waitMs);
    m_parts.page.notice().say(
        NoticeBar::Tone::Warning, ChatTexts::retrying(next, until),
        {{ChatTexts::stop(), [this, conversation] { m_parts.session.stop(conversation); }}});
}

void ChatDesk::endRetry()
{
    if (std::exchange(m_isRetrying, false))
        m_parts.page.notice().clear();
}

/// Nothing was sent. A question that was stored already waits at the end for its answer.
void ChatDesk::takeFailure(const QString &conversation, const Core::Error &error)
{
    m_parts.page.list().model().setStreaming(conversation, false);
    emit inFlightChanged(m_parts.session.busyCount());
    if (conversation != m_conversation.id)
        return;
    endRetry();
    m_parts.page.composer().setBusy(false);
    m_live.answerEnded();
    complain(error);
    if (m_isStale)
        refresh();
}

/// Says what went wrong with the conversation that is shown, and offers what helps.
void ChatDesk::complain(const Core::Error &error)
{
    const QList<Core::Message> branch = m_tree.branch();
    QList<NoticeBar::Action> actions;
    if (!branch.isEmpty() && branch.last().status == Core::MessageStatus::Interrupted)
        actions.append(continuation());
    if (!branch.isEmpty() && m_parts.page.composer().draft().isEmpty()
        && error.kind != Core::Error::Kind::OverBudget)
        actions.append(
            {ChatTexts::tryAgain(), [this, id = branch.last().id] { regenerate(id, {}, {}); }});
    m_parts.page.notice().say(NoticeBar::Tone::Bad, errorText(error), actions);
}
