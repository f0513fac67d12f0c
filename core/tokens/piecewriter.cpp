#include "core/tokens/piecewriter.h"

#include <cstring>

namespace Core {

namespace {

constexpr std::size_t usualBytes = 4; ///< of a token; where they are fewer, room is made twice

} // namespace

/// Those of some pieces that are not one token, or not known to be.
struct PieceWriter::Others
{
    std::size_t count = 0;
    std::uint8_t places[together + 1];
    PieceTokens tokens[together];
    const TokenId *all = nullptr; ///< of those that have more than are kept, in a row
};

PieceWriter::PieceWriter(PieceEncoder &encoder, std::size_t bytes)
    : m_encoder(encoder)
    , m_whole(encoder.wholePieces())
{
    m_ids.reserve(bytes / usualBytes + together);
}

void PieceWriter::add(std::span<const PieceKey> pieces)
{
    TokenId ids[together + PieceTokens::capacity];
    Others others;
    findWhole(pieces, ids, others);
    if (others.count != 0)
        encodeOthers(pieces, ids, others);

    TokenId block[(together + 1) * PieceTokens::capacity];
    TokenId *next = block;
    std::size_t done = 0;
    for (std::size_t i = 0; i < others.count; ++i) {
        const std::size_t place = others.places[i];
        next = copy(next, ids + done, place - done);
        done = place + 1;
        const PieceTokens &tokens = others.tokens[i];
        if (tokens.isComplete()) [[likely]] {
            tokens.write(next);
            next += tokens.count();
        } else {
            append({block, next});
            next = block;
            append({others.all, tokens.count()});
            others.all += tokens.count();
        }
    }
    next = copy(next, ids + done, pieces.size() - done);
    append({block, next});
}

void PieceWriter::addLong(std::string_view piece)
{
    append(m_encoder.encodeLong(piece));
}

void PieceWriter::findWhole(std::span<const PieceKey> pieces, TokenId *ids, Others &others) const
{
    std::size_t count = 0;
    const std::size_t size = pieces.size();
    for (std::size_t i = 0; i < size; ++i) {
        const PieceKey &piece = pieces.data()[i];
        others.places[count] = std::uint8_t(i);
        if (CharacterTokens::isOne(piece)) {
            const PieceTokens &tokens = m_encoder.ofCharacter(piece);
            ids[i] = tokens.first();
            count += tokens.count() != 1;
            continue;
        }
        const WholePieces::Found found = m_whole.find(piece);
        ids[i] = found.token;
        count += !found.isKnown;
    }
    others.count = count;
}

/// Leaves among the others what has more tokens than one.
void PieceWriter::encodeOthers(std::span<const PieceKey> pieces, TokenId *ids, Others &others)
{
    PieceKey keys[together];
    for (std::size_t i = 0; i < others.count; ++i) {
        keys[i] = pieces.data()[others.places[i]];
        m_encoder.prepare(keys[i]);
    }
    m_encoder.encode({keys, others.count}, others.tokens);
    std::size_t count = 0;
    std::size_t incomplete = 0;
    for (std::size_t i = 0; i < others.count; ++i) {
        const PieceTokens tokens = others.tokens[i];
        const std::uint8_t place = others.places[i];
        if (tokens.count() == 1) {
            ids[place] = tokens.first();
            m_whole.add(keys[i], tokens.first());
        }
        others.places[count] = place;
        others.tokens[count] = tokens;
        count += tokens.count() != 1;
        keys[incomplete] = keys[i];
        incomplete += !tokens.isComplete();
    }
    others.count = count;
    if (incomplete != 0)
        others.all = m_encoder.encodeAll({keys, incomplete}).data();
}

/// Four at a time; both sides have room for that.
TokenId *PieceWriter::copy(TokenId *to, const TokenId *from, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += PieceTokens::capacity)
        std::memcpy(to + i, from + i, PieceTokens::capacity * sizeof(TokenId));
    return to + count;
}

void PieceWriter::append(std::span<const TokenId> ids)
{
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
}

} // namespace Core
