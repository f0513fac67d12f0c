#include "app/labdesk.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/cost/chargecalculator.h"
#include "ui/lab/repliespane.h"

#include <QtConcurrent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int offeredConversations = 200;
const QString draftId = u"question"_s;
const QString cardsName = u"labCards"_s;

} // namespace

LabDesk::LabDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    wire();
}

void LabDesk::wire()
{
    LabPage &page = m_parts.page;
    connect(&page, &LabPage::conversationChosen, this, &LabDesk::open);
    connect(&page, &LabPage::questionChanged, this, &LabDesk::arrange);
    connect(&page, &LabPage::cardAdded, this, &LabDesk::addCard);
    connect(&page, &LabPage::cardChanged, this, &LabDesk::changeCard);
    connect(&page, &LabPage::cardRemoved, this, &LabDesk::removeCard);
    connect(&page, &LabPage::askRequested, this, qOverload<>(&LabDesk::ask));
    connect(&page.replies(), &RepliesPane::stopRequested, this, &LabDesk::stop);
    connect(&page, &LabPage::messageActivated, this, [this](const QString &message) {
        if (message != draftId)
            emit messageActivated(m_conversation.id, message);
    });
}

void LabDesk::show(const QString &conversationId)
{
    showModels();
    Core::whenDone(m_parts.session.store.value(cardsName), this,
                   [this](const Core::Result<QString> &json) {
                       const auto cards = Core::trialsFromJson(json ? *json : QString());
                       m_kept = cards ? *cards : QList<Core::TrialCard>();
                   });
    Core::whenDone(m_parts.session.store.conversations({.pinnedFirst = false}, std::nullopt,
                                                       offeredConversations),
                   this, [this, conversationId](const Core::Result<Core::ConversationPage> &page) {
                       if (!page)
                           return emit failed(page.error());
                       takeConversations(page->rows, conversationId);
                   });
}

void LabDesk::takeConversations(const QList<Core::Conversation> &conversations,
                                const QString &wanted)
{
    const QString newest = conversations.isEmpty() ? QString() : conversations.first().id;
    const QString id = wanted.isEmpty() ? newest : wanted;
    const auto known = std::any_of(conversations.cbegin(), conversations.cend(),
                                   [&](const Core::Conversation &each) { return each.id == id; });
    if (known || id.isEmpty()) {
        m_parts.page.setConversations(conversations, id);
        return id.isEmpty() ? void() : open(id);
    }
    Core::whenDone(m_parts.session.store.conversation(id), this,
                   [this, conversations](const Core::Result<Core::Conversation> &older) {
                       if (!older)
                           return m_parts.page.setConversations(conversations, {});
                       m_parts.page.setConversations(conversations + QList{*older}, older->id);
                       open(older->id);
                   });
}

/// Results come in the order in which they were asked, so with the summaries all is here.
void LabDesk::open(const QString &id)
{
    m_conversation = {.id = id};
    const auto isOpen = [this, id] { return m_conversation.id == id; };
    Core::whenDone(m_parts.session.store.thread(id), this,
                   [this, isOpen](const Core::Result<Core::Thread> &thread) {
                       if (!isOpen())
                           return;
                       if (!thread)
                           return m_parts.page.showError(thread.error());
                       m_conversation = thread->conversation;
                       m_branch = thread->tree.branch();
                   });
    Core::whenDone(m_parts.session.store.handMarks(id), this,
                   [this, isOpen](const Core::Result<Core::HandMarks> &marks) {
                       if (isOpen())
                           m_marks = marks ? *marks : Core::HandMarks();
                   });
    Core::whenDone(m_parts.session.store.summaries(id), this,
                   [this, isOpen](const Core::Result<QList<Core::Summary>> &summaries) {
                       if (!isOpen())
                           return;
                       m_summaries = summaries ? *summaries : QList<Core::Summary>();
                       arrange();
                   });
}

