#include "ui/budget/metersegments.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double leastWidth = 3;

QList<MeterSegment> parts(const MeterState &state)
{
    const Core::BudgetUse &use = state.use;
    const int reserve = std::max(0, state.budget.window - state.budget.promptLimit());
    const int reply = std::clamp(state.reply, 0, reserve);
    const int free = std::max(0, state.budget.promptLimit() - state.prompt());
    const std::pair<MeterPart, int> sizes[] = {
        {MeterPart::System, use.system},
        {MeterPart::Pinned, use.pinned},
        {MeterPart::Summary, use.summary},
        {MeterPart::History, use.history},
        {MeterPart::Retrieved, use.retrieved},
        {MeterPart::Draft, use.question + state.draft},
        {MeterPart::Free, free},
        {MeterPart::Reply, reply},
        {MeterPart::Reserve, reserve - reply},
    };
    QList<MeterSegment> segments;
    for (const auto &[part, tokens] : sizes) {
        if (tokens > 0)
            segments.append({.part = part, .tokens = tokens});
    }
    return segments;
}

/// Exact widths by tokens, with the narrow ones widened at the cost of the others.
QList<double> widths(const QList<MeterSegment> &segments, double width)
{
    const double least = std::min(leastWidth, width / double(segments.size()));
    QList<bool> narrow(segments.size(), false);
    QList<double> result(segments.size(), least);
    for (bool changed = true; changed;) {
        changed = false;
        double room = width;
        double tokens = 0;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            room -= narrow[i] ? least : 0;
            tokens += narrow[i] ? 0 : segments[i].tokens;
        }
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (narrow[i])
                continue;
            result[i] = room * segments[i].tokens / tokens;
            if (result[i] < least - 1e-9) {
                narrow[i] = changed = true;
                result[i] = least;
            }
        }
    }
    return result;
}

} // namespace

MeterLevel meterLevel(const MeterState &state)
{
    const qint64 limit = state.budget.promptLimit();
    const qint64 prompt = state.prompt();
    if (prompt > limit)
        return MeterLevel::Over;
    if (prompt * 100 >= limit * 90)
        return MeterLevel::Red;
    return prompt * 100 >= limit * 75 ? MeterLevel::Amber : MeterLevel::Calm;
}

QList<MeterSegment> meterSegments(const MeterState &state, int width)
{
    QList<MeterSegment> segments = parts(state);
    if (segments.isEmpty() || width <= 0)
        return {};
    const QList<double> exact = widths(segments, width);
    double right = 0;
    int x = 0;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        right += exact[i];
        const int end = i + 1 == segments.size() ? width : int(std::lround(right));
        segments[i].x = x;
        segments[i].width = end - x;
        x = end;
    }
    return segments;
}
