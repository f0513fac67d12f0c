#include "core/net/wilson.h"

#include <algorithm>
#include <cmath>

namespace Core {

Interval wilson(qint64 hits, qint64 count, double z)
{
    if (count <= 0)
        return {};
    const auto n = double(count);
    const double share = double(hits) / n;
    const double z2 = z * z;
    const double middle = share + z2 / (2 * n);
    const double half = z * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    const double whole = 1 + z2 / n;
    return {std::max((middle - half) / whole, 0.0), std::min((middle + half) / whole, 1.0)};
}

} // namespace Core
