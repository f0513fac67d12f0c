#pragma once

#include "core/tokens/vocabulary.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Core {

/// Remembers the tokens of a few longer pieces: indents, ruled lines and long names come again
/// as they are. For one thread and one vocabulary.
class LongPieceCache
{
public:
    LongPieceCache();

    static bool isKept(std::string_view piece) { return piece.size() <= longest; }
    /// Valid until the next add().
    std::optional<std::span<const TokenId>> find(std::string_view piece) const;
    void add(std::string_view piece, std::span<const TokenId> tokens);

private:
    static constexpr std::size_t size = 512;
    static constexpr std::size_t longest = 256; ///< bytes; longer ones hardly come again

    struct Entry
    {
        std::string piece;
        std::vector<TokenId> tokens;
    };

    static std::size_t placeOf(std::string_view piece);

    std::vector<Entry> m_entries;
};

} // namespace Core
