#include "core/base/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace Core {

namespace {

/// How many letters must be added, removed or changed.
int editDistance(const QString &from, const QString &to)
{
    std::vector<int> row(size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (from[i] == to[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &word, const QStringList &names)
{
    const QString asked = word.left(64).toLower();
    QString nearest;
    int least = std::max(2, int(asked.size()) / 3) + 1;
    for (const QString &name : names) {
        const int distance = editDistance(asked, name.toLower());
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace Core