/// Lays out the messages of the question and plans them under every card.
void LabDesk::arrange()
{
    const QString question = m_parts.page.question();
    QList<Core::Message> rows = question.isEmpty() ? Core::upToLastQuestion(m_branch) : m_branch;
    if (!question.isEmpty())
        rows.append({.id = draftId, .role = Core::Role::User, .content = question});
    LabMatrixModel &matrix = m_parts.page.matrix();
    m_parts.page.setMessages(rows);
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : matrix.columns())
        cards.append(column.card);
    if (cards.isEmpty())
        cards = m_kept.isEmpty() ? standardCards() : m_kept;
    for (const Core::TrialCard &card : std::as_const(cards))
        planCard(card);
}

/// Those that the lab begins with; none where the settings' provider is gone.
QList<Core::TrialCard> LabDesk::standardCards()
{
    const auto provider =
        Core::providerByName(m_parts.settings, m_parts.settings.provider, m_practiceUrl);
    if (!provider) {
        m_parts.page.showError(provider.error());
        return {};
    }
    const Core::Turn turn = Core::turnFor(m_parts.settings, m_conversation, *provider, {});
    return Core::standardTrials(provider->name, turn.model);
}

void LabDesk::showModels()
{
    QList<LabModel> models;
    const auto add = [&](const QString &name) {
        const auto provider = Core::providerByName(m_parts.settings, name, m_practiceUrl);
        if (!provider)
            return;
        for (const QString &model : Core::modelsOf(*provider, m_parts.session.prices))
            models.append({name, model});
    };
    add(u"practice"_s);
    for (const Core::Provider &provider : m_parts.settings.providers)
        add(provider.name);
    m_parts.page.setModels(models);
}

/// Like the last one, since one card that differs in one thing is what one looks for.
void LabDesk::addCard()
{
    const QList<LabColumn> &columns = m_parts.page.matrix().columns();
    const QList<Core::TrialCard> standard = standardCards();
    if (columns.isEmpty() && standard.isEmpty())
        return;
    Core::TrialCard card = columns.isEmpty() ? standard.last() : columns.last().card;
    card.id = Core::newId();
    changeCard(card);
}

void LabDesk::changeCard(const Core::TrialCard &card)
{
    planCard(card);
    keepCards();
}

void LabDesk::removeCard(const QString &id)
{
    m_parts.page.matrix().removeCard(id);
    keepCards();
}

/// So that the lab begins as it was left. A store that cannot be written forgets them.
void LabDesk::keepCards()
{
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : m_parts.page.matrix().columns())
        cards.append(column.card);
    (void)m_parts.session.store.setValue(cardsName, Core::trialsToJson(cards));
}

std::optional<Core::PlanJob> LabDesk::jobOf(const Core::TrialCard &card)
{
    const auto provider = Core::providerByName(m_parts.settings, card.provider, m_practiceUrl);
    if (!provider) {
        fail(card, provider.error());
        return std::nullopt;
    }
    const QString question = m_parts.page.question();
    const Core::ModelBook &models = m_parts.chats.models();
    const Core::Turn turn = Core::trialTurn(
        Core::turnFor(m_parts.settings, m_conversation, *provider, question), card, *provider);
    Core::PlanJob job{.thread = question.isEmpty() ? Core::upToLastQuestion(m_branch) : m_branch,
                      .turn = turn,
                      .budget = models.budget(turn),
                      .counter = models.counter(card.provider, card.model),
                      .marks = m_marks,
                      .summaries = m_summaries,
                      .memory = m_parts.chats.planMemory(),
                      .nowMs = m_parts.session.clock.monotonicMs()};
    if (!question.isEmpty())
        job.draft = Core::Message{.id = draftId, .role = Core::Role::User, .content = question};
    return job;
}

