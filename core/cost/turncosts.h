#pragma once

#include "core/chat/charge.h"

#include <QList>

#include <optional>

namespace Core {

/// What one turn of a conversation cost: its answer and what was made for it, such as a
/// summary. A plain value.
struct TurnCost
{
    QString messageId; ///< the answer
    QDateTime at; ///< UTC; of its last charge
    QString model;
    qint64 freshTokens = 0; ///< sent and not from the cache
    qint64 cachedTokens = 0;
    qint64 outputTokens = 0;
    std::optional<Money> cost; ///< of its charges with a price; nothing: none has one
    bool isComplete = true; ///< false: a charge of it has no price
    Money soFar; ///< of this turn and all before

    friend bool operator==(const TurnCost &, const TurnCost &) = default;
};

/// The turns of a conversation in order of time. A charge without an answer counts into the
/// turn that comes next, or into the last one.
QList<TurnCost> turnCosts(QList<Charge> charges);

} // namespace Core
