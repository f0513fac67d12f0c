#pragma once

#include "core/session/recall.h"

#include <memory>

namespace Core {

class KnownThread;

/// The moments of a thread at which a request was made: how many messages there were, with the
/// question as the last one. The newest moment comes last.
QList<int> turnEnds(const QList<Message> &thread);

/// What a card would have sent at the moments of its thread. Summaries that cover later messages
/// did not exist then. What is known of the thread is kept from moment to moment. For one thread
/// of execution at a time.
class PastPlans
{
    Q_DISABLE_COPY_MOVE(PastPlans)

public:
    explicit PastPlans(const PlanJob &job); ///< job.thread is the whole thread
    ~PastPlans();

    bool isValid() const { return m_strategy != nullptr; }
    int placeOf(const QString &message) const { return m_places.value(message, -1); }

    /// The plan when there were `end` messages; nothing in it where there were never so many.
    ContextPlan at(int end);

private:
    QList<Summary> summariesBefore(int end) const;

    PlanJob m_job;
    QHash<QString, int> m_places; ///< by message id
    const Strategy *m_strategy = nullptr;
    StrategyOptions m_options;
    std::unique_ptr<KnownThread> m_known;
};

/// What became of a message in the request of one turn.
enum class Presence : quint8 {
    NotSaid, ///< it came later
    Sent,
    Shortened,
    Summarised, ///< its content may be in the summary
    Missing,
};

/// One message through all turns under one card. Turns are counted from 1.
struct FactFate
{
    QString card;
    QString message;
    QList<Presence> byTurn;

    /// The first turn whose request had it no more, be it for a while; 0: it never fell out.
    int lostAt() const;
    /// The first turn after lostAt() that had it again; 0: none.
    int backAt() const;
};

/// Follows messages through all turns, card by card: adds a result for each card as it is done,
/// and tells its progress in turns. Turns of a card are planned anew, since what falls out may
/// come back: nothing is skipped.
void followFacts(QPromise<QList<FactFate>> &promise, const QList<CardJob> &jobs,
                 const QStringList &messages);

} // namespace Core
