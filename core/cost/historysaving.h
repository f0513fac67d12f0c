#pragma once

#include "core/chat/branch.h"
#include "core/chat/charge.h"

namespace Core {

/// What the turns of a conversation cost beside what they would have cost with the whole history
/// in every request. Only turns with a price count; what was made for them, such as summaries,
/// is on the side of what was paid. A plain value.
struct HistorySaving
{
    int turns = 0;
    qint64 sentTokens = 0;
    qint64 fullTokens = 0;
    Money paid;
    Money full;

    Money saved() const { return full - paid; } ///< below 0: the strategy cost more
    /// Of `full`; nothing where that is nothing.
    std::optional<double> share() const;

    friend bool operator==(const HistorySaving &, const HistorySaving &) = default;
};

/// The tree's messages are counted. The history that the turn before had is taken as served from
/// the provider's cache where the charge's rates have a price for that, so the saving is not
/// less than this.
HistorySaving historySaving(const QList<Charge> &charges, const MessageTree &tree);

} // namespace Core
