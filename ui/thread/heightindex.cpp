#include "ui/thread/heightindex.h"

#include <algorithm>
#include <bit>

namespace {

/// How many rows the sum at this one-based position covers.
qsizetype spanOf(qsizetype position)
{
    return position & -position;
}

} // namespace

void HeightIndex::reset(const QList<int> &heights)
{
    m_heights = heights;
    m_sums.fill(0, heights.size());
    for (qsizetype position = 1; position <= heights.size(); ++position) {
        m_sums[position - 1] += heights[position - 1];
        const qsizetype next = position + spanOf(position);
        if (next <= heights.size())
            m_sums[next - 1] += m_sums[position - 1];
    }
}

void HeightIndex::append(int height)
{
    m_heights.append(height);
    const qsizetype position = m_heights.size();
    qint64 sum = height;
    for (qsizetype below = position - 1; below > position - spanOf(position);
         below -= spanOf(below))
        sum += m_sums[below - 1];
    m_sums.append(sum);
}

void HeightIndex::set(int row, int height)
{
    const qint64 change = height - m_heights[row];
    if (change == 0)
        return;
    m_heights[row] = height;
    for (qsizetype position = row + 1; position <= m_sums.size(); position += spanOf(position))
        m_sums[position - 1] += change;
}

qint64 HeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (qsizetype position = row; position > 0; position -= spanOf(position))
        sum += m_sums[position - 1];
    return sum;
}

int HeightIndex::rowAt(qint64 y) const
{
    if (m_heights.isEmpty())
        return -1;
    qsizetype position = 0;
    qint64 rest = std::max<qint64>(y, 0);
    for (auto step = qsizetype(std::bit_floor(size_t(m_sums.size()))); step > 0; step /= 2) {
        if (position + step <= m_sums.size() && m_sums[position + step - 1] <= rest) {
            position += step;
            rest -= m_sums[position - 1];
        }
    }
    return int(std::min(position, m_heights.size() - 1));
}
