#include "ui/thread/textshaper.h"

#include "ui/base/colors.h"

#include <QFontMetricsF>

#include <algorithm>

namespace {

using Markdown::Style;

QTextCharFormat formatOf(Markdown::Styles styles, const TextShape &shape, const ThreadLook &look)
{
    QTextCharFormat format;
    if (styles.testFlag(Style::Code)) {
        format.setFontFamilies({look.code.family()});
        format.setBackground(Colors::codeBackground(look.palette));
    }
    if (styles.testFlag(Style::Bold))
        format.setFontWeight(std::max<int>(shape.font.weight(), QFont::DemiBold));
    if (styles.testFlag(Style::Italic))
        format.setFontItalic(true);
    if (styles.testFlag(Style::Strike))
        format.setFontStrikeOut(true);
    if (styles.testFlag(Style::Image)) {
        format.setForeground(Colors::quietText(look.palette));
        format.setBackground(Colors::codeBackground(look.palette));
    }
    if (styles.testFlag(Style::Link)) {
        format.setForeground(look.palette.color(QPalette::Link));
        format.setFontUnderline(true);
    }
    return format;
}

Qt::Alignment alignmentOf(Markdown::Align align)
{
    switch (align) {
    case Markdown::Align::Left:
        return Qt::AlignLeft;
    case Markdown::Align::Center:
        return Qt::AlignHCenter;
    case Markdown::Align::Right:
        return Qt::AlignRight;
    }
    Q_UNREACHABLE();
}

void placeLines(QTextLayout &layout, const TextShape &shape)
{
    QTextOption option(alignmentOf(shape.align));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(4 * QFontMetricsF(shape.font).horizontalAdvance(u' '));
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    int y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(shape.width, 1));
        // A line with an emoji or another script's font may be higher than usual.
        const int height = std::max(shape.lineHeight, int(line.height() + 0.999));
        line.setPosition({0, y + (height - line.height()) / 2});
        y += height;
    }
    layout.endLayout();
}

} // namespace

std::unique_ptr<QTextLayout> shapeText(const Markdown::Text &text, int from, int length,
                                       const TextShape &shape, const ThreadLook &look,
                                       const QList<QTextLayout::FormatRange> &extra)
{
    QString shown = text.shown.mid(from, length);
    shown.replace(u'\n', QChar(QChar::LineSeparator));
    auto layout = std::make_unique<QTextLayout>(shown, shape.font);
    QList<QTextLayout::FormatRange> formats;
    if (!shape.plain) {
        for (const Markdown::Span &span : text.spans) {
            const int begin = std::max(span.start - from, 0);
            const int end = std::min(span.start + span.length - from, length);
            if (begin < end)
                formats.append({begin, end - begin, formatOf(span.styles, shape, look)});
        }
    }
    layout->setFormats(formats + extra);
    placeLines(*layout, shape);
    return layout;
}

std::unique_ptr<QTextLayout> shapeWords(const QString &words, const TextShape &shape,
                                        const QList<QTextLayout::FormatRange> &formats)
{
    auto layout = std::make_unique<QTextLayout>(words, shape.font);
    layout->setFormats(formats);
    placeLines(*layout, shape);
    return layout;
}

int heightOf(const QTextLayout &layout, int lineHeight)
{
    int height = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        height += std::max(lineHeight, int(layout.lineAt(i).height() + 0.999));
    return height;
}
