#pragma once

#include <QList>

/// Heights of the rows of a long list, so that the row at a height and the height of a row are
/// found in logarithmic time (a Fenwick tree).
class HeightIndex
{
public:
    void reset(const QList<int> &heights);
    void append(int height);
    void set(int row, int height);

    int count() const { return int(m_heights.size()); }
    int height(int row) const { return m_heights[row]; }
    qint64 total() const { return top(count()); }
    /// Sum of the heights before `row`, which may be count().
    qint64 top(int row) const;
    /// The row that covers `y`; the first or last one for what is outside. -1 without rows.
    int rowAt(qint64 y) const;

private:
    QList<int> m_heights;
    QList<qint64> m_sums; ///< m_sums[i] covers the rows whose number ends below i + 1
};
