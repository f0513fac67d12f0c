#pragma once

#include "core/tokens/vocabulary.h"

#include <queue>
#include <vector>

namespace Core {

/// Merges a text of any length with its pairs in a heap.
class HeapMerge
{
public:
    HeapMerge(const Vocabulary &vocabulary, std::string_view text);

    void merge();
    void appendTo(std::vector<TokenId> &tokens) const;

private:
    struct Part
    {
        TokenId token = Vocabulary::none;
        TokenId both = Vocabulary::none; ///< what it merges into with the next one
        std::uint32_t before = 0;
        std::uint32_t next = 0;
    };

    void rankPair(std::uint32_t place);

    const Vocabulary &m_vocabulary;
    std::vector<Part> m_parts;
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>>
        m_pairs; // rank, place
};

} // namespace Core
