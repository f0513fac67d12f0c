#pragma once

#include "ui/thread/markdownblocks.h"

/// Blocks as short texts, for tables of tests: "h2 Title", "p a [b:bold] c", "> p quoted",
/// "• p item", "- p more of the item", "code(py) x = 1", "table 2x2 a|b|1|2".
inline QString dumped(const Markdown::Text &text)
{
    using namespace Qt::Literals::StringLiterals;
    using Markdown::Style;
    QString dump;
    qsizetype at = 0;
    for (const Markdown::Span &span : text.spans) {
        QString looks;
        const std::pair<Style, QChar> letters[] = {{Style::Bold, u'b'},
                                                   {Style::Italic, u'i'},
                                                   {Style::Code, u'c'},
                                                   {Style::Strike, u's'},
                                                   {Style::Image, u'g'}};
        for (const auto &[style, letter] : letters)
            looks += span.styles.testFlag(style) ? QString(letter) : QString();
        if (span.link >= 0)
            looks += u'→' + text.links[span.link];
        dump += text.shown.mid(at, span.start - at);
        dump += u'[' + looks + u':' + text.shown.mid(span.start, span.length) + u']';
        at = span.start + span.length;
    }
    dump += text.shown.mid(at);
    return dump.replace(QChar(QChar::LineSeparator), u"⏎"_s).replace(u'\n', u"↵"_s);
}

inline QString dumped(const Markdown::Block &block)
{
    using namespace Qt::Literals::StringLiterals;
    using Kind = Markdown::Block::Kind;
    QString dump;
    for (const Markdown::Container container : block.containers)
        dump += container == Markdown::Container::Quote ? u"> "_s : u"- "_s;
    if (!block.marker.isEmpty()) {
        dump.chop(2);
        dump += block.marker + u' ';
    }
    switch (block.kind) {
    case Kind::Paragraph:
        return dump + u"p "_s + dumped(block.text);
    case Kind::Heading:
        return dump + u"h%1 "_s.arg(block.level) + dumped(block.text);
    case Kind::Code:
        return dump + u"code(%1) "_s.arg(block.language) + dumped(block.text);
    case Kind::Rule:
        return dump + u"rule"_s;
    case Kind::Table: {
        QStringList cells;
        for (const Markdown::Text &cell : block.cells)
            cells += dumped(cell);
        return dump + u"table %1x%2 "_s.arg(block.columns.size()).arg(block.rowCount())
            + cells.join(u'|');
    }
    }
    return dump;
}

inline QStringList dumped(const Markdown::Blocks &blocks)
{
    QStringList dump;
    for (const Markdown::Block &block : blocks)
        dump += dumped(block);
    return dump;
}
