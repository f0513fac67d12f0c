#pragma once

/// A range of a message's source text: what is selected or found.
struct SourceRange
{
    int begin = 0;
    int end = 0;

    bool isEmpty() const { return begin >= end; }
    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};
