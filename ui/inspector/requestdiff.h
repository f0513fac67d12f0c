#pragma once

#include "ui/inspector/textrows.h"

/// What changed between two requests, as a text with a mark for each line. Equal lines further
/// than three from a change are left out; a line that says how many stands for them.
struct RequestDiff
{
    QString text;
    QList<LineMark> marks;
    int added = 0;
    int removed = 0;
};

/// Both are compared as pretty JSON, line by line.
RequestDiff requestDiff(const QByteArray &before, const QByteArray &after);