void LabDesk::planCard(const Core::TrialCard &card)
{
    const auto job = jobOf(card);
    const int asked = ++m_plans;
    m_asked[card.id] = asked;
    if (!job || (m_branch.isEmpty() && !job->draft))
        return m_parts.page.matrix().setColumn({.card = card, .isPlanned = false});
    // What was planned before stays until the new plan is there, so that nothing flickers.
    const LabColumn *before = m_parts.page.matrix().column(card.id);
    LabColumn column = before ? *before : LabColumn{};
    column.card = card;
    column.problem.reset();
    column.isPlanned = true;
    m_parts.page.matrix().setColumn(column);
    Core::whenDone(QtConcurrent::run(Core::planTurn, *job), this,
                   [this, card, asked, job = *job](const Core::Result<Core::ContextPlan> &plan) {
                       if (isNewest(card, asked))
                           takePlan(card, job, plan);
                   });
}

bool LabDesk::isNewest(const Core::TrialCard &card, int asked) const
{
    return m_asked.value(card.id) == asked && m_parts.page.matrix().column(card.id);
}

void LabDesk::takePlan(const Core::TrialCard &card, const Core::PlanJob &job,
                       const Core::Result<Core::ContextPlan> &plan)
{
    if (!plan)
        return fail(card, plan.error());
    LabColumn column{.card = card, .plan = *plan, .exactness = job.counter.exactness()};
    price(column, job);
    m_parts.page.matrix().setColumn(column);
    replay(card, job);
}

void LabDesk::replay(const Core::TrialCard &card, const Core::PlanJob &job)
{
    Core::whenDone(
        QtConcurrent::run(Core::replayTurn, job), this,
        [this, card, job, asked = m_asked.value(card.id)](const Core::CacheReplay &made) {
            if (!isNewest(card, asked))
                return;
            LabColumn column = *m_parts.page.matrix().column(card.id);
            column.replay = made;
            price(column, job);
            m_parts.page.matrix().setColumn(column);
        });
}

void LabDesk::price(LabColumn &column, const Core::PlanJob &job) const
{
    const int answer = std::min(Core::usualAnswerTokens(m_branch), job.turn.maxTokens);
    column.usage = Core::trialUsage(*column.plan, column.replay, answer);
    column.perCall = Core::forecast(m_parts.session.prices, job.turn.provider, job.turn.model,
                                    m_parts.session.clock.now(), column.usage);
}

void LabDesk::fail(const Core::TrialCard &card, const Core::Error &error)
{
    m_parts.page.matrix().setColumn({.card = card, .problem = error});
}

void LabDesk::ask()
{
    const QList<LabColumn> columns = m_parts.page.matrix().columns();
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : columns)
        cards.append(column.card);
    m_parts.page.beginReplies(cards);
    m_runners.clear();
    for (const LabColumn &column : columns)
        ask(column);
}

/// One card; whatever becomes of it, the others go on.
void LabDesk::ask(const LabColumn &column)
{
    RepliesPane &replies = m_parts.page.replies();
    const QString id = column.card.id;
    const auto refuse = [&](const Core::Error &why) { replies.end(id, {.problem = why}); };
    if (!column.plan)
        return refuse(column.problem.value_or(Core::Error{Core::Error::Kind::Cancelled, {}}));
    if (!column.plan->fits())
        return refuse({.kind = Core::Error::Kind::OverBudget,
                       .detail = column.card.strategy,
                       .asked = column.plan->use.total(),
                       .limit = column.plan->use.limit});
    const auto job = jobOf(column.card);
    if (!job)
        return refuse(m_parts.page.matrix().column(id)->problem.value_or(Core::Error()));
    auto *runner = new Core::TrialRunner(
        m_parts.session, {job->turn, m_conversation, *column.plan, job->counter}, this);
    connect(runner, &Core::TrialRunner::grew, &replies,
            [&replies, id](const QString &text) { replies.grow(id, text); });
    connect(runner, &Core::TrialRunner::ended, this,
            [this, &replies, id](const Core::TrialReply &reply) {
                replies.end(id, reply);
                emit spendChanged();
            });
    m_runners.append(runner);
    runner->start();
}

void LabDesk::stop()
{
    for (const QPointer<Core::TrialRunner> &runner : std::as_const(m_runners)) {
        if (runner)
            runner->stop();
    }
}
