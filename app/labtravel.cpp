#include "app/labtravel.h"

#include "core/base/async.h"
#include "ui/lab/labpage.h"
#include "ui/lab/timepane.h"

#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString anyQuestion = u"?"_s; // so that the whole branch is there

using Travellers = QHash<QString, std::shared_ptr<Core::PastPlans>>;

/// Made where they are used first, since that reads the whole thread.
struct Step
{
    QHash<QString, Core::ContextPlan> plans;
    Travellers travellers;
};

Step stepTo(const QList<Core::CardJob> &cards, Travellers travellers, int end)
{
    Step step{{}, std::move(travellers)};
    for (const Core::CardJob &card : cards) {
        auto &traveller = step.travellers[card.card];
        if (!traveller)
            traveller = std::make_shared<Core::PastPlans>(card.job);
        step.plans.insert(card.card, traveller->at(end));
    }
    return step;
}

} // namespace

LabTravel::LabTravel(LabPage &page, LabJobs &jobs)
    : m_page(page)
    , m_jobs(jobs)
{
    connect(&m_page, &LabPage::tabChanged, this, &LabTravel::refresh);
    connect(&m_page.time(), &TimePane::turnChanged, this, &LabTravel::planTurn);
    using Watcher = QFutureWatcherBase;
    connect(&m_search, &Watcher::resultReadyAt, this,
            [this](int place) { m_page.time().addFates(m_search.resultAt(place)); });
    connect(&m_search, &Watcher::progressValueChanged, this,
            [this](int value) { m_page.time().setProgress(value, m_search.progressMaximum()); });
    connect(&m_search, &Watcher::finished, this, [this] { m_page.time().setProgress(0, 0); });
}

LabTravel::~LabTravel()
{
    m_search.cancel();
}

void LabTravel::arrange()
{
    m_stale = true;
    refresh();
}

void LabTravel::setMarked(const QSet<QString> &messages)
{
    if (messages == m_marked)
        return;
    m_marked = messages;
    arrange();
}

QList<Core::CardJob> LabTravel::cardJobs() const
{
    QList<Core::CardJob> jobs;
    for (const LabColumn &column : m_page.matrix().columns()) {
        if (const auto job = m_jobs.job(column.card, anyQuestion))
            jobs.append({column.card.id, *job});
    }
    return jobs;
}

void LabTravel::refresh()
{
    if (!m_stale || m_page.tab() != LabPage::Tab::Time)
        return;
    m_stale = false;
    ++m_generation;
    TimePane &pane = m_page.time();
    const int turn = pane.turn();
    const QList<Core::Message> &branch = m_jobs.subject().branch;
    const bool sameThread = m_ends == Core::turnEnds(branch);
    m_ends = Core::turnEnds(branch);
    m_cards = cardJobs();
    m_plans.clear();
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : m_page.matrix().columns())
        cards.append(column.card);
    pane.setThread(branch);
    pane.setCards(cards);
    pane.setMarked(m_marked);
    if (sameThread && turn > 0)
        pane.setTurn(turn); // an edited card is looked at where one was
    planTurn();
    follow();
}

/// One turn at a time: while one is planned the slider may move on, and only where it stands
/// then is planned next.
void LabTravel::planTurn()
{
    const int turn = m_page.time().turn();
    if (m_planning || turn < 1 || turn > m_ends.size() || m_stale)
        return;
    m_planning = true;
    Core::whenDone(QtConcurrent::run(stepTo, m_cards, m_plans, m_ends[turn - 1]), this,
                   [this, turn, asked = m_generation](const Step &step) {
                       m_planning = false;
                       if (asked != m_generation)
                           return planTurn();
                       m_plans = step.travellers;
                       takePlans(turn, step.plans);
                   });
}

void LabTravel::takePlans(int turn, const QHash<QString, Core::ContextPlan> &plans)
{
    TimePane &pane = m_page.time();
    for (auto plan = plans.cbegin(); plan != plans.cend(); ++plan)
        pane.setPlan(plan.key(), turn, plan.value());
    if (pane.turn() != turn)
        planTurn();
}

void LabTravel::follow()
{
    m_search.cancel();
    if (m_marked.isEmpty() || m_cards.isEmpty())
        return;
    QStringList messages;
    for (const Core::Message &message : m_jobs.subject().branch) {
        if (m_marked.contains(message.id))
            messages += message.id;
    }
    m_search.setFuture(
        QtConcurrent::run(&m_jobs.background(), Core::followFacts, m_cards, messages));
}
