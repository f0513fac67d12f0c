#include "ui/thread/messagelayout.h"

#include "ui/thread/frameshaper.h"

#include <algorithm>
#include <limits>

namespace {

using namespace Qt::Literals::StringLiterals;
using Markdown::Block;
using Kind = Piece::Kind;

/// Blocks that show something that is not in the message's content have no source.
void forgetSource(Block &block)
{
    block.text.runs.clear();
    for (Markdown::Text &cell : block.cells)
        cell.runs.clear();
}

Block toolCallBlock(const Core::ToolCall &call)
{
    Block block = Markdown::verbatim(call.arguments, u"json"_s).first();
    block.language = call.name + u" (json)"_s;
    forgetSource(block);
    return block;
}

bool isFrame(const Piece &piece)
{
    return piece.block < 0;
}

} // namespace

MessageLayout::MessageLayout(const ThreadRow &row, const ThreadLook &look, int width)
    : m_row(row)
    , m_look(look)
    , m_width(width)
{
    rebuild();
}

void MessageLayout::setRow(const ThreadRow &row)
{
    const QString &before = m_row.message.content;
    const QString &now = row.message.content;
    const bool grew = m_stream && now.size() >= before.size() && now.startsWith(before)
        && row.message.toolCalls == m_row.message.toolCalls
        && row.message.reasoning == m_row.message.reasoning
        && row.message.status == Core::MessageStatus::Streaming;
    const QString added = grew ? now.mid(before.size()) : QString();
    const bool sameText = now == before && !m_stream
        && row.message.reasoning == m_row.message.reasoning
        && row.message.toolCalls == m_row.message.toolCalls
        && row.message.role == m_row.message.role;
    m_row = row;
    if (grew)
        grow(added);
    else if (sameText)
        setPieces(piecesOf(m_blocks, 0, m_shown, m_look, m_width), int(m_blocks.size()), m_blocks);
    else
        rebuild();
}

Markdown::Blocks MessageLayout::wholeBlocks() const
{
    Markdown::Blocks blocks;
    if (m_reasoningShown) {
        blocks = Markdown::parse(m_row.message.reasoning);
        for (Block &block : blocks) {
            block.containers.prepend(Markdown::Container::Quote);
            forgetSource(block);
        }
    }
    if (m_row.message.role == Core::Role::Tool)
        blocks += Markdown::verbatim(m_row.message.content, u"json"_s);
    else
        blocks += m_stream ? m_stream->blocks() : Markdown::parse(m_row.message.content);
    for (const Core::ToolCall &call : m_row.message.toolCalls)
        blocks += toolCallBlock(call);
    return blocks;
}

void MessageLayout::rebuild()
{
    ++m_readings;
    m_stream.reset();
    if (m_row.message.status == Core::MessageStatus::Streaming) {
        m_stream.emplace();
        m_stream->append(m_row.message.content);
    }
    const Markdown::Blocks before = std::move(m_blocks);
    m_blocks = wholeBlocks();
    setPieces(piecesOf(m_blocks, 0, m_shown, m_look, m_width), 0, before);
}

void MessageLayout::grow(const QString &text)
{
    const Markdown::Blocks before = m_blocks;
    const bool alone = !m_reasoningShown && m_row.message.toolCalls.isEmpty();
    const int kept = alone ? m_stream->settled() : 0;
    m_stream->append(text);
    m_blocks = alone ? m_stream->blocks() : wholeBlocks();

    QList<Piece> pieces;
    for (const Piece &piece : std::as_const(m_pieces)) {
        if (!isFrame(piece) && piece.block < kept)
            pieces.append(piece);
    }
    pieces += piecesOf(m_blocks, kept, m_shown, m_look, m_width);
    setPieces(pieces, kept, before);
}

QList<Piece> MessageLayout::frameBefore() const
{
    QList<Piece> pieces;
    if (m_row.startsDay)
        pieces.append({.kind = Kind::Day, .height = m_look.smallLineHeight + 16});
    if (m_row.endsSummary)
        pieces.append({.kind = Kind::SummaryEnd, .height = m_look.smallLineHeight + 16});
    pieces.append({.kind = Kind::Head, .height = m_look.smallLineHeight + 20});
    return pieces;
}

