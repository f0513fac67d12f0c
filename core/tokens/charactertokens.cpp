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
    std::vector<TokenId> tokens;
    merge.begin(m_vocabulary, {reinterpret_cast<const char *>(&bytes), 3});
    ShortMerge::finish(m_vocabulary, {&merge, 1});
    merge.appendTo(tokens);
    return m_tokens[placeOf(bytes)] = PieceTokens(tokens);
}

bool CharacterTokens::areApart(const char *at, const char *end)
{
    CharacterBytes left = characterBytesAt(at, end);
    for (at += left.length; at < end && left.length == 3; at += left.length) {
        const CharacterBytes right = characterBytesAt(at, end);
        if (right.length != 3 || m_vocabulary.maySplit(left.bytes, right.bytes)
            || m_vocabulary.merged(of(left.bytes).last(), of(right.bytes).first())
                != Vocabulary::none)
            return false;
        left = right;
    }
    return left.length == 3;
}

} // namespace Core
