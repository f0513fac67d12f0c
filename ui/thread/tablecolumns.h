#pragma once

#include <QList>

/// Column widths of a table that has `available` pixels: as wide as their text where there is
/// room, else shared so that narrow columns keep their text on one line. Empty where even the
/// least widths do not fit and the rows have to be stacked.
QList<int> columnWidths(const QList<int> &natural, int least, int available);
