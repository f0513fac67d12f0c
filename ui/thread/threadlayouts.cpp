#include "ui/thread/threadlayouts.h"

#include "ui/thread/threadmodel.h"

#include <algorithm>

namespace {

constexpr size_t mostMessages = 64;
constexpr qsizetype mostCharacters = 8'000'000; ///< in all layouts kept, but those on the screen

} // namespace

ThreadLayouts::ThreadLayouts(const ThreadModel &model)
    : m_model(model)
    , m_look(QFont(), QPalette())
{
}

void ThreadLayouts::setLook(const ThreadLook &look)
{
    m_look = look;
    reset();
}

void ThreadLayouts::setColumnWidth(int width)
{
    if (width == m_columnWidth)
        return;
    m_columnWidth = width;
    reset();
}

void ThreadLayouts::reset()
{
    m_messages.clear();
    QList<int> heights(m_model.rowCount());
    for (int row = 0; row < heights.size(); ++row)
        heights[row] = guess(row);
    m_heights.reset(heights);
}

void ThreadLayouts::appendRows(int first, int last)
{
    if (first != m_heights.count())
        return reset();
    for (int row = first; row <= last; ++row)
        m_heights.append(guess(row));
}

void ThreadLayouts::changeRows(int first, int last)
{
    for (auto &[row, kept] : m_messages) {
        if (row < first || row > last)
            continue;
        kept.layout->setRow(m_model.row(row));
        m_heights.set(row, kept.layout->height());
    }
}

int ThreadLayouts::guess(int row) const
{
    const QString &text = m_model.row(row).message.content;
    return guessedHeight(text.size(), text.count(u'\n'), m_look, textWidth());
}

MessageLayout &ThreadLayouts::message(int row)
{
    Kept &kept = m_messages[row];
    kept.used = ++m_uses;
    if (!kept.layout) {
        kept.layout = std::make_unique<MessageLayout>(m_model.row(row), m_look, textWidth());
        m_heights.set(row, kept.layout->height());
    }
    return *kept.layout;
}

const ShapedPiece &ThreadLayouts::shaped(int row, int piece)
{
    MessageLayout &layout = message(row);
    const ShapedPiece &shaped = layout.shaped(piece);
    m_heights.set(row, layout.height());
    return shaped;
}

void ThreadLayouts::measured(int row)
{
    m_heights.set(row, message(row).height());
}

void ThreadLayouts::release(int firstRow, int firstPiece, int lastRow, int lastPiece)
{
    for (auto &[row, kept] : m_messages) {
        const int first = row < firstRow ? kept.layout->count() : row == firstRow ? firstPiece : 0;
        const int last = row > lastRow ? -1 : row == lastRow ? lastPiece : kept.layout->count();
        kept.layout->release(first, last);
    }
    evict(firstRow, lastRow);
}

void ThreadLayouts::evict(int firstRow, int lastRow)
{
    qsizetype characters = 0;
    for (const auto &[row, kept] : m_messages)
        characters += kept.layout->row().message.content.size();
    while (m_messages.size() > mostMessages || characters > mostCharacters) {
        auto oldest = m_messages.end();
        for (auto each = m_messages.begin(); each != m_messages.end(); ++each) {
            const bool seen = each->first >= firstRow && each->first <= lastRow;
            if (!seen && (oldest == m_messages.end() || each->second.used < oldest->second.used))
                oldest = each;
        }
        if (oldest == m_messages.end())
            return;
        characters -= oldest->second.layout->row().message.content.size();
        m_messages.erase(oldest);
    }
}

int ThreadLayouts::keptPieces() const
{
    int pieces = 0;
    for (const auto &[row, kept] : m_messages)
        pieces += kept.layout->shapedCount();
    return pieces;
}
