#include "core/tokens/piececounter.h"

namespace Core {

PieceCounter::PieceCounter(PieceEncoder &encoder)
    : m_encoder(encoder)
    , m_counts(encoder.counts())
{
}

void PieceCounter::add(std::span<const PieceKey> pieces)
{
    std::size_t sum = 0;
    std::size_t others = m_otherCount;
    const std::size_t size = pieces.size();
    for (std::size_t i = 0; i < size; ++i) {
        const PieceKey &piece = pieces.data()[i];
        if (CharacterTokens::isOne(piece)) {
            sum += m_encoder.ofCharacter(piece).count();
            continue;
        }
        const std::size_t count = m_counts.find(piece);
        sum += count;
        m_others[others] = piece;
        others += count == 0;
    }
    m_sum += sum;
    m_otherCount = others;
    if (m_otherCount > PieceEncoder::together - together)
        addOthers();
}

std::size_t PieceCounter::sum()
{
    if (m_otherCount != 0)
        addOthers();
    return m_sum;
}

void PieceCounter::addOthers()
{
    for (std::size_t i = 0; i < m_otherCount; ++i)
        m_counts.prepare(m_others[i]);
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < m_otherCount; ++i) {
        const std::size_t count = m_counts.findOlder(m_others[i]);
        m_sum += count;
        m_others[unknown] = m_others[i];
        unknown += count == 0;
    }
    m_otherCount = 0;
    PieceTokens tokens[PieceEncoder::together];
    m_encoder.learn({m_others, unknown}, tokens);
    for (std::size_t i = 0; i < unknown; ++i) {
        m_sum += tokens[i].count();
        if (m_counts.find(m_others[i]) == 0) // the same piece may be there twice
            m_counts.add(m_others[i], tokens[i].count());
    }
}

} // namespace Core
