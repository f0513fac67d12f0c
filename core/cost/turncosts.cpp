#include "core/cost/turncosts.h"

#include <QHash>

#include <algorithm>

namespace Core {

namespace {

void add(TurnCost &turn, const Charge &charge)
{
    turn.at = charge.at;
    turn.freshTokens += charge.usage.prompt - charge.usage.cachedRead;
    turn.cachedTokens += charge.usage.cachedRead;
    turn.outputTokens += charge.usage.completion;
    if (charge.amount)
        turn.cost = turn.cost.value_or(Money{}) + *charge.amount;
    else
        turn.isComplete = false;
}

} // namespace

QList<TurnCost> turnCosts(QList<Charge> charges)
{
    std::stable_sort(charges.begin(), charges.end(),
                     [](const Charge &a, const Charge &b) { return a.at < b.at; });
    QList<TurnCost> turns;
    QHash<QString, qsizetype> places;
    QList<Charge> waiting; // for the answer that they were made for
    for (const Charge &charge : charges) {
        if (charge.messageId.isEmpty()) {
            waiting.append(charge);
            continue;
        }
        if (!places.contains(charge.messageId)) {
            places.insert(charge.messageId, turns.size());
            turns.append({.messageId = charge.messageId});
        }
        TurnCost &turn = turns[places.value(charge.messageId)];
        for (const Charge &each : std::exchange(waiting, {}))
            add(turn, each);
        add(turn, charge);
        turn.model = charge.model;
    }
    if (!waiting.isEmpty() && turns.isEmpty())
        turns.append({.model = waiting.first().model});
    for (const Charge &each : waiting)
        add(turns.last(), each);

    Money soFar;
    for (TurnCost &turn : turns)
        turn.soFar = soFar += turn.cost.value_or(Money{});
    return turns;
}

} // namespace Core
