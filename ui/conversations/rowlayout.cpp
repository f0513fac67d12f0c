#include "ui/conversations/rowlayout.h"

namespace {

constexpr int side = 8; // between the panel's edge and the ground
constexpr int inset = 16; // between the ground's edge and the text; the unread mark is in it
constexpr int rim = 8; // above and below the text
constexpr int between = 3;
constexpr int gap = 8;
constexpr int markSize = 14;
constexpr int dotSize = 7;
constexpr int tagRim = 3; // inside a tag, above and below its text

int groupHeight(const QFontMetrics &small)
{
    return small.height() + 20;
}

int tagHeight(const QFontMetrics &small)
{
    return small.height() + 2 * tagRim;
}

QRect mark(const QRect &line)
{
    return {line.left(), line.center().y() - markSize / 2 + 1, markSize, markSize};
}

/// Title and time share a line; the title gives way.
void layTitle(RowLayout &layout, const QRect &line, bool pinned, int timeWidth)
{
    layout.time = line;
    layout.time.setLeft(line.right() - timeWidth + 1);
    layout.title = line;
    layout.title.setRight(layout.time.left() - gap - 1);
    if (pinned) {
        layout.pin = mark(line);
        layout.title.setLeft(line.left() + markSize + between);
    }
    layout.unread = {line.left() - inset / 2 - dotSize / 2, line.center().y() - dotSize / 2,
                     dotSize, dotSize};
}

} // namespace

int rowHeight(const RowContent &content, const QFontMetrics &bold, const QFontMetrics &small)
{
    return (content.startsGroup ? groupHeight(small) : 0) + rim + bold.height() + between
        + small.height() + (content.tagged ? between + 1 + tagHeight(small) : 0) + rim;
}

RowLayout rowLayout(const QRect &row, const RowContent &content, const QFontMetrics &bold,
                    const QFontMetrics &small)
{
    RowLayout layout;
    layout.ground = row.adjusted(side, 0, -side, 0);
    if (content.startsGroup) {
        layout.group = layout.ground.adjusted(inset, 0, -inset, 0);
        layout.group.setHeight(groupHeight(small));
        layout.ground.setTop(layout.group.bottom() + 1);
    }
    QRect line = layout.ground.adjusted(inset, rim, -inset + 4, 0);
    line.setHeight(bold.height());
    layTitle(layout, line, content.pinned, content.timeWidth);

    line.setRect(line.left(), line.bottom() + 1 + between, line.width(), small.height());
    layout.line = line;
    if (content.costWidth > 0) {
        layout.cost = line;
        layout.cost.setLeft(line.right() - content.costWidth + 1);
        layout.line.setRight(layout.cost.left() - gap - 1);
    }
    if (content.warns) {
        layout.warning = mark(line);
        layout.line.setLeft(line.left() + markSize + between + 1);
    }
    if (content.tagged)
        layout.tags = {line.left(), line.bottom() + 2 + between, line.width(), tagHeight(small)};
    return layout;
}

int hitHeight(const QFontMetrics &bold, const QFontMetrics &small)
{
    return rim + bold.height() + between + 2 * small.lineSpacing() + rim;
}

RowLayout hitLayout(const QRect &row, int timeWidth, const QFontMetrics &bold,
                    const QFontMetrics &small)
{
    RowLayout layout;
    layout.ground = row.adjusted(side, 0, -side, 0);
    QRect line = layout.ground.adjusted(inset, rim, -inset + 4, 0);
    line.setHeight(bold.height());
    layTitle(layout, line, false, timeWidth);
    layout.line = {line.left(), line.bottom() + 1 + between, line.width(), 2 * small.lineSpacing()};
    return layout;
}
