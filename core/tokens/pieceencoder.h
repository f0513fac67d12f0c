#pragma once

#include "core/tokens/bytepair.h"
#include "core/tokens/charactertokens.h"
#include "core/tokens/longpiececache.h"
#include "core/tokens/piececache.h"
#include "core/tokens/piececounts.h"
#include "core/tokens/shortmerge.h"
#include "core/tokens/wholepieces.h"

#include <span>
#include <string_view>
#include <vector>

namespace Core {

/// Gives the tokens of pieces, with the memory that this needs. For one thread.
class PieceEncoder
{
    Q_DISABLE_COPY_MOVE(PieceEncoder)

public:
    /// How many short pieces are encoded together, since that hides the waiting for memory.
    static constexpr std::size_t together = 128;

    explicit PieceEncoder(Encoding encoding);

    /// The calling thread's own; its cache of pieces stays warm from text to text.
    static PieceEncoder &ofThread(Encoding encoding);

    /// Fills in the tokens of up to `together` short pieces.
    void encode(std::span<const PieceKey> pieces, PieceTokens *tokens);
    /// Begins to fetch what encode() reads of a piece.
    void prepare(const PieceKey &piece) const { m_cache.prepare(piece); }
    /// The same of pieces that were not asked for before, which encode() remembers.
    void learn(std::span<const PieceKey> pieces, PieceTokens *tokens) const;
    /// The tokens of a piece that CharacterTokens::isOne.
    const PieceTokens &ofCharacter(const PieceKey &piece)
    {
        return m_characters.of(std::uint32_t(piece.low));
    }
    /// The pieces that are one token, kept by whoever writes tokens.
    WholePieces &wholePieces() { return m_whole; }
    /// The counts of pieces that were asked for, kept by whoever counts.
    PieceCounts &counts() { return m_counts; }

    /// The tokens of a piece of more than PieceKey::longest bytes. Valid until the next call.
    std::span<const TokenId> encodeLong(std::string_view piece);
    /// How many they are, which takes less time.
    std::size_t countLong(std::string_view piece);
    /// All tokens, in a row, of up to `together` short pieces of which encode() only gave the
    /// number. Valid until the next call.
    std::span<const TokenId> encodeAll(std::span<const PieceKey> pieces);

    /// The end of the first part of a piece, not empty, that no token joins with what follows.
    /// Parts can be encoded one by one.
    const char *partEnd(const char *at, const char *end) const
    {
        return m_vocabulary.borders().joinedEnd(at, end);
    }
    Borders::CharacterRun characterRun(const char *at, const char *end) const
    {
        return m_vocabulary.borders().characterRun(at, end);
    }

private:
    class Which;

    static constexpr std::size_t mergesTogether = 8;

    void encodeUnknown(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                       PieceTokens *tokens);
    void learnThree(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                    PieceTokens *tokens) const;
    void learnFour(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                   PieceTokens *tokens) const;
    void learnOthers(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                     PieceTokens *tokens) const;
    void appendAscii(std::span<const PieceKey> pieces);
    void mergeAscii(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                    PieceTokens *tokens) const;
    void mergeEach(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
                   PieceTokens *tokens) const;
    void merge(std::span<const PieceKey> pieces, std::span<const std::uint8_t> which,
               PieceTokens *tokens) const;

    const Vocabulary &m_vocabulary;
    PieceCache m_cache;
    WholePieces m_whole;
    PieceCounts m_counts;
    LongPieceCache m_longCache;
    CharacterTokens m_characters;
    BytePair m_bytePair;
    std::vector<TokenId> m_tokens;
};

} // namespace Core
