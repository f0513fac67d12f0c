#include "app/chatdesk.h"

#include "core/base/async.h"
#include "core/cost/chargecalculator.h"
#include "core/session/requestbody.h"
#include "ui/budget/budgetmeter.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/conversationheader.h"
#include "ui/thread/threadview.h"

#include <QDesktopServices>
#include <QtConcurrent>

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
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewDelayMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ChatDesk::preview);
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
    connect(&thread, &ThreadView::regenerateRequested, this,
            [this](const QString &id, const QString &model, const QString &strategy) {
                if (auto turn = turnOf({})) {
                    turn->parentId = id;
                    turn->model = model.isEmpty() ? turn->model : model;
                    turn->strategy = strategy.isEmpty() ? turn->strategy : strategy;
                    submit(*std::move(turn));
                }
            });
    connect(&thread, &ThreadView::editRequested, this, [this](const QString &id) {
        if (const Core::Message *message = m_tree.find(id))
            m_parts.page.composer().setDraft(message->content);
    });
}

void ChatDesk::wireComposer()
{
    Composer &composer = m_parts.page.composer();
    connect(&composer, &Composer::sendRequested, this, &ChatDesk::send);
    connect(&composer, &Composer::stopRequested, this,
            [this] { m_parts.session.stop(m_conversation.id); });
    connect(&composer, &Composer::textEdited, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(&composer, &Composer::draftChanged, this, [this](const QString &draft) {
        if (!m_conversation.id.isEmpty())
            change(m_conversation.id, {.draft = draft});
    });
    connect(&m_parts.page.meter(), &BudgetMeter::strategyRequested, this,
            [this](const QString &id) { change(m_conversation.id, {.strategy = id}); });
}

void ChatDesk::wireHeader()
{
    ConversationHeader &header = m_parts.page.header();
    connect(&header, &ConversationHeader::providerChosen, this, [this](const QString &name) {
        change(m_conversation.id, {.provider = name, .model = QString()});
    });
    connect(&header, &ConversationHeader::modelChosen, this,
            [this](const QString &model) { change(m_conversation.id, {.model = model}); });
    connect(&header, &ConversationHeader::strategyChosen, this,
            [this](const QString &id) { change(m_conversation.id, {.strategy = id}); });
}

void ChatDesk::wireSession()
{
    Core::ChatSession &session = m_parts.session;
    connect(&session, &Core::ChatSession::questionStored, this, [this](const Core::Thread &thread) {
        m_parts.page.list().model().put(thread.conversation);
        if (thread.conversation.id == m_conversation.id)
            showThread(thread);
    });
    connect(&session, &Core::ChatSession::turnStarted, this,
            [this](const Core::Message &answer, const Core::ContextPlan &plan) {
                m_parts.page.list().model().setStreaming(answer.conversationId, true);
                if (answer.conversationId != m_conversation.id)
                    return;
                m_parts.page.thread().beginAnswer(answer);
                m_parts.page.thread().setPlan(plan);
                m_parts.page.composer().setBusy(true);
            });
    connect(&session, &Core::ChatSession::answerGrew, this,
            [this](const QString &conversation, const QString &text) {
                if (conversation == m_conversation.id)
                    m_parts.page.thread().growAnswer(text);
            });
    connect(&session, &Core::ChatSession::turnFinished, this, &ChatDesk::takeRecord);
    connect(
        &session, &Core::ChatSession::turnFailed, this,
        [this](const QString &conversation, const Core::Error &error, const Core::ContextPlan &) {
            m_parts.page.list().model().setStreaming(conversation, false);
            if (conversation == m_conversation.id)
                m_parts.page.composer().setBusy(false);
            emit inFlightChanged(m_parts.session.busyCount());
            emit failed(error);
        });
}

void ChatDesk::settingsChanged()
{
    QStringList providers{u"practice"_s};
    for (const Core::Provider &provider : m_parts.settings.providers)
        providers += provider.name;
    QStringList strategies;
    for (const Core::Strategy &strategy : Core::strategies())
        strategies += strategy.id;
    ConversationHeader &header = m_parts.page.header();
    header.setProviders(providers);
    header.setStrategies(strategies);
    header.setDefaults(
        {m_parts.settings.provider, m_parts.settings.model, m_parts.settings.strategy});
    m_parts.page.thread().setRegenerateChoices({}, strategies);
    m_previewTimer.start();
}

void ChatDesk::openConversation(const QString &id, const QString &messageId)
{
    m_parts.page.composer().flushDraft();
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

void ChatDesk::startConversation()
{
    Core::whenDone(m_parts.store.createConversation({.userId = m_parts.settings.userName}), this,
                   [this](const Core::Result<Core::Conversation> &made) {
                       if (!made)
                           return emit failed(made.error());
                       m_parts.page.list().model().put(*made);
                       openConversation(made->id);
                   });
}

void ChatDesk::showThread(const Core::Thread &thread)
{
    const bool another = thread.conversation.id != m_conversation.id;
    m_conversation = thread.conversation;
    m_tree = thread.tree;
    const QList<Core::Message> branch = m_tree.branch();
    m_parts.page.header().setConversation(m_conversation);
    m_parts.page.thread().setThread(m_conversation, branch, siblingsOf(m_tree, branch));
    if (another)
        m_parts.page.composer().setDraft(m_conversation.draft);
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

std::optional<Core::Turn> ChatDesk::turnOf(const QString &text) const
{
    const QString name =
        m_conversation.provider.isEmpty() ? m_parts.settings.provider : m_conversation.provider;
    const auto provider = Core::providerByName(m_parts.settings, name, m_practiceUrl);
    if (!provider || m_conversation.id.isEmpty())
        return std::nullopt;
    Core::Turn turn = Core::turnFor(m_parts.settings, m_conversation, *provider, text);
    if (!Core::strategyById(turn.strategy))
        turn.strategy = u"full"_s; // one that this version does not have
    return turn;
}

void ChatDesk::send(const QString &text)
{
    if (auto turn = turnOf(text)) {
        m_parts.page.composer().clear();
        change(m_conversation.id, {.draft = QString()});
        submit(*std::move(turn));
    }
}

void ChatDesk::submit(Core::Turn turn)
{
    if (m_parts.session.isBusy(turn.conversationId))
        return;
    m_parts.page.composer().setBusy(true);
    m_parts.session.submit(turn);
    emit inFlightChanged(m_parts.session.busyCount());
}

void ChatDesk::change(const QString &id, const Core::ConversationChange &change)
{
    Core::whenDone(m_parts.store.changeConversation(id, change), this,
                   [this](const Core::Result<Core::Conversation> &changed) {
                       if (!changed)
                           return emit failed(changed.error());
                       m_parts.page.list().model().put(*changed);
                       if (changed->id != m_conversation.id)
                           return;
                       m_conversation = *changed;
                       m_parts.page.header().setConversation(m_conversation);
                       m_previewTimer.start();
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

void ChatDesk::takeRecord(const Core::TurnRecord &record, const std::optional<Core::Error> &problem)
{
    ConversationListModel &list = m_parts.page.list().model();
    list.setStreaming(record.conversation.id, false);
    list.put(record.conversation);
    emit inFlightChanged(m_parts.session.busyCount());
    emit spendChanged();
    if (problem)
        emit failed(*problem);
    if (record.conversation.id != m_conversation.id)
        return list.setUnread(record.conversation.id, true);
    m_parts.page.composer().setBusy(false);
    m_parts.page.thread().finishAnswer(record.answer);
    readThread(m_conversation.id, {});
}

void ChatDesk::preview()
{
    const QString draft = m_parts.page.composer().draft();
    const auto turn = turnOf(draft);
    if (!turn)
        return;
    const Core::ModelBook &models = m_parts.session.models();
    Core::PlanJob job{.thread = m_tree.branch(),
                      .turn = *turn,
                      .budget = models.budget(*turn),
                      .counter = models.counter(turn->provider.name, turn->model),
                      .marks = m_marks};
    if (!draft.isEmpty())
        job.draft = Core::Message{.role = Core::Role::User, .content = draft};
    Core::whenDone(
        QtConcurrent::run(Core::planTurn, std::move(job)), this,
        [this, turn = *turn, asked = ++m_generation](const Core::Result<Core::ContextPlan> &plan) {
            if (asked == m_generation)
                showPlan(plan, turn);
        });
}

void ChatDesk::showPlan(const Core::Result<Core::ContextPlan> &plan, const Core::Turn &turn)
{
    if (!plan)
        return;
    const Core::ModelBook &models = m_parts.session.models();
    const Core::Usage usage{.prompt = plan->use.total(), .completion = 0};
    m_parts.page.meter().setState(
        {.use = plan->use,
         .budget = models.budget(turn),
         .cost =
             Core::forecast(m_parts.prices, turn.provider, turn.model, m_parts.clock.now(), usage),
         .exactness = models.counter(turn.provider.name, turn.model).exactness()});
    m_parts.page.thread().setPlan(*plan);
    emit planned(*plan,
                 {.provider = turn.provider.name,
                  .model = turn.model,
                  .strategy = turn.strategy,
                  .requestUrl = turn.provider.baseUrl.toEncoded() + "/chat/completions",
                  .requestHeaders = {{"Content-Type", "application/json"}},
                  .requestBody = Core::requestBody(turn, *plan)});
}
