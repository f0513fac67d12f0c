#pragma once

#include "core/tokens/pieceencoder.h"

#include <span>

namespace Core {

/// Counts the tokens of short pieces. The order of pieces does not matter to a sum, so those that
/// are not found at once are put off until there are enough of them to learn together.
class PieceCounter
{
    Q_DISABLE_COPY_MOVE(PieceCounter)

public:
    static constexpr std::size_t together = 64; ///< how many pieces can be added at once

    explicit PieceCounter(PieceEncoder &encoder);

    void add(std::span<const PieceKey> pieces);
    /// Of all pieces so far.
    std::size_t sum();

private:
    void addOthers();

    PieceEncoder &m_encoder;
    PieceCounts &m_counts;
    std::size_t m_sum = 0;
    std::size_t m_otherCount = 0;
    PieceKey m_others[PieceEncoder::together + 1];
};

} // namespace Core
