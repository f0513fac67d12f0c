#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <thread>

namespace {

constexpr int fewest = 5;
constexpr double enough = 0.2; // seconds

double timed(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double quickestOf(const std::function<double()> &once)
{
    double quickest = std::numeric_limits<double>::max();
    double sum = 0;
    for (int calls = 0; calls < fewest || sum < enough; ++calls) {
        const double seconds = once();
        quickest = std::min(quickest, seconds);
        sum += seconds;
    }
    return quickest;
}

} // namespace

double secondsOf(const std::function<void()> &work)
{
    work();
    return quickestOf([&] { return timed(work); });
}

double coldSecondsOf(const std::function<void()> &work)
{
    return quickestOf([&] {
        double seconds = 0;
        std::thread([&] { seconds = timed(work); }).join();
        return seconds;
    });
}

double rateOf(QByteArrayView text, double seconds)
{
    return double(text.size()) / 1e6 / std::max(seconds, 1e-9);
}
