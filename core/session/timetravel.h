#pragma once

#include "core/session/recall.h"

namespace Core {

/// The moments of a thread at which a request was made: how many messages there were, with the
/// question as the last one. The newest moment comes last.
QList<int> turnEnds(const QList<Message> &thread);

/// What the card would have sent at that moment; the whole thread is job.thread. Summaries that
/// cover later messages did not exist then.
ContextPlan planAt(const PlanJob &job, int end);

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
