#pragma once

#include "core/tokens/pieceencoder.h"

#include <span>
#include <string_view>
#include <vector>

namespace Core {

/// Writes the tokens of pieces one after the other. For one thread.
class PieceWriter
{
    Q_DISABLE_COPY_MOVE(PieceWriter)

public:
    static constexpr std::size_t together = PieceEncoder::together;

    /// `bytes`: about how long the text is.
    PieceWriter(PieceEncoder &encoder, std::size_t bytes);

    void add(std::span<const PieceKey> pieces); ///< up to `together`
    void addLong(std::string_view piece); ///< of more than PieceKey::longest bytes
    std::vector<TokenId> take() && { return std::move(m_ids); }

private:
    struct Others;

    void findWhole(std::span<const PieceKey> pieces, TokenId *ids, Others &others) const;
    void encodeOthers(std::span<const PieceKey> pieces, TokenId *ids, Others &others);
    static TokenId *copy(TokenId *to, const TokenId *from, std::size_t count);
    void append(std::span<const TokenId> ids);

    PieceEncoder &m_encoder;
    WholePieces &m_whole;
    std::vector<TokenId> m_ids;
};

} // namespace Core
