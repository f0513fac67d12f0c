#include "ui/thread/tablecolumns.h"

#include <algorithm>
#include <numeric>

QList<int> columnWidths(const QList<int> &natural, int least, int available)
{
    QList<int> widths = natural;
    if (std::accumulate(natural.begin(), natural.end(), qint64(0)) <= available)
        return widths;
    qint64 needed = 0;
    for (const int width : natural)
        needed += std::min(width, least);
    if (needed > available)
        return {};

    // The widest columns are cut to one common width; all others keep theirs.
    int low = least;
    int high = available;
    const auto sumAt = [&natural](int limit) {
        return std::accumulate(
            natural.begin(), natural.end(), qint64(0),
            [limit](qint64 sum, int width) { return sum + std::min(width, limit); });
    };
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (sumAt(middle) <= available)
            low = middle;
        else
            high = middle - 1;
    }
    for (int &width : widths)
        width = std::min(width, low);
    return widths;
}
