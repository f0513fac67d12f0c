#pragma once

#include "core/tokens/character.h"
#include "core/tokens/vocabulary.h"

#include <span>
#include <vector>

namespace Core {

/// Merges a short text by looking at all its pairs for each merge, without allocating. What surely
/// merges first is joined beforehand. A part stays where it started, so that nothing is moved when
/// its neighbour joins it. Several texts are merged in less time together, a step of each in
/// turn, since a step mostly waits for the vocabulary's tables.
class ShortMerge
{
public:
    static constexpr std::size_t capacity = 62; ///< parts
    static constexpr std::size_t longest = 128; ///< bytes that are taken of a text

    /// Begins anew with as much of the text, which is not empty, as there is room for: at least
    /// `capacity` bytes, or all, or up to three bytes less where a character is cut in two there.
    /// Returns how many bytes that is.
    std::size_t begin(const Vocabulary &vocabulary, std::string_view text);
    /// Begins anew with up to `capacity` parts that are merged already. What they are in bytes is
    /// not asked for.
    void beginWith(const Vocabulary &vocabulary, std::span<const TokenId> parts);
    /// Merges up to 64 texts to their ends, a step of each in turn.
    static void finish(const Vocabulary &vocabulary, std::span<ShortMerge> merges);

    std::size_t count() const { return m_left; } ///< of tokens
    /// Appends the tokens, and the bytes of each.
    void appendTo(std::vector<TokenId> &tokens, std::vector<std::uint8_t> &lengths) const;
    /// Writes the tokens; returns where they end.
    TokenId *write(TokenId *tokens) const;
    /// Writes the first four tokens, or fewer.
    void writeFirst(TokenId *tokens) const;

private:
    static constexpr std::int32_t noPair = PairTable::neverMerges;

    void clear();
    std::size_t addAscii(const Vocabulary &vocabulary, std::string_view text);
    std::size_t addBytes(const Vocabulary &vocabulary, std::string_view text);
    std::size_t addCharacters(const Vocabulary &vocabulary, std::string_view text);
    void addCharacter(const Vocabulary &vocabulary, const CharacterBytes &character);
    void start(const Vocabulary &vocabulary, std::uint64_t unranked);
    std::int32_t leastPair() const;
    bool mergeNext(const Vocabulary &vocabulary); ///< false if nothing merges any more
    void rankAround(); ///< ranks the pairs that mergeNext() has changed
    std::uint64_t parts() const; ///< the places where the merged parts start

    // Places are 1 to m_count; before and behind them is nothing.
    unsigned m_count = 0;
    unsigned m_left = 0; // parts that are not merged with one before
    std::uint64_t m_alive = 0; // the places where a part starts
    std::uint8_t m_starts[capacity + 2]; // bytes
    TokenId m_tokens[capacity + 2];
    unsigned m_merged = 0; // the place that was merged last
    unsigned m_before = 0; // the part before it
    PairTable::Place m_withBefore; // its pairs
    PairTable::Place m_withNext;
    alignas(16) std::int32_t m_pairs[capacity + 2]; // order and place: the least comes first
};

} // namespace Core
