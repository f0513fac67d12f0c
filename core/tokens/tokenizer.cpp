#include "core/tokens/tokenizer.h"

#include "core/tokens/bytepair.h"
#include "core/tokens/utf8buffer.h"

namespace Core {

Tokenizer::Tokenizer(Encoding encoding)
    : m_vocabulary(&Vocabulary::of(encoding))
    , m_pieceEnd(encoding == Encoding::Cl100k ? cl100kPieceEnd : o200kPieceEnd)
{
}

qsizetype Tokenizer::count(QByteArrayView utf8) const
{
    return qsizetype(encode(utf8).size());
}

qsizetype Tokenizer::count(QStringView text) const
{
    return count(utf8Of(text));
}

std::vector<TokenId> Tokenizer::encode(QByteArrayView utf8) const
{
    std::vector<TokenId> tokens;
    tokens.reserve(std::size_t(utf8.size()) / 3);
    const char *end = utf8.data() + utf8.size();
    for (const char *at = utf8.data(); at != end;) {
        const char *next = m_pieceEnd(at, end);
        appendPiece(*m_vocabulary, {at, std::size_t(next - at)}, tokens);
        at = next;
    }
    return tokens;
}

std::vector<TokenId> Tokenizer::encode(QStringView text) const
{
    return encode(utf8Of(text));
}

QByteArray Tokenizer::decode(const std::vector<TokenId> &tokens) const
{
    QByteArray text;
    for (const TokenId token : tokens) {
        if (token < m_vocabulary->size())
            text += QByteArrayView(m_vocabulary->bytes(token));
    }
    return text;
}

} // namespace Core
