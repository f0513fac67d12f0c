#pragma once

#include "core/tokens/character.h"
#include "core/tokens/vocabulary.h"

#include <span>
#include <vector>

namespace Core {

/// Merges a short text by looking at all its pairs for each merge, without allocating. A part
/// stays where it started, so that nothing is moved when its neighbour joins it. Several texts
/// are merged in less time together, a step of each in turn, since a step mostly waits for the
/// vocabulary's tables.
class ShortMerge
{
public:
    static constexpr std::size_t capacity = 62; ///< bytes

    /// Begins anew. The text is not empty and has at most `capacity` bytes.
    void begin(const Vocabulary &vocabulary, std::string_view text);
    void begin(const Vocabulary &vocabulary, const PieceKey &piece);
    /// Merges up to 64 texts to their ends, a step of each in turn.
    static void finish(const Vocabulary &vocabulary, std::span<ShortMerge> merges);
    void appendTo(std::vector<TokenId> &tokens) const;

private:
    static constexpr int placeBits = 6;
    // Rank and place, read as a number with a fraction, which the processor compares quicker;
    // the offset keeps it from being subnormal.
    static constexpr std::int32_t offset = 1 << 23;
    static constexpr std::int32_t noPair = (std::int32_t(Vocabulary::none) << placeBits) + offset;

    void addAscii(const Vocabulary &vocabulary, std::string_view text);
    void addBytes(const Vocabulary &vocabulary, std::string_view text);
    bool addCharacters(const Vocabulary &vocabulary, std::string_view text);
    void addCharacter(const Vocabulary &vocabulary, const CharacterBytes &character);
    static std::int32_t pairOf(TokenId both, unsigned place);
    void close();
    void bound();
    std::int32_t leastPair() const;
    bool step(const Vocabulary &vocabulary); ///< merges the next pair; false if there is none
    std::uint64_t parts() const; ///< the places where the merged parts start
    void rankPair(const Vocabulary &vocabulary, unsigned left, unsigned right);

    // Places are 1 to m_count; before and behind them is nothing.
    unsigned m_count = 0;
    std::uint64_t m_alive = 0; // the places where a part starts
    TokenId m_tokens[capacity + 2];
    std::int32_t m_pairs[capacity + 2]; // rank and place: the least comes first
};

} // namespace Core
