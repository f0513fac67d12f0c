#pragma once

#include <QFont>
#include <QPalette>

/// Fonts, colours and distances of the thread, derived from the widget's font and palette.
struct ThreadLook
{
    ThreadLook(const QFont &font, const QPalette &palette);

    QFont heading(int level) const;
    /// The column that text stands in, in a viewport of this width: at most about 78
    /// characters wide, in the middle.
    int columnWidth(int viewportWidth) const;
    int columnLeft(int viewportWidth) const;

    QFont body;
    QFont small;
    QFont smallBold;
    QFont code;
    QPalette palette;
    int lineHeight = 0; ///< of body text
    int smallLineHeight = 0;
    int codeLineHeight = 0;
    double characterWidth = 0; ///< of body text, on average

    static constexpr int padding = 12; ///< between the bubble and its text
    static constexpr int margin = 24; ///< between the column and the viewport
    static constexpr int messageGap = 8;
    static constexpr int quoteIndent = 16;
    static constexpr int listIndent = 24;
    static constexpr int codePadding = 10;
    static constexpr int cellPadding = 8;
};
