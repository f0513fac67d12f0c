#pragma once

#include "core/tokens/splitter.h"
#include "core/tokens/vocabulary.h"

#include <QByteArrayView>

#include <string>
#include <vector>

/// The token with these bytes, however many they are.
inline Core::TokenId tokenWith(const Core::Vocabulary &vocabulary, std::string_view bytes)
{
    if (bytes.size() > Core::PieceKey::longest)
        return vocabulary.findLong(bytes);
    return vocabulary.find(
        Core::PieceKey::of(bytes.data(), bytes.size(), bytes.data() + bytes.size()));
}

/// Merging as it is defined: join the pair of lowest rank, the leftmost of equals, as long as
/// there is one.
inline std::vector<Core::TokenId> mergedByDefinition(const Core::Vocabulary &vocabulary,
                                                     const std::string &piece)
{
    using namespace Core;
    if (const TokenId whole = tokenWith(vocabulary, piece); whole != Vocabulary::none)
        return {whole};
    std::vector<TokenId> parts;
    for (const char byte : piece)
        parts.push_back(vocabulary.ofByte(static_cast<unsigned char>(byte)));
    for (;;) {
        TokenId lowest = Vocabulary::none;
        std::size_t where = 0;
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            const std::string both = std::string(vocabulary.bytes(parts[i]))
                + std::string(vocabulary.bytes(parts[i + 1]));
            if (const TokenId token = tokenWith(vocabulary, both); token < lowest) {
                lowest = token;
                where = i;
            }
        }
        if (lowest == Vocabulary::none)
            return parts;
        parts[where] = lowest;
        parts.erase(parts.begin() + std::ptrdiff_t(where) + 1);
    }
}

/// A text's tokens, piece by piece and merge by merge: slow, and plain to see right.
inline std::vector<Core::TokenId> tokensByDefinition(Core::Encoding encoding, QByteArrayView utf8)
{
    const Core::Vocabulary &vocabulary = Core::Vocabulary::of(encoding);
    const Core::Splitter pieceEnd =
        encoding == Core::Encoding::Cl100k ? Core::cl100kPieceEnd : Core::o200kPieceEnd;
    std::vector<Core::TokenId> tokens;
    const char *end = utf8.data() + utf8.size();
    for (const char *at = utf8.data(); at != end;) {
        const char *next = pieceEnd(at, end);
        const auto piece = mergedByDefinition(vocabulary, std::string(at, next));
        tokens.insert(tokens.end(), piece.begin(), piece.end());
        at = next;
    }
    return tokens;
}
