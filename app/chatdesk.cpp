#include "app/chatdesk.h"

#include "core/base/async.h"
#include "core/session/routing.h"
#include "ui/base/errortext.h"
#include "ui/base/noticebar.h"
#include "ui/budget/budgetmeter.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/conversations/filterbar.h"
#include "ui/mainwindow/chattexts.h"
#include "ui/mainwindow/conversationheader.h"
#include "ui/thread/threadview.h"

#include <QDesktopServices>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int previewDelayMs = 60; // typing stays ahead of planning

ThreadModel::Siblings siblingsOf(const Core::MessageTree &tree, const QList<Core::Message> &branch)
{
    ThreadModel::Siblings siblings;
    for (const Core::Message &message : branch) {
        const QStringList all = tree.siblings(message.id);
        if (all.size() > 1)
            siblings.insert(message.id, {int(all.indexOf(message.id)) + 1, int(all.size())});
    }
    return siblings;
}

} // namespace

ChatDesk::ChatDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_preview({parts.page.meter(), parts.page.thread(), parts.session, parts.prices, parts.clock})
    , m_live(parts.page.meter(), parts.page.composer())
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewDelayMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ChatDesk::preview);
    connect(&m_preview, &Preview::planned, &m_live, &LiveMeter::planShown);
    connect(&m_preview, &Preview::planned, this, &ChatDesk::planned);
    connect(&m_preview, &Preview::failed, this, &ChatDesk::complain);
    wireList();
    wireThread();
    wireComposer();
    wireHeader();
    wireSession();
    settingsChanged();
}

void ChatDesk::wireList()
{
    ConversationPanel &list = m_parts.page.list();
    connect(&list, &ConversationPanel::chosen, this,
            [this](const QString &id) { openConversation(id); });
    connect(&list, &ConversationPanel::messageChosen, this, &ChatDesk::openConversation);
    connect(&list, &ConversationPanel::newAsked, this, &ChatDesk::startConversation);
    connect(&list, &ConversationPanel::changeAsked, this, &ChatDesk::change);
}

void ChatDesk::wireThread()
{
    ThreadView &thread = m_parts.page.thread();
    connect(&thread, &ThreadView::linkActivated, this,
            [](const QUrl &target) { QDesktopServices::openUrl(target); });
    connect(&thread, &ThreadView::siblingRequested, this, &ChatDesk::switchSibling);
    connect(&thread, &ThreadView::retryRequested, this,
            [this] { openConversation(m_conversation.id); });
    connect(&thread, &ThreadView::pinRequested, this, [this](const QString &id, bool pinned) {
        mark(id, pinned ? Core::HandMark::Pinned : Core::HandMark::None);
    });
    connect(&thread, &ThreadView::excludeRequested, this, [this](const QString &id, bool excluded) {
        mark(id, excluded ? Core::HandMark::Excluded : Core::HandMark::None);
    });
    connect(&thread, &ThreadView::regenerateRequested, this, &ChatDesk::regenerate);
    connect(&thread, &ThreadView::editRequested, this, &ChatDesk::edit);
}

