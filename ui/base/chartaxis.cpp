#include "ui/base/chartaxis.h"

#include <algorithm>
#include <cmath>

QList<double> AxisTicks::values() const
{
    QList<double> values;
    for (int i = 0; i <= count; ++i)
        values.append(step * i);
    return values;
}

AxisTicks axisTicks(double most, int mostSteps)
{
    const int steps = std::max(1, mostSteps);
    const double reach = most > 0 && std::isfinite(most) ? most : 1;
    double power = std::pow(10, std::floor(std::log10(reach / steps)));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            const int count = int(std::ceil(reach / step - 1e-9));
            if (count <= steps)
                return {step, std::max(1, count)};
        }
    }
}

int labelStride(int widest, double spacing, int gap)
{
    if (spacing <= 0)
        return 1;
    return std::max(1, int(std::ceil((widest + gap) / spacing)));
}
