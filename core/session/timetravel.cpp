#include "core/session/timetravel.h"

#include "core/context/knownthread.h"

#include <algorithm>
#include <memory>

namespace Core {

namespace {

/// A card's plans at all moments of its thread.
class Travel
{
public:
    explicit Travel(PlanJob job)
        : m_job(std::move(job))
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

    bool isValid() const { return m_strategy != nullptr; }
    int placeOf(const QString &message) const { return m_places.value(message, -1); }

    ContextPlan plan(int end)
    {
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

private:
    QList<Summary> summariesBefore(int end) const
    {
        QList<Summary> summaries;
        for (const Summary &summary : m_job.summaries) {
            const int covered = m_places.value(summary.lastCovered, -1);
            if (covered >= 0 && covered < end)
                summaries.append(summary);
        }
        return summaries;
    }

    PlanJob m_job;
    QHash<QString, int> m_places; ///< by message id
    const Strategy *m_strategy = nullptr;
    StrategyOptions m_options;
    std::unique_ptr<KnownThread> m_known = std::make_unique<KnownThread>();
};

Presence presenceOf(const PlanItem &item)
{
    if (item.verdict == Verdict::Shortened)
        return Presence::Shortened;
    if (item.verdict == Verdict::Summarised)
        return Presence::Summarised;
    return isSent(item.verdict) ? Presence::Sent : Presence::Missing;
}

QList<FactFate> fatesOf(const CardJob &card, const Travel &travel, const QStringList &messages)
{
    QList<FactFate> fates;
    for (const QString &message : messages) {
        if (travel.placeOf(message) >= 0)
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

ContextPlan planAt(const PlanJob &job, int end)
{
    Travel travel(job);
    return travel.isValid() && end <= job.thread.size() ? travel.plan(end) : ContextPlan();
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
        Travel travel(card.job);
        QList<FactFate> fates = fatesOf(card, travel, messages);
        if (!travel.isValid() || fates.isEmpty())
            continue;
        for (const int end : ends) {
            if (promise.isCanceled())
                return;
            const ContextPlan plan = travel.plan(end);
            for (FactFate &fate : fates) {
                const int place = travel.placeOf(fate.message);
                fate.byTurn.append(place < end ? presenceOf(plan.items[place]) : Presence::NotSaid);
            }
            promise.setProgressValue(++done);
        }
        promise.addResult(fates);
    }
}

} // namespace Core
