#include "ui/base/stripgeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr double closest = 20;

/// What several messages in one block mostly are.
class Majority
{
public:
    void add(const Core::PlanItem &item)
    {
        const int tokens = std::max(1, item.tokens);
        m_byVerdict[size_t(item.verdict)] += tokens;
        m_cached += item.cached ? tokens : 0;
        m_all += tokens;
    }

    Core::Verdict verdict() const
    {
        const auto most = std::max_element(m_byVerdict.begin(), m_byVerdict.end());
        return Core::Verdict(most - m_byVerdict.begin());
    }

    bool cached() const { return 2 * m_cached > m_all; }

private:
    std::array<qint64, size_t(Core::Verdict::Excluded) + 1> m_byVerdict{};
    qint64 m_cached = 0;
    qint64 m_all = 0;
};

StripWindow within(StripWindow window, const StripScale &scale)
{
    window.length = std::clamp(window.length, std::min(closest, scale.length()), scale.length());
    window.from = std::clamp(window.from, 0.0, scale.length() - window.length);
    return window;
}

} // namespace

StripScale::StripScale(const QList<Core::PlanItem> &items)
{
    m_ends.reserve(items.size());
    double end = 0;
    for (const Core::PlanItem &item : items)
        m_ends.append(end += std::max(1, item.tokens));
}

qsizetype StripScale::itemAt(double tokens) const
{
    const auto after = std::upper_bound(m_ends.begin(), m_ends.end(), tokens);
    return std::min<qsizetype>(after - m_ends.begin(), m_ends.size() - 1);
}

StripWindow zoomed(const StripWindow &window, const StripScale &scale, double tokens, double factor)
{
    StripWindow result = within({window.from, window.length / factor}, scale);
    if (window.length > 0)
        result.from = tokens - (tokens - window.from) * result.length / window.length;
    return within(result, scale);
}

StripWindow panned(const StripWindow &window, const StripScale &scale, double tokens)
{
    return within({window.from + tokens, window.length}, scale);
}

StripWindow showing(const StripWindow &window, const StripScale &scale, qsizetype item)
{
    const double start = scale.start(item);
    const double end = scale.end(item);
    if (end > window.to() && start > window.from)
        return within({std::min(start, end - window.length), window.length}, scale);
    if (start < window.from)
        return within({start, window.length}, scale);
    return window;
}

double tokensAt(const StripWindow &window, int width, double x)
{
    return width > 0 ? window.from + window.length * x / width : window.from;
}

double xAt(const StripWindow &window, int width, double tokens)
{
    return window.length > 0 ? (tokens - window.from) * width / window.length : 0;
}

QList<StripBlock> stripBlocks(const QList<Core::PlanItem> &items, const StripScale &scale,
                              const StripWindow &window, int width)
{
    QList<StripBlock> blocks;
    if (items.isEmpty() || width <= 0 || window.length <= 0)
        return blocks;
    int x = 0;
    Majority majority;
    qsizetype first = scale.itemAt(window.from);
    for (qsizetype i = first; i < items.size() && scale.start(i) < window.to(); ++i) {
        if (x == width) { // rounded up to the edge before the last message
            blocks.last().last = i;
            continue;
        }
        majority.add(items[i]);
        const double right = std::min(xAt(window, width, scale.end(i)), double(width));
        const int end = int(std::lround(right));
        if (end == x)
            continue; // narrower than a pixel: it shares the next one's block
        blocks.append({x, end - x, first, i, majority.verdict(), majority.cached()});
        x = end;
        first = i + 1;
        majority = {};
    }
    return blocks;
}
