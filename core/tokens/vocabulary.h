#pragma once

#include "core/chat/message.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace Core {

using TokenId = std::uint32_t;

/// A byte-pair vocabulary. Its tables are linked into the program as they are, made by
/// resources/vocabularies/make_vocabularies.py: nothing is parsed or built at start, and
/// any number of threads may read them.
class Vocabulary
{
public:
    static constexpr TokenId none = 0xffffffff;
    static constexpr int longestToken = 128; ///< bytes

    /// Of Unknown it is o200k_base, which unknown models are estimated with.
    static const Vocabulary &of(Encoding encoding);

    explicit Vocabulary(const unsigned char *table);

    TokenId size() const { return m_size; }
    TokenId ofByte(unsigned char byte) const { return m_bytes[byte]; }
    std::string_view bytes(TokenId token) const
    {
        return {m_text + m_offsets[token], lengthOf(token)};
    }
    std::uint32_t lengthOf(TokenId token) const { return m_offsets[token + 1] - m_offsets[token]; }

    /// The token that two tokens merge into. Its number is also the rank of the merge.
    TokenId merged(TokenId left, TokenId right) const;
    /// The two tokens that `token` is merged from. A single byte is its own half.
    TokenId leftHalf(TokenId token) const { return m_halves[2 * token]; }
    TokenId rightHalf(TokenId token) const { return m_halves[2 * token + 1]; }

    /// The token with exactly these bytes.
    TokenId find(std::string_view bytes) const;
    /// The longest token that is shorter than `below` and that the text begins with. The text
    /// is not empty; as every byte is a token, there is one for `below` > 1.
    TokenId longestPrefix(std::string_view text, std::size_t below) const;

private:
    static std::uint64_t foldedProduct(std::uint64_t a, std::uint64_t b);
    static std::uint64_t hashOf(std::string_view bytes);
    TokenId slotOf(std::uint64_t hash, const std::uint32_t *places,
                   const std::uint16_t *pilots) const;

    TokenId m_size = 0;
    unsigned m_slotBits = 0;
    const std::uint32_t *m_bytes = nullptr;
    const std::uint32_t *m_offsets = nullptr;
    const std::uint32_t *m_halves = nullptr;
    const std::uint32_t *m_pieceSlots = nullptr;
    const std::uint16_t *m_piecePilots = nullptr;
    const std::uint32_t *m_pairSlots = nullptr;
    const std::uint16_t *m_pairPilots = nullptr;
    const std::uint8_t *m_longest = nullptr;
    const char *m_text = nullptr;
};

} // namespace Core
