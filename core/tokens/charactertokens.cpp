#include "core/tokens/charactertokens.h"

#include "core/tokens/shortmerge.h"

namespace Core {

namespace {

constexpr std::size_t characters = 1 << 16;

} // namespace

// Memory straight from the system is zero by itself, and only pages that are used count.
CharacterTokens::CharacterTokens(const Vocabulary &vocabulary)
    : m_vocabulary(vocabulary)
    , m_memory(static_cast<PieceTokens *>(std::calloc(characters, sizeof(PieceTokens))))
    , m_tokens(m_memory.get())
{
    Q_CHECK_PTR(m_tokens);
}

const PieceTokens &CharacterTokens::learnt(std::uint32_t bytes)
{
    ShortMerge merge;
    merge.begin(m_vocabulary, {reinterpret_cast<const char *>(&bytes), 3});
    ShortMerge::finish(m_vocabulary, {&merge, 1});
    TokenId tokens[PieceTokens::capacity] = {};
    merge.writeFirst(tokens);
    return m_tokens[placeOf(bytes)] = PieceTokens(merge.count(), tokens);
}

} // namespace Core
