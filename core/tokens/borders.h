#pragma once

#include <cstdint>

namespace Core {

/// Between which characters a text can be cut before merging, since no token of a vocabulary
/// crosses there; part of its table.
class Borders
{
public:
    /// Whether a token may join these neighbours, each the bytes of one whole character, the
    /// first byte lowest. If not, the text can be cut between them before merging.
    bool mayJoin(std::uint32_t left, std::uint32_t right) const;
    /// The end of the first part of a text, not empty, that no token joins with what follows. A
    /// long text is not cut between ASCII characters: they are hardly ever apart.
    const char *joinedEnd(const char *at, const char *end) const;
    /// Characters of three bytes that a text begins with. Bit i of `ends` tells that no token joins
    /// character i with what follows it.
    struct CharacterRun
    {
        static constexpr unsigned longest = 21;

        unsigned count = 0;
        std::uint32_t ends = 0;
    };
    CharacterRun characterRun(const char *at, const char *end) const;
    /// Whether a token may join them without having both whole. If not, the bytes of each can be
    /// merged before those of both.
    bool maySplit(std::uint32_t left, std::uint32_t right) const;

private:
    friend class Vocabulary; // which knows where in its table the sections are

    std::uint32_t m_joinedBits = 0;
    const std::uint8_t *m_joined = nullptr;
    const std::uint8_t *m_split = nullptr;
};

} // namespace Core
