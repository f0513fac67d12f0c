#pragma once

#include "app/labjobs.h"
#include "core/session/timetravel.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>

class LabPage;

/// Plans the turns of the past that the lab steps through, and finds where marked messages fall
/// out; both off the window's thread, and only while one looks.
class LabTravel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabTravel)

public:
    LabTravel(LabPage &page, LabJobs &jobs);
    ~LabTravel() override;

    /// The conversation or the cards changed.
    void arrange();
    void setMarked(const QSet<QString> &messages);

private:
    void refresh();
    void planTurn();
    void takePlans(int turn, const QHash<QString, Core::ContextPlan> &plans);
    void follow();
    QList<Core::CardJob> cardJobs() const;

    LabPage &m_page;
    LabJobs &m_jobs;
    QSet<QString> m_marked;
    QList<Core::CardJob> m_cards;
    /// By card; used by one worker at a time, which holds them while it works.
    QHash<QString, std::shared_ptr<Core::PastPlans>> m_plans;
    QList<int> m_ends;
    bool m_stale = true; ///< something changed since the view was arranged
    bool m_planning = false;
    int m_generation = 0; ///< plans of the cards before count no more
    QFutureWatcher<QList<Core::FactFate>> m_search;
};