void ChatDesk::wireComposer()
{
    Composer &composer = m_parts.page.composer();
    connect(&composer, &Composer::sendRequested, this, &ChatDesk::send);
    connect(&composer, &Composer::editLastRequested, this, &ChatDesk::editLast);
    connect(&composer, &Composer::stopRequested, this,
            [this] { m_parts.session.stop(m_conversation.id); });
    connect(&composer, &Composer::textEdited, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(&composer, &Composer::draftChanged, this, [this](const QString &draft) {
        if (!m_conversation.id.isEmpty() && m_edited.isEmpty())
            change(m_conversation.id, {.draft = draft});
    });
    const BudgetMeter &meter = m_parts.page.meter();
    connect(&meter, &BudgetMeter::strategyRequested, this,
            [this](const QString &id) { change(m_conversation.id, {.strategy = id}); });
    connect(&meter, &BudgetMeter::shorteningRequested, &composer, qOverload<>(&QWidget::setFocus));
    connect(&meter, &BudgetMeter::inspectorRequested, &m_parts.page,
            [this] { m_parts.page.showInspector(true); });
}

void ChatDesk::wireHeader()
{
    ConversationHeader &header = m_parts.page.header();
    connect(&header, &ConversationHeader::providerChosen, this, [this](const QString &name) {
        change(m_conversation.id, {.provider = name, .model = QString()});
    });
    connect(&header, &ConversationHeader::modelChosen, this, [this](const QString &model) {
        // A model belongs to a provider; with it the choice stays when the default moves.
        change(m_conversation.id, {.provider = providerName(), .model = model});
    });
    connect(&header, &ConversationHeader::strategyChosen, this,
            [this](const QString &id) { change(m_conversation.id, {.strategy = id}); });
}

void ChatDesk::wireSession()
{
    Core::ChatSession &session = m_parts.session;
    connect(&session, &Core::ChatSession::questionStored, this, &ChatDesk::takeQuestion);
    connect(&session, &Core::ChatSession::turnStarted, this,
            [this](const Core::Message &answer, const Core::ContextPlan &plan) {
                m_parts.page.list().model().setStreaming(answer.conversationId, true);
                if (answer.conversationId != m_conversation.id)
                    return;
                m_parts.page.thread().beginAnswer(answer);
                m_parts.page.thread().setPlan(plan);
                m_parts.page.composer().setBusy(true);
                m_live.answerBegan();
            });
    connect(&session, &Core::ChatSession::answerGrew, this,
            [this](const QString &conversation, const QString &text) {
                if (conversation != m_conversation.id)
                    return;
                endRetry();
                m_parts.page.thread().growAnswer(text);
                m_live.answerGrew(text);
            });
    connect(&session, &Core::ChatSession::turnRetrying, this, &ChatDesk::takeRetry);
    connect(&session, &Core::ChatSession::turnFinished, this, &ChatDesk::takeRecord);
    connect(&session, &Core::ChatSession::turnFailed, this, &ChatDesk::takeFailure);
}

void ChatDesk::setUser(const QString &user)
{
    m_user = user;
    settingsChanged();
}

void ChatDesk::settingsChanged()
{
    QStringList providers{u"practice"_s};
    for (const Core::Provider &provider : m_parts.settings.providers)
        providers += provider.name;
    m_parts.page.header().setProviders(providers);
    m_parts.page.list().filters().setUser(user());
    m_parts.page.thread().setReader(user());
    showHeader();
    m_previewTimer.start();
}

void ChatDesk::showHeader()
{
    const auto provider = Core::providerByName(m_parts.settings, providerName(), m_practiceUrl);
    const QStringList models = provider ? Core::modelsOf(*provider, m_parts.prices) : QStringList();
    QStringList strategies;
    for (const Core::Strategy &strategy : Core::strategies())
        strategies += strategy.id;
    const auto turn = turnOf({});
    ConversationHeader &header = m_parts.page.header();
    header.setDefaults({providerName(), turn ? turn->model : QString(), m_parts.settings.strategy});
    header.setModels(models);
    header.setStrategies(strategies);
    header.setConversation(asAsked());
    m_parts.page.thread().setRegenerateChoices(models, strategies);
}

/// A provider that was removed, or that an import names, cannot be asked: then the default is.
QString ChatDesk::providerName() const
{
    for (const QString &name : {m_conversation.provider, m_parts.settings.provider})
        if (!name.isEmpty() && Core::providerByName(m_parts.settings, name, m_practiceUrl))
            return name;
    return u"practice"_s;
}

/// The conversation without a choice of a provider that is not there.
Core::Conversation ChatDesk::asAsked() const
{
    Core::Conversation conversation = m_conversation;
    if (conversation.provider != providerName()) {
        conversation.provider.clear();
        conversation.model.clear();
    }
    return conversation;
}

void ChatDesk::openConversation(const QString &id, const QString &messageId)
{
    m_parts.page.composer().flushDraft();
    m_parts.page.notice().clear();
    m_isRetrying = false;
    m_edited.clear();
    m_parts.page.thread().showLoading();
    m_parts.page.list().setCurrent(id);
    readThread(id, messageId);
}

void ChatDesk::readThread(const QString &id, const QString &messageId)
{
    Core::whenDone(m_parts.store.thread(id), this,
                   [this, messageId](const Core::Result<Core::Thread> &thread) {
                       if (!thread)
                           return m_parts.page.thread().showError(thread.error());
                       showThread(*thread);
                       if (!messageId.isEmpty())
                           m_parts.page.thread().showMessage(messageId);
                   });
}

void ChatDesk::reopenConversation(const QString &id)
{
    if (id.isEmpty())
        return;
    Core::whenDone(m_parts.store.thread(id), this,
                   [this](const Core::Result<Core::Thread> &thread) {
                       if (!thread || !thread->conversation.active || !m_conversation.id.isEmpty())
                           return;
                       m_parts.page.list().setCurrent(thread->conversation.id);
                       showThread(*thread);
                   });
}

void ChatDesk::startConversation()
{
    Core::whenDone(m_parts.store.createConversation({.userId = user()}), this,
                   [this](const Core::Result<Core::Conversation> &made) {
                       if (!made)
                           return emit failed(made.error());
                       m_parts.page.list().model().put(*made);
                       emit countChanged();
                       openConversation(made->id);
                       m_parts.page.composer().setFocus();
                   });
}

void ChatDesk::showThread(const Core::Thread &thread)
{
    const bool another = thread.conversation.id != m_conversation.id;
    m_conversation = thread.conversation;
    m_tree = thread.tree;
    const QList<Core::Message> branch = m_tree.branch();
    showHeader();
    m_parts.page.thread().setThread(m_conversation, branch, siblingsOf(m_tree, branch));
    if (another) {
        m_parts.page.composer().setDraft(m_conversation.draft);
        m_live.answerEnded();
    }
    m_parts.page.composer().setBusy(m_parts.session.isBusy(m_conversation.id));
    emit threadShown(thread);
    readFeet();
    m_previewTimer.start();
}

void ChatDesk::readFeet()
{
    const QString id = m_conversation.id;
    Core::whenDone(m_parts.store.handMarks(id), this,
                   [this, id](const Core::Result<Core::HandMarks> &marks) {
                       if (marks && id == m_conversation.id)
                           m_marks = *marks;
                   });
    Core::whenDone(m_parts.store.summaries(id), this,
                   [this, id](const Core::Result<QList<Core::Summary>> &summaries) {
                       if (summaries && id == m_conversation.id)
                           takeSummaries(*summaries);
                   });
    Core::whenDone(m_parts.store.chargesOf(id), this,
                   [this, id](const Core::Result<QList<Core::Charge>> &charges) {
                       if (!charges || id != m_conversation.id)
                           return;
                       for (const Core::Charge &charge : *charges)
                           m_parts.page.thread().setFoot(
                               charge.messageId,
                               {.cost = charge.amount, .charged = true, .model = charge.model});
                   });
}

void ChatDesk::takeSummaries(const QList<Core::Summary> &summaries)
{
    m_summaries = summaries;
    emit summariesRead(m_summaries);
    preview();
}

void ChatDesk::keepSummary(const Core::Summary &summary)
{
    Core::whenDone(m_parts.store.saveSummary(summary), this,
                   [this](const Core::Result<Core::Summary> &saved) {
                       if (!saved)
                           return emit failed(saved.error());
                       if (saved->conversationId == m_conversation.id)
                           takeSummaries(m_summaries + QList{*saved});
                   });
}

void ChatDesk::change(const QString &id, const Core::ConversationChange &change)
{
    const auto changing = m_parts.store.changeConversation(id, change, seen(id));
    ++m_changing[id];
    Core::whenDone(changing, this,
                   [this, id, change](const Core::Result<Core::Conversation> &changed) {
                       if (--m_changing[id] == 0)
                           m_changing.remove(id);
                       if (!changed && changed.error().kind == Core::Error::Kind::StoreConflict)
                           return takeConflict(id, change);
                       if (!changed)
                           return emit failed(changed.error());
                       takeRow(*changed);
                       if (change.active || change.tags)
                           emit countChanged();
                   });
}

void ChatDesk::switchSibling(const QString &messageId, int step)
{
    const QStringList siblings = m_tree.siblings(messageId);
    const qsizetype next = siblings.indexOf(messageId) + step;
    if (next < 0 || next >= siblings.size())
        return;
    const Core::ConversationChange change{.activeLeaf = m_tree.newestLeaf(siblings[next])};
    Core::whenDone(
        m_parts.store.changeConversation(m_conversation.id, change), this,
        [this](const Core::Result<Core::Conversation> &changed) {
            if (!changed)
                return emit failed(changed.error());
            showThread({*changed, Core::MessageTree(m_tree.messages(), changed->activeLeaf)});
        });
}

void ChatDesk::mark(const QString &messageId, Core::HandMark mark)
{
    m_marks.pinned.remove(messageId);
    m_marks.excluded.remove(messageId);
    if (mark == Core::HandMark::Pinned)
        m_marks.pinned.insert(messageId);
    else if (mark == Core::HandMark::Excluded)
        m_marks.excluded.insert(messageId);
    preview();
    Core::whenDone(m_parts.store.setHandMark(messageId, mark), this,
                   [this](const Core::Result<void> &done) {
                       if (!done)
                           emit failed(done.error());
                   });
}
