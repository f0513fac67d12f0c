#pragma once

#include "core/tokens/vocabulary.h"

#include <string_view>

namespace Core {

/// The beginning of an ASCII text, cut into parts: two bytes where they surely merge before
/// anything else happens to them, and single ones; with the borders between parts that no merge
/// can cross.
class AsciiCut
{
public:
    static constexpr std::size_t longest = 62; ///< bytes that are cut

    /// Bit i of `borders` tells that nothing is merged over the border before byte i.
    AsciiCut(const Vocabulary &vocabulary, std::string_view text, std::uint64_t borders = 0);

    /// How many bytes there are parts of.
    unsigned size() const { return m_size; }
    /// Where a part starts, of which there is a bit for every byte.
    std::uint64_t starts() const { return m_starts; }
    /// Where one starts that may merge with the part before it.
    std::uint64_t joints() const { return m_joints; }
    TokenId tokenAt(unsigned start) const
    {
        const TokenId byte = m_vocabulary.ofByte(m_text[start]);
        return byte ^ ((byte ^ TokenId(m_both[start])) & (0U - TokenId(m_joined >> start & 1)));
    }

private:
    static constexpr std::size_t window = 64; ///< bytes that are looked at

    const Vocabulary &m_vocabulary;
    unsigned m_size;
    std::uint64_t m_joined = 0;
    std::uint64_t m_starts = 0;
    std::uint64_t m_joints = 0;
    std::int32_t m_both[window]; // tokens of a byte and the next one
    unsigned char m_text[window];
};

} // namespace Core
