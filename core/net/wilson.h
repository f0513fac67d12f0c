#pragma once

#include <QtGlobal>

namespace Core {

/// Where a share really lies, judged by `hits` of `count`: Wilson's interval, which stays
/// sensible for few observations and for shares near 0. `z`: 1.96 for 95 % on both sides.
struct Interval
{
    double low = 0;
    double high = 1;
};

Interval wilson(qint64 hits, qint64 count, double z);

} // namespace Core