namespace {

/// Whether two pieces are laid out the same, so that what was laid out for one serves the other.
bool looksSame(const Piece &a, const Markdown::Blocks &blocksOfA, const Piece &b,
               const Markdown::Blocks &blocksOfB)
{
    if (a.kind != b.kind || a.from != b.from || a.length != b.length || a.first != b.first
        || a.last != b.last || a.plain != b.plain || a.gap != b.gap || a.left != b.left
        || a.state != b.state)
        return false;
    const Block &one = blocksOfA[a.block];
    const Block &other = blocksOfB[b.block];
    if (a.kind == Kind::Code)
        return one.language == other.language
            && QStringView(one.text.shown).mid(a.from, a.length)
            == QStringView(other.text.shown).mid(b.from, b.length);
    return one == other;
}

} // namespace

/// Takes the pieces of the blocks and puts the frame around them. What is laid out for pieces
/// that look the same as before stays.
void MessageLayout::setPieces(QList<Piece> pieces, int keptBlocks, const Markdown::Blocks &before)
{
    QList<Piece> all = frameBefore();
    const auto offset = int(all.size());
    all += pieces;
    all.append({.kind = Kind::Foot, .height = m_look.smallLineHeight + 24});

    const QList<Piece> old = std::exchange(m_pieces, all);
    std::map<int, ShapedPiece> oldShaped = std::exchange(m_shaped, {});
    const auto oldOffset =
        int(std::ranges::find_if(old, [](const Piece &p) { return !isFrame(p); }) - old.begin());
    bool tableChanged = false;
    for (int i = offset; i < m_pieces.size() - 1; ++i) {
        const int was = i - offset + oldOffset;
        if (was >= old.size() || isFrame(old[was]) || old[was].block != m_pieces[i].block)
            break;
        Piece &piece = m_pieces[i];
        const bool same = piece.block < keptBlocks || looksSame(old[was], before, piece, m_blocks);
        tableChanged |= !same && piece.kind == Kind::TableRow;
        if (old[was].exact && (same || piece.kind == Kind::TableRow))
            piece.height = old[was].height; // at least a better guess
        if (!same)
            continue;
        piece.exact = old[was].exact;
        if (auto shaped = oldShaped.find(was); shaped != oldShaped.end())
            m_shaped.emplace(i, std::move(shaped->second));
    }
    if (tableChanged || keptBlocks == 0)
        m_columns.clear();
    measure(0);
    for (int i = 0; i < m_pieces.size(); ++i) {
        if (isFrame(m_pieces[i]))
            shaped(i); // cheap, and then exact
    }
}

void MessageLayout::measure(int from)
{
    m_tops.resize(m_pieces.size() + 1);
    m_tops[0] = 0;
    for (qsizetype i = from; i < m_pieces.size(); ++i)
        m_tops[i + 1] = m_tops[i] + m_pieces[i].height;
}

int MessageLayout::pieceAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return std::clamp(int(after - m_tops.begin()) - 1, 0, count() - 1);
}

const ShapedPiece &MessageLayout::shaped(int index)
{
    if (const auto known = m_shaped.find(index); known != m_shaped.end())
        return known->second;
    Piece &piece = m_pieces[index];
    const ShapedPiece &shaped =
        m_shaped
            .emplace(index,
                     isFrame(piece)
                         ? FrameShaper(m_row, m_look, m_width).shape(piece)
                         : BlockShaper(m_blocks, m_look, m_width, m_columns).shape(piece))
            .first->second;
    piece.exact = true;
    if (piece.height != shaped.height) {
        piece.height = shaped.height;
        measure(index);
    }
    return shaped;
}

void MessageLayout::release(int first, int last)
{
    std::erase_if(m_shaped, [first, last](const auto &each) {
        return each.first < first || each.first > last;
    });
}

const Markdown::Text &MessageLayout::textOf(const Piece &piece, const ShapedText &text) const
{
    const Block &block = m_blocks[piece.block];
    return text.cell < 0 ? block.text : block.cells[text.cell];
}

