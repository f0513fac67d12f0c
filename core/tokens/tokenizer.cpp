#include "core/tokens/tokenizer.h"

#include "core/tokens/piececounter.h"
#include "core/tokens/pieceencoder.h"
#include "core/tokens/piecestarts.h"
#include "core/tokens/piecewriter.h"
#include "core/tokens/splitter.h"
#include "core/tokens/utf8buffer.h"

#include <algorithm>
#include <bit>
#include <span>

namespace Core {

namespace {

struct Cl100k
{
    static constexpr auto pieceStarts = cl100kPieceStarts;
    static constexpr auto pieceEnd = cl100kPieceEnd;
};

struct O200k
{
    static constexpr auto pieceStarts = o200kPieceStarts;
    static constexpr auto pieceEnd = o200kPieceEnd;
};

/// Only counts.
class Count
{
public:
    /// How many short pieces are taken at once. The counts of a window's are waited for while the
    /// next is cut.
    static constexpr std::size_t together = PieceCounter::together;

    Count(PieceEncoder &encoder, std::size_t /*bytes*/)
        : m_encoder(encoder)
        , m_counter(encoder)
    {
    }

    void take(std::span<const PieceKey> pieces) { m_counter.add(pieces); }
    void takeLong(std::string_view piece) { m_count += m_encoder.countLong(piece); }

    std::size_t result() { return m_count + m_counter.sum(); }

private:
    PieceEncoder &m_encoder;
    PieceCounter m_counter;
    std::size_t m_count = 0;
};

/// Collects ids.
class Ids
{
public:
    static constexpr std::size_t together = PieceWriter::together;

    Ids(PieceEncoder &encoder, std::size_t bytes)
        : m_writer(encoder, bytes)
    {
    }

    void take(std::span<const PieceKey> pieces) { m_writer.add(pieces); }
    void takeLong(std::string_view piece) { m_writer.addLong(piece); }

    std::vector<TokenId> result() { return std::move(m_writer).take(); }

private:
    PieceWriter m_writer;
};

/// Cuts a text into pieces and hands their tokens on, in order.
template <typename Pattern, typename Sink>
class Feed
{
public:
    Feed(PieceEncoder &encoder, Sink &sink)
        : m_encoder(encoder)
        , m_sink(sink)
    {
    }

    void feed(const char *at, const char *end)
    {
        for (; end - at >= reach; at = feedSome(at, windowSize, end)) { }
        // What is left is copied to where the bytes behind it can be read.
        char rest[2 * reach] = {};
        const auto size = std::size_t(end - at);
        std::memcpy(rest, at, size);
        for (at = rest, end = rest + size; at != end;)
            at = feedSome(at, int(std::min<std::ptrdiff_t>(windowSize, end - at)), end);
        flush();
    }

private:
    static constexpr int windowSize = 64;
    static constexpr int reach = windowSize + 16; // as a piece's key is read

    /// Feeds at least a piece; returns where the next one starts.
    const char *feedSome(const char *at, int size, const char *end)
    {
        std::uint64_t starts = Pattern::pieceStarts(at, size);
        if (starts == 1) {
            const char *next = Pattern::pieceEnd(at, end);
            feedPiece(at, std::size_t(next - at));
            return next;
        }
        if (m_count + windowSize > Sink::together)
            flush();
        const char *start = at;
        PieceKey *piece = m_pieces + m_count;
        for (starts &= starts - 1; starts != 0; starts &= starts - 1) {
            const char *next = at + std::countr_zero(starts);
            const auto length = std::size_t(next - start);
            if (length <= PieceKey::longest) [[likely]] {
                *piece++ = PieceKey::ofReadable(start, length);
            } else {
                m_count = std::size_t(piece - m_pieces);
                feedLong(start, next);
                piece = m_pieces + m_count;
            }
            start = next;
        }
        m_count = std::size_t(piece - m_pieces);
        return start;
    }

    void feedPiece(const char *at, std::size_t length)
    {
        if (length <= PieceKey::longest)
            feedShort(PieceKey::ofReadable(at, length));
        else
            feedLong(at, at + length);
    }

    void feedShort(const PieceKey &piece)
    {
        if (m_count == Sink::together)
            flush();
        m_pieces[m_count++] = piece;
    }

    void feedLong(const char *at, const char *end)
    {
        while (at != end) {
            const char *next = feedCharacters(at, end);
            if (next == at) {
                next = m_encoder.partEnd(at, end);
                feedPart(at, next, end);
            }
            at = next;
        }
    }

    /// Feeds what characters of three bytes there are parts of; returns where they end.
    const char *feedCharacters(const char *at, const char *end)
    {
        const char *start = at;
        for (std::uint32_t ends = m_encoder.characterRun(at, end).ends; ends != 0;
             ends &= ends - 1) {
            const char *next = at + 3 * (std::countr_zero(ends) + 1);
            feedPart(start, next, end);
            start = next;
        }
        return start;
    }

    void feedPart(const char *at, const char *next, const char *end)
    {
        const auto length = std::size_t(next - at);
        if (length <= PieceKey::longest) {
            feedShort(PieceKey::of(at, length, end));
        } else {
            flush();
            m_sink.takeLong({at, length});
        }
    }

    void flush()
    {
        m_sink.take(std::span<const PieceKey>(m_pieces, m_count));
        m_count = 0;
    }

    PieceEncoder &m_encoder;
    Sink &m_sink;
    std::size_t m_count = 0;
    PieceKey m_pieces[Sink::together];
};

template <typename Sink>
auto fed(Encoding encoding, QByteArrayView text)
{
    PieceEncoder &encoder = PieceEncoder::ofThread(encoding);
    Sink sink(encoder, std::size_t(text.size()));
    const char *end = text.data() + text.size();
    if (encoding == Encoding::Cl100k)
        Feed<Cl100k, Sink>(encoder, sink).feed(text.data(), end);
    else
        Feed<O200k, Sink>(encoder, sink).feed(text.data(), end);
    return sink.result();
}

} // namespace

Tokenizer::Tokenizer(Encoding encoding)
    : m_encoding(encoding)
{
}

qsizetype Tokenizer::count(QByteArrayView utf8) const
{
    return qsizetype(fed<Count>(m_encoding, utf8));
}

qsizetype Tokenizer::count(QStringView text) const
{
    return count(utf8Of(text));
}

std::vector<TokenId> Tokenizer::encode(QByteArrayView utf8) const
{
    return fed<Ids>(m_encoding, utf8);
}

std::vector<TokenId> Tokenizer::encode(QStringView text) const
{
    return encode(utf8Of(text));
}

QByteArray Tokenizer::decode(const std::vector<TokenId> &tokens) const
{
    const Vocabulary &vocabulary = Vocabulary::of(m_encoding);
    QByteArray text;
    for (const TokenId token : tokens) {
        if (token < vocabulary.size())
            text += QByteArrayView(vocabulary.bytes(token));
    }
    return text;
}

} // namespace Core
