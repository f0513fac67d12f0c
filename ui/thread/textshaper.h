#pragma once

#include "ui/thread/markdownblocks.h"
#include "ui/thread/threadlook.h"

#include <QTextLayout>

#include <memory>

/// How a text is laid out.
struct TextShape
{
    QFont font;
    int width = 0;
    int lineHeight = 0;
    Markdown::Align align = Markdown::Align::Left;
    bool plain = false; ///< without the looks of its spans
};

/// Lays out `length` characters of `text` from `from` on. Words longer than a line are broken,
/// so nothing is ever wider than asked. `extra` comes on top of the looks of the spans.
std::unique_ptr<QTextLayout> shapeText(const Markdown::Text &text, int from, int length,
                                       const TextShape &shape, const ThreadLook &look,
                                       const QList<QTextLayout::FormatRange> &extra = {});

/// The same for words of our own.
std::unique_ptr<QTextLayout> shapeWords(const QString &words, const TextShape &shape,
                                        const QList<QTextLayout::FormatRange> &formats = {});

/// Height of a layout made by these functions.
int heightOf(const QTextLayout &layout, int lineHeight);
