#include "core/session/timetravel.h"

#include "core/context/knownthread.h"

#include <algorithm>
#include <memory>

namespace Core {

namespace {

Presence presenceOf(const PlanItem &item)
{
    if (item.verdict == Verdict::Shortened)
        return Presence::Shortened;
    if (item.verdict == Verdict::Summarised)
        return Presence::Summarised;
    return isSent(item.verdict) ? Presence::Sent : Presence::Missing;
}

QList<FactFate> fatesOf(const CardJob &card, const PastPlans &plans, const QStringList &messages)
{
    QList<FactFate> fates;
    for (const QString &message : messages) {
        if (plans.placeOf(message) >= 0)
            fates.append({.card = card.card, .message = message});
    }
    return fates;
}

} // namespace

QList<int> turnEnds(const QList<Message> &thread)
{
    QList<int> ends;
    for (int i = 0; i < thread.size(); ++i) {
        if (thread[i].role == Role::User)
            ends.append(i + 1);
    }
    return ends;
}

PastPlans::PastPlans(const PlanJob &job)
    : m_job(job)
    , m_known(std::make_unique<KnownThread>())
{
    m_job.counter.count(m_job.thread);
    for (int i = 0; i < m_job.thread.size(); ++i)
        m_places.insert(m_job.thread[i].id, i);
    const auto strategy = strategyById(m_job.turn.strategy);
    if (!strategy)
        return;
    const auto options = checkOptions(**strategy, m_job.turn.options);
    if (!options)
        return;
    m_strategy = *strategy;
    m_options = *options;
}

PastPlans::~PastPlans() = default;

ContextPlan PastPlans::at(int end)
{
    if (!isValid() || end > m_job.thread.size())
        return {};
    const std::span thread = std::span(std::as_const(m_job.thread)).first(size_t(end));
    m_known->update(thread);
    return m_strategy->plan({.thread = thread,
                             .budget = m_job.budget,
                             .options = m_options,
                             .marks = m_job.marks,
                             .summaries = summariesBefore(end),
                             .counter = m_job.counter,
                             .known = m_known.get()});
}

QList<Summary> PastPlans::summariesBefore(int end) const
{
    QList<Summary> summaries;
    for (const Summary &summary : m_job.summaries) {
        const int covered = m_places.value(summary.lastCovered, -1);
        if (covered >= 0 && covered < end)
            summaries.append(summary);
    }
    return summaries;
}

int FactFate::lostAt() const
{
    const auto said = std::find_if(byTurn.begin(), byTurn.end(),
                                   [](Presence presence) { return presence != Presence::NotSaid; });
    const auto lost = std::find(said, byTurn.end(), Presence::Missing);
    return lost == byTurn.end() ? 0 : int(lost - byTurn.begin()) + 1;
}

int FactFate::backAt() const
{
    const int lost = lostAt();
    if (lost == 0)
        return 0;
    const auto back = std::find_if(byTurn.begin() + lost, byTurn.end(),
                                   [](Presence presence) { return presence != Presence::Missing; });
    return back == byTurn.end() ? 0 : int(back - byTurn.begin()) + 1;
}

void followFacts(QPromise<QList<FactFate>> &promise, const QList<CardJob> &jobs,
                 const QStringList &messages)
{
    if (jobs.isEmpty())
        return;
    const QList<int> ends = turnEnds(jobs.first().job.thread);
    promise.setProgressRange(0, int(ends.size() * jobs.size()));
    int done = 0;
    for (const CardJob &card : jobs) {
        PastPlans plans(card.job);
        QList<FactFate> fates = fatesOf(card, plans, messages);
        if (!plans.isValid() || fates.isEmpty())
            continue;
        for (const int end : ends) {
            if (promise.isCanceled())
                return;
            const ContextPlan plan = plans.at(end);
            for (FactFate &fate : fates) {
                const int place = plans.placeOf(fate.message);
                fate.byTurn.append(place < end ? presenceOf(plan.items[place]) : Presence::NotSaid);
            }
            promise.setProgressValue(++done);
        }
        promise.addResult(fates);
    }
}

} // namespace Core
