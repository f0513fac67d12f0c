#pragma once

#include "ui/thread/messagelayout.h"

#include <compare>

/// A place in the source text of the thread.
struct ThreadPosition
{
    int row = -1;
    int source = 0;

    friend auto operator<=>(const ThreadPosition &, const ThreadPosition &) = default;
};

/// What is selected, from where it began to where it was drawn to. A plain value.
struct ThreadSelection
{
    ThreadPosition anchor;
    ThreadPosition cursor;

    bool isEmpty() const { return anchor.row < 0 || anchor == cursor; }
    ThreadPosition begin() const { return std::min(anchor, cursor); }
    ThreadPosition end() const { return std::max(anchor, cursor); }
    /// What of the row is selected, given the length of its text.
    SourceRange in(int row, int length) const;

    friend bool operator==(const ThreadSelection &, const ThreadSelection &) = default;
};

/// The source of a selected range as it goes to the clipboard: where it spans several blocks it
/// takes their markup along, such as the sign of a list item and the fences of code.
QString copiedSource(const QString &source, const Markdown::Blocks &blocks, SourceRange range);

/// The word or, where there is none, the character at a position.
SourceRange wordAt(const QString &source, int position);
