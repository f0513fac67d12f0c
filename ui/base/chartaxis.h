#pragma once

#include <QList>

/// Round values for an axis from 0: steps of 1, 2 or 5 times a power of ten.
struct AxisTicks
{
    double step = 1;
    int count = 1; ///< of steps; the axis ends at step · count

    double top() const { return step * count; }
    QList<double> values() const; ///< 0 and all steps up to the top
};

/// The fewest steps, but no more than `mostSteps`, that reach `most`. An axis of nothing
/// reaches 1.
AxisTicks axisTicks(double most, int mostSteps);

/// Every how many labels one is shown, so that labels of this width do not touch.
int labelStride(int widest, double spacing, int gap = 8);
