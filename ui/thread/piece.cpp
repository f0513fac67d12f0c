#include "ui/thread/piece.h"

#include "ui/thread/threadlook.h"

#include <algorithm>

namespace {

using Markdown::Block;

int gapBefore(const Markdown::Blocks &blocks, int index)
{
    if (index == 0)
        return 0;
    const Block &block = blocks[index];
    if (block.tight)
        return 2;
    if (block.kind == Block::Kind::Heading)
        return block.level <= 2 ? 16 : 12;
    return 8;
}

int linesFor(int characters, double characterWidth, int width)
{
    const double perLine = std::max(width / std::max(characterWidth, 1.0), 4.0);
    return std::max(1, int(characters / perLine) + 1);
}

int estimatedHeight(const Piece &piece, const Block &block, const ThreadLook &look, int width)
{
    const int available = std::max(width - piece.left, 40);
    switch (piece.kind) {
    case Piece::Kind::Code: {
        const QStringView code = QStringView(block.text.shown).sliced(piece.from, piece.length);
        const int edges = (piece.first ? look.smallLineHeight + ThreadLook::codePadding : 0)
            + (piece.last ? ThreadLook::codePadding : 0);
        return int(code.count(u'\n') + 1) * look.codeLineHeight + edges;
    }
    case Piece::Kind::TableRow:
        return look.lineHeight + ThreadLook::cellPadding;
    case Piece::Kind::Rule:
        return 9;
    case Piece::Kind::More:
        return look.lineHeight;
    default:
        return linesFor(piece.length, look.characterWidth, available) * look.lineHeight;
    }
}

/// Where the piece that begins at `from` ends: behind a line or a blank where there is one.
int cutBehind(QStringView text, int from, int most, bool byLines)
{
    const int size = int(text.size());
    if (byLines) {
        int end = from;
        for (int lines = 0; lines < linesPerPiece && end < size; ++lines) {
            const qsizetype next = text.indexOf(u'\n', end);
            end = next < 0 ? size : int(next) + 1;
        }
        if (end - from <= most)
            return end;
    }
    if (size - from <= most)
        return size;
    int end = from + most;
    const auto isBreak = [byLines](QChar c) {
        return byLines ? c == u'\n' : c.isSpace() && c != QChar::Nbsp;
    };
    for (int at = end; at > from + most / 2; --at) {
        if (isBreak(text[at - 1]))
            return at;
    }
    return text[end - 1].isHighSurrogate() ? end - 1 : end;
}

} // namespace

int indentOf(const Block &block)
{
    int indent = 0;
    for (const Markdown::Container container : block.containers)
        indent += container == Markdown::Container::Quote ? ThreadLook::quoteIndent
                                                          : ThreadLook::listIndent;
    // Thirty-two levels would leave no room for the text.
    return std::min(indent, 8 * ThreadLook::listIndent);
}

namespace {

/// Cuts blocks into pieces, one after the other.
class Cutter
{
public:
    Cutter(const Markdown::Blocks &blocks, int shown, const ThreadLook &look, int width)
        : m_blocks(blocks)
        , m_shown(shown)
        , m_look(look)
        , m_width(width)
    {
    }

    void cut(int index)
    {
        const Block &block = m_blocks[index];
        m_start = {.block = index, .gap = gapBefore(m_blocks, index), .left = indentOf(block)};
        switch (block.kind) {
        case Block::Kind::Rule:
            m_start.kind = Piece::Kind::Rule;
            return add(m_start);
        case Block::Kind::Table:
            return cutTable(block);
        case Block::Kind::Code:
            m_start.kind = Piece::Kind::Code;
            return cutText(block);
        case Block::Kind::Paragraph:
        case Block::Kind::Heading:
            return cutText(block);
        }
    }

    QList<Piece> pieces;

private:
    void add(Piece piece)
    {
        piece.height = piece.gap + estimatedHeight(piece, m_blocks[piece.block], m_look, m_width);
        pieces.append(piece);
    }

    void cutTable(const Block &block)
    {
        m_start.kind = Piece::Kind::TableRow;
        const int rows = block.rowCount();
        for (int row = 0; row < rows; ++row) {
            Piece piece = m_start;
            piece.from = row;
            piece.first = row == 0;
            piece.last = row == rows - 1;
            piece.gap = row == 0 ? m_start.gap : 0;
            add(piece);
        }
        if (block.omittedRows > 0 || block.omittedColumns > 0)
            addMore(0);
    }

    void cutText(const Block &block)
    {
        const bool isCode = block.kind == Block::Kind::Code;
        const int size = int(block.text.shown.size());
        const bool plain = size > longestBlock;
        const QStringView shown = QStringView(block.text.shown).first(std::min(size, m_shown));
        const Code::Language language =
            plain || !isCode ? Code::Language::Plain : Code::languageOf(block.language);
        Piece piece = m_start;
        piece.plain = plain;
        do {
            const int end = cutBehind(shown, piece.from, charactersPerPiece, isCode);
            piece.length = end - piece.from;
            piece.last = end == shown.size();
            add(piece);
            piece.state =
                Code::tokensOf(shown.sliced(piece.from, piece.length), language, piece.state).end;
            piece.from = end;
            piece.first = false;
            piece.gap = 0;
        } while (piece.from < shown.size());
        if (shown.size() < size)
            addMore(size - int(shown.size()));
    }

    void addMore(int hidden)
    {
        Piece piece = m_start;
        piece.kind = Piece::Kind::More;
        piece.gap = 4;
        piece.length = hidden;
        add(piece);
    }

    const Markdown::Blocks &m_blocks;
    int m_shown;
    const ThreadLook &m_look;
    int m_width;
    Piece m_start;
};

} // namespace

QList<Piece> piecesOf(const Markdown::Blocks &blocks, int firstBlock, int shown,
                      const ThreadLook &look, int width)
{
    Cutter cutter(blocks, shown, look, width);
    for (int index = firstBlock; index < blocks.size(); ++index)
        cutter.cut(index);
    return cutter.pieces;
}

int guessedHeight(qsizetype characters, qsizetype lines, const ThreadLook &look, int width)
{
    const double perLine = std::max(width / std::max(look.characterWidth, 1.0), 4.0);
    const double text =
        (double(characters) / perLine + 0.6 * double(lines) + 0.5) * look.lineHeight;
    const int frame = 3 * look.smallLineHeight + 2 * ThreadLook::messageGap;
    return frame + int(std::min(text, 5e6));
}
