#include "ui/thread/threadscroll.h"

#include "ui/thread/threadlayouts.h"

#include <algorithm>

ThreadScroll::ThreadScroll(ThreadLayouts &layouts)
    : m_layouts(layouts)
{
}

void ThreadScroll::toStart()
{
    m_atEnd = false;
    m_place = {};
}

void ThreadScroll::to(qint64 value)
{
    m_atEnd = false;
    const int row = m_layouts.rowAt(value);
    if (row < 0)
        return;
    const int within = int(std::max<qint64>(value, 0) - m_layouts.top(row));
    MessageLayout &message = m_layouts.message(row);
    const int piece = message.pieceAt(within);
    m_place = {row, piece, message.top(piece) - within};
}

void ThreadScroll::by(int pixels)
{
    if (m_atEnd && pixels >= 0)
        return;
    m_atEnd = false;
    m_place.y -= pixels;
}

void ThreadScroll::show(int row, int y, int top)
{
    m_atEnd = false;
    MessageLayout &message = m_layouts.message(row);
    const int piece = message.pieceAt(y);
    m_place = {row, piece, top + message.top(piece) - y};
}

void ThreadScroll::clampRows()
{
    if (m_place.row < m_layouts.count())
        return;
    m_atEnd = true;
    m_place = {};
}

int ThreadScroll::heightOf(int row, int piece)
{
    m_layouts.shaped(row, piece);
    return m_layouts.message(row).piece(piece).height;
}

bool ThreadScroll::stepBack(VisiblePiece &place)
{
    if (place.piece > 0)
        --place.piece;
    else if (place.row > 0)
        place = {place.row - 1, m_layouts.message(place.row - 1).count() - 1, place.y};
    else
        return false;
    place.y -= heightOf(place.row, place.piece);
    return true;
}

bool ThreadScroll::stepOn(VisiblePiece &place)
{
    const bool lastPiece = place.piece + 1 >= m_layouts.message(place.row).count();
    if (lastPiece && place.row + 1 >= m_layouts.count())
        return false;
    place.y += heightOf(place.row, place.piece);
    place = lastPiece ? VisiblePiece{place.row + 1, 0, place.y}
                      : VisiblePiece{place.row, place.piece + 1, place.y};
    return true;
}

/// Moves the place held to the piece at the top of the viewport, over the ground between.
void ThreadScroll::holdFirstVisible()
{
    while (m_place.y > 0 && stepBack(m_place)) { }
    m_place.y = std::min(m_place.y, 0);
    while (m_place.y + heightOf(m_place.row, m_place.piece) <= 0 && stepOn(m_place)) { }
}

/// Collects what is visible from the place held on. Returns where it ends.
int ThreadScroll::collect()
{
    m_visible.clear();
    VisiblePiece place = m_place;
    do {
        m_visible.append(place);
        if (place.y + heightOf(place.row, place.piece) >= m_height)
            break;
    } while (stepOn(place));
    const VisiblePiece &last = m_visible.last();
    return last.y + heightOf(last.row, last.piece);
}

const QList<VisiblePiece> &ThreadScroll::arrange()
{
    m_visible.clear();
    if (m_layouts.count() == 0)
        return m_visible;
    const int floor = m_height - endPadding;
    const int lastRow = m_layouts.count() - 1;
    if (m_atEnd) {
        const int lastPiece = m_layouts.message(lastRow).count() - 1;
        m_place = {lastRow, lastPiece, floor - heightOf(lastRow, lastPiece)};
    }
    m_place.row = std::min(m_place.row, lastRow);
    m_place.piece = std::min(m_place.piece, m_layouts.message(m_place.row).count() - 1);
    holdFirstVisible();
    int end = collect();

    const auto endsHere = [&] {
        const VisiblePiece &last = m_visible.last();
        return last.row == lastRow && last.piece + 1 == m_layouts.message(lastRow).count();
    };
    if (endsHere() && end < floor) { // nothing is below: what is above moves down
        m_place.y += floor - end;
        holdFirstVisible();
        end = collect();
    }
    m_atEnd = endsHere() && end <= floor;
    const VisiblePiece &last = m_visible.last();
    m_layouts.release(m_visible.first().row, m_visible.first().piece, last.row, last.piece);
    return m_visible;
}

qint64 ThreadScroll::value() const
{
    if (m_layouts.count() == 0)
        return 0;
    MessageLayout &message = m_layouts.message(m_place.row);
    return m_layouts.top(m_place.row) + message.top(m_place.piece) - m_place.y;
}

qint64 ThreadScroll::range() const
{
    return std::max<qint64>(m_layouts.total() + endPadding - m_height, 0);
}
