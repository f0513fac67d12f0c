#include "app/labdesk.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/cost/chargecalculator.h"
#include "ui/lab/experimentspane.h"
#include "ui/lab/labmatrix.h"
#include "ui/lab/probespane.h"

#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int offeredConversations = 200;
constexpr int pauseMs = 150;
const QString cardsName = u"labCards"_s;

QList<Core::TrialCard> cardsOf(const LabMatrixModel &matrix)
{
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : matrix.columns())
        cards.append(column.card);
    return cards;
}

} // namespace

LabDesk::LabDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_page(parts.page)
    , m_store(parts.session.store)
    , m_jobs({parts.session, parts.chats, parts.settings})
    , m_asking(m_page, m_jobs)
    , m_probes(m_page, m_jobs)
    , m_travel(m_page, m_jobs)
    , m_experiments(m_page, m_jobs)
{
    wire();
    wireDesks();
}

void LabDesk::wire()
{
    connect(&m_page, &LabPage::conversationChosen, this, &LabDesk::open);
    connect(&m_page, &LabPage::questionChanged, this, &LabDesk::arrange);
    connect(&m_page, &LabPage::cardAdded, this, &LabDesk::addCard);
    connect(&m_page, &LabPage::cardChanged, this,
            [this](const Core::TrialCard &card) { changeCard(card); });
    connect(&m_page, &LabPage::cardRemoved, this, &LabDesk::removeCard);
    connect(&m_page, &LabPage::cardDuplicated, this, &LabDesk::duplicateCard);
    connect(&m_page, &LabPage::cardMoved, this, [this](const QString &id, int places) {
        m_page.matrix().moveCard(id, places);
        cardsChanged();
    });
    connect(&m_page, &LabPage::messageActivated, this, [this](const QString &message) {
        if (message != LabJobs::draftId)
            emit messageActivated(m_jobs.subject().conversation.id, message);
    });
}

void LabDesk::wireDesks()
{
    connect(&m_asking, &LabAsking::spendChanged, this, &LabDesk::spendChanged);
    connect(&m_asking, &LabAsking::preferred, &m_experiments, &LabExperiments::countPreferred);
    connect(&m_probes, &LabProbes::spendChanged, this, &LabDesk::spendChanged);
    connect(&m_probes, &LabProbes::failed, this, &LabDesk::failed);
    connect(&m_probes, &LabProbes::evidenceChanged, &m_travel, &LabTravel::setMarked);
    connect(&m_probes, &LabProbes::probesChanged, &m_experiments, &LabExperiments::setProbes);
    connect(&m_probes, &LabProbes::evidenceChanged, &m_asking, &LabAsking::setEvidence);
    connect(&m_experiments, &LabExperiments::failed, this, &LabDesk::failed);
    connect(&m_experiments, &LabExperiments::opened, this, &LabDesk::openExperiment);
}

