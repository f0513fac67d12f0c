#pragma once

#include <QFontMetrics>
#include <QRect>

/// What a row of the list has to show, as far as it takes room.
struct RowContent
{
    bool startsGroup = false;
    bool pinned = false;
    bool warns = false;
    bool tagged = false;
    int timeWidth = 0;
    int costWidth = 0; ///< 0: no cost is shown
};

/// Where the parts of a row lie. What is not shown is empty.
struct RowLayout
{
    QRect group; ///< heading above the row
    QRect ground; ///< what is filled when the row is chosen
    QRect unread;
    QRect pin;
    QRect title;
    QRect time;
    QRect warning;
    QRect line; ///< last line, draft or state
    QRect cost;
    QRect tags;
};

/// `bold` measures the title, `small` everything else.
RowLayout rowLayout(const QRect &row, const RowContent &content, const QFontMetrics &bold,
                    const QFontMetrics &small);
int rowHeight(const RowContent &content, const QFontMetrics &bold, const QFontMetrics &small);

/// A found message: heading line, and two lines of the passage.
RowLayout hitLayout(const QRect &row, int timeWidth, const QFontMetrics &bold,
                    const QFontMetrics &small);
int hitHeight(const QFontMetrics &bold, const QFontMetrics &small);