MessageHit MessageLayout::hit(const QPointF &point)
{
    MessageHit hit;
    int index = pieceAt(int(point.y()));
    const ShapedPiece &found = shaped(index);
    const QPointF at = point - QPointF(0, m_tops[index]);
    for (const Zone &zone : found.zones) {
        if (!zone.rect.contains(at))
            continue;
        hit.zone = zone;
        if (zone.action == ZoneAction::CopyCode)
            hit.codeOf = Markdown::copiedCode(m_blocks[m_pieces[index].block]);
    }
    if (!isFrame(m_pieces[index]))
        hitTexts(hit, m_pieces[index], found, at);
    if (hit.source >= 0)
        return hit;
    // Beside the text: the end of what is above, else the beginning of the message.
    hit.source = index == count() - 1 ? int(m_row.message.content.size()) : 0;
    for (int above = index; above >= 0 && hit.source == 0; --above) {
        if (!isFrame(m_pieces[above]))
            hit.source = std::max(m_blocks[m_pieces[above].block].sourceEnd(), 0);
    }
    return hit;
}

void MessageLayout::hitTexts(MessageHit &hit, const Piece &piece, const ShapedPiece &shaped,
                             const QPointF &at)
{
    qreal nearest = std::numeric_limits<qreal>::max();
    for (const ShapedText &text : shaped.texts) {
        if (!text.ofMessage)
            continue;
        const QPointF inside = at - text.at;
        const QRectF bounds = text.layout->boundingRect();
        const qreal away = std::max({bounds.left() - inside.x(), inside.x() - bounds.right(), 0.0});
        if (away >= nearest)
            continue;
        nearest = away;
        int line = 0;
        while (line + 1 < text.layout->lineCount()
               && text.layout->lineAt(line + 1).y() <= inside.y())
            ++line;
        const QTextLine textLine = text.layout->lineAt(line);
        const int position = text.from + textLine.xToCursor(inside.x());
        const Markdown::Text &shown = textOf(piece, text);
        hit.source = shown.toSource(position);
        hit.link.clear();
        const int character =
            text.from + textLine.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        if (away > 0 || inside.x() > textLine.naturalTextRect().right())
            continue;
        for (const Markdown::Span &span : shown.spans) {
            if (span.link >= 0 && character >= span.start && character < span.start + span.length)
                hit.link = shown.links[span.link];
        }
    }
}

int MessageLayout::pieceOf(int source) const
{
    int found = 0;
    for (int i = 0; i < count(); ++i) {
        const Piece &piece = m_pieces[i];
        if (isFrame(piece) || piece.kind == Kind::More)
            continue;
        const Block &block = m_blocks[piece.block];
        int begin = block.sourceBegin();
        if (piece.kind == Kind::TableRow)
            begin = block.cells[piece.from * block.columns.size()].sourceBegin();
        else if (piece.from > 0)
            begin = block.text.toSource(piece.from);
        if (begin > source)
            break;
        if (begin >= 0)
            found = i;
    }
    return found;
}

int MessageLayout::yOf(int source)
{
    const int index = pieceOf(source);
    const ShapedPiece &found = shaped(index);
    const Piece &piece = m_pieces[index];
    int y = m_tops[index] + piece.gap;
    if (isFrame(piece))
        return y;
    for (const ShapedText &text : found.texts) {
        if (!text.ofMessage || text.cell >= 0)
            continue;
        const int position = textOf(piece, text).fromSource(source) - text.from;
        const QTextLine line = text.layout->lineForTextPosition(
            std::clamp(position, 0, int(text.layout->text().size())));
        if (line.isValid())
            y = m_tops[index] + int(text.at.y() + line.y());
    }
    return y;
}

void MessageLayout::showMore()
{
    m_shown += longestBlock;
    setPieces(piecesOf(m_blocks, 0, m_shown, m_look, m_width), 0, m_blocks);
}

void MessageLayout::toggleReasoning()
{
    m_reasoningShown = !m_reasoningShown;
    rebuild();
}
