#include "ui/base/tilelayout.h"

#include <algorithm>

TileLayout::TileLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins({});
}

TileLayout::~TileLayout() = default;

void TileLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int TileLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *TileLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *TileLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int TileLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const QRect rect(0, 0, width - margins.left() - margins.right(), 0);
    int bottom = 0;
    for (const QRect &place : places(rect))
        bottom = std::max(bottom, place.y() + place.height());
    return bottom + margins.top() + margins.bottom();
}

QSize TileLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : shown())
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

QSize TileLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : shown())
        width += item->sizeHint().width() + spacing();
    const QSize least = minimumSize();
    return {std::max(least.width(), width), least.height()};
}

void TileLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QList<QLayoutItem *> items = shown();
    const QList<QRect> where = places(rect.marginsRemoved(contentsMargins()));
    for (qsizetype i = 0; i < items.size(); ++i)
        items[i]->setGeometry(where[i]);
}

QList<QLayoutItem *> TileLayout::shown() const
{
    QList<QLayoutItem *> items;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            items.append(item.get());
    }
    return items;
}

/// The width of a column when as many as can be stand beside each other.
int TileLayout::columnWidth(const QList<QLayoutItem *> &items, int width) const
{
    int widest = 1;
    for (const QLayoutItem *item : items)
        widest = std::max(widest, item->sizeHint().width());
    const int fitting = std::max(1, (width + spacing()) / (widest + spacing()));
    // The last line is as full as the others can make it: 4 and 4 rather than 7 and 1.
    const int number = std::max(1, int(items.size()));
    const int lines = (number + fitting - 1) / fitting;
    const int columns = (number + lines - 1) / lines;
    return (width - (columns - 1) * spacing()) / columns;
}

QList<QRect> TileLayout::places(const QRect &rect) const
{
    const QList<QLayoutItem *> items = shown();
    const int width = columnWidth(items, rect.width());
    QList<QRect> places;
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    qsizetype lineStart = 0;
    const auto endLine = [&] {
        for (; lineStart < places.size(); ++lineStart)
            places[lineStart].setHeight(lineHeight);
        at = {rect.x(), at.y() + lineHeight + spacing()};
        lineHeight = 0;
    };
    for (const QLayoutItem *item : items) {
        if (at.x() > rect.x() && at.x() + width > rect.x() + rect.width())
            endLine();
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        lineHeight = std::max(lineHeight, height);
        places.append({at, QSize(width, height)});
        at.rx() += width + spacing();
    }
    endLine();
    return places;
}