void LabDesk::show(const QString &conversationId)
{
    m_page.setModels(m_jobs.models());
    m_experiments.load();
    Core::whenDone(m_store.value(cardsName), this, [this](const Core::Result<QString> &json) {
        const auto cards = Core::trialsFromJson(json ? *json : QString());
        m_kept = cards ? *cards : QList<Core::TrialCard>();
    });
    Core::whenDone(
        m_store.conversations({.pinnedFirst = false}, std::nullopt, offeredConversations), this,
        [this, conversationId](const Core::Result<Core::ConversationPage> &page) {
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
        m_page.setConversations(conversations, id);
        return id.isEmpty() ? void() : open(id);
    }
    Core::whenDone(m_store.conversation(id), this,
                   [this, conversations](const Core::Result<Core::Conversation> &older) {
                       if (!older)
                           return m_page.setConversations(conversations, {});
                       m_page.setConversations(conversations + QList{*older}, older->id);
                       open(older->id);
                   });
}

/// Results come in the order in which they were asked, so with the summaries all is here; what
/// is not counted yet is counted beside the window's thread.
void LabDesk::open(const QString &id)
{
    m_wanted = id;
    const auto subject = std::make_shared<LabJobs::Subject>();
    Core::whenDone(m_store.thread(id), this,
                   [this, id, subject](const Core::Result<Core::Thread> &thread) {
                       if (m_wanted != id)
                           return;
                       if (!thread)
                           return m_page.showError(thread.error());
                       subject->conversation = thread->conversation;
                       subject->branch = thread->tree.branch();
                   });
    Core::whenDone(m_store.handMarks(id), this,
                   [subject](const Core::Result<Core::HandMarks> &marks) {
                       subject->marks = marks ? *marks : Core::HandMarks();
                   });
    Core::whenDone(m_store.summaries(id), this,
                   [this, id, subject](const Core::Result<QList<Core::Summary>> &summaries) {
                       if (m_wanted != id || subject->conversation.id.isEmpty())
                           return;
                       subject->summaries = summaries ? *summaries : QList<Core::Summary>();
                       const auto count = [](LabJobs::Subject counted) {
                           Core::TokenCounter().count(counted.branch);
                           return counted;
                       };
                       Core::whenDone(QtConcurrent::run(count, *subject), this,
                                      [this, id](const LabJobs::Subject &counted) {
                                          if (m_wanted == id)
                                              takeSubject(counted);
                                      });
                   });
}

void LabDesk::takeSubject(const LabJobs::Subject &subject)
{
    if (subject.conversation.id != m_jobs.subject().conversation.id)
        m_experiments.forgetPreferred();
    m_jobs.setSubject(subject);
    const bool opening = m_opening && m_opening->conversationId == subject.conversation.id;
    m_probes.open(opening ? m_opening->probes : QList<Core::Probe>());
    if (opening) {
        while (m_page.matrix().columnCount() > 0)
            m_page.matrix().removeCard(m_page.matrix().columns().last().card.id);
        m_kept = m_opening->cards;
        m_page.setQuestion(m_opening->question);
        m_page.setCallsPerDay(m_opening->callsPerDay);
        m_opening.reset();
        arrange();
        return cardsChanged();
    }
    arrange();
}

/// Its cards and probes over its conversation as that is now; its figures stay where they are kept.
void LabDesk::openExperiment(const Core::Experiment &experiment)
{
    m_opening = experiment;
    m_page.showTab(LabPage::Tab::Compare);
    Core::whenDone(m_store.conversation(experiment.conversationId), this,
                   [this, id = experiment.conversationId](
                       const Core::Result<Core::Conversation> &conversation) {
                       if (conversation)
                           return show(id);
                       m_opening.reset();
                       emit failed(conversation.error());
                   });
}

/// Lays out the messages of the question and plans them under every card.
void LabDesk::arrange()
{
    m_page.setMessages(m_jobs.messages(m_page.question()));
    QList<Core::TrialCard> cards = cardsOf(m_page.matrix());
    if (cards.isEmpty())
        cards = m_kept;
    if (cards.isEmpty()) {
        const auto standard = m_jobs.standardCards();
        if (!standard)
            return m_page.showError(standard.error());
        cards = *standard;
    }
    for (const Core::TrialCard &card : std::as_const(cards))
        planCard(card);
    m_probes.measure();
    m_travel.arrange();
}

/// Like the last one, since one card that differs in one thing is what one looks for.
void LabDesk::addCard()
{
    const QList<LabColumn> &columns = m_page.matrix().columns();
    if (!columns.isEmpty())
        return duplicateCard(columns.last().card.id);
    const auto standard = m_jobs.standardCards();
    if (standard)
        changeCard(standard->last());
}

void LabDesk::duplicateCard(const QString &id)
{
    const LabColumn *column = m_page.matrix().column(id);
    if (!column)
        return;
    Core::TrialCard card = column->card;
    card.id = Core::newId();
    changeCard(card, m_page.matrix().placeOf(id) + 1);
}

void LabDesk::changeCard(const Core::TrialCard &card, int place)
{
    planCard(card, place);
    cardsChanged();
}

void LabDesk::removeCard(const QString &id)
{
    m_page.matrix().removeCard(id);
    cardsChanged();
}

/// They are kept, so that the lab begins as it was left. A store that cannot be written forgets
/// them.
void LabDesk::cardsChanged()
{
    (void)m_store.setValue(cardsName, Core::trialsToJson(cardsOf(m_page.matrix())));
    m_probes.measure();
    m_travel.arrange();
}

void LabDesk::planCard(const Core::TrialCard &card, int place)
{
    LabMatrixModel &matrix = m_page.matrix();
    const auto job = m_jobs.job(card, m_page.question());
    const int asked = ++m_plans;
    m_asked[card.id] = asked;
    if (!job)
        return matrix.setColumn({.card = card, .problem = job.error()}, place);
    if (job->thread.isEmpty() && !job->draft)
        return matrix.setColumn({.card = card, .isPlanned = false}, place);
    // What was planned before stays until the new plan is there, so that nothing flickers.
    const LabColumn *before = matrix.column(card.id);
    LabColumn column = before ? *before : LabColumn{};
    column.card = card;
    column.problem.reset();
    column.isPlanned = true;
    matrix.setColumn(column, place);
    Core::whenDone(QtConcurrent::run(Core::planTurn, *job), this,
                   [this, card, asked, job = *job](const Core::Result<Core::ContextPlan> &plan) {
                       if (isNewest(card, asked))
                           takePlan(card, job, plan);
                   });
}

bool LabDesk::isNewest(const Core::TrialCard &card, int asked) const
{
    return m_asked.value(card.id) == asked && m_page.matrix().column(card.id);
}

void LabDesk::takePlan(const Core::TrialCard &card, const Core::PlanJob &job,
                       const Core::Result<Core::ContextPlan> &plan)
{
    if (!plan)
        return m_page.matrix().setColumn({.card = card, .problem = plan.error()});
    LabColumn column{.card = card,
                     .plan = *plan,
                     .exactness = job.counter.exactness(),
                     .recall = m_page.matrix().column(card.id)->recall};
    price(column, job);
    m_page.matrix().setColumn(column);
    QTimer::singleShot(pauseMs, this, [this, card, job, asked = m_asked.value(card.id)] {
        if (isNewest(card, asked)) // one may still be editing
            replay(card, job);
    });
}

void LabDesk::replay(const Core::TrialCard &card, const Core::PlanJob &job)
{
    Core::whenDone(
        QtConcurrent::run(&m_jobs.background(), Core::replayTurn, job), this,
        [this, card, job, asked = m_asked.value(card.id)](const Core::CacheReplay &made) {
            if (!isNewest(card, asked))
                return;
            LabColumn column = *m_page.matrix().column(card.id);
            column.replay = made;
            price(column, job);
            m_page.matrix().setColumn(column);
        });
}

void LabDesk::price(LabColumn &column, const Core::PlanJob &job) const
{
    const int answer =
        std::min(Core::usualAnswerTokens(m_jobs.subject().branch), job.turn.maxTokens);
    column.usage = Core::trialUsage(*column.plan, column.replay, answer);
    column.perCall = Core::forecast(m_jobs.session().prices, job.turn.provider, job.turn.model,
                                    m_jobs.session().clock.now(), column.usage);
}
