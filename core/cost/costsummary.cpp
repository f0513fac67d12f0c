#include "core/cost/costsummary.h"

#include <QHash>

#include <algorithm>

namespace Core {

namespace {

using ModelKey = std::pair<QString, QString>;

QList<UnpricedModel> sorted(const QHash<ModelKey, qint64> &counts)
{
    QList<UnpricedModel> models;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        models.append({each.key().first, each.key().second, each.value()});
    std::sort(models.begin(), models.end(), [](const UnpricedModel &a, const UnpricedModel &b) {
        return std::tie(b.requests, a.model, a.provider)
            < std::tie(a.requests, b.model, b.provider);
    });
    return models;
}

} // namespace

CostSummary costSummary(const QList<Charge> &charges)
{
    CostSummary sums;
    for (const Charge &charge : charges) {
        ++sums.requests;
        sums.inputTokens += charge.usage.prompt;
        sums.cachedTokens += charge.usage.cachedRead;
        sums.outputTokens += charge.usage.completion;
        sums.savedByCache += savedByCache(charge);
        if (!charge.amount) {
            ++sums.unpriced;
            continue;
        }
        sums.spend += *charge.amount;
    }
    sums.unpricedModels = unpricedModels(slicesOf(charges));
    return sums;
}

QList<UnpricedModel> unpricedModels(const QList<CostSlice> &slices)
{
    QHash<ModelKey, qint64> counts;
    for (const CostSlice &slice : slices) {
        if (slice.unpriced > 0)
            counts[{slice.provider, slice.model}] += slice.unpriced;
    }
    return sorted(counts);
}

Money savedByCache(const Charge &charge)
{
    if (!charge.amount)
        return {};
    const Rates &rates = charge.rates;
    const qint64 read = rates.cachedRead.value_or(rates.input);
    const qint64 write = rates.cacheWrite.value_or(rates.input);
    return multiply(charge.usage.cachedRead, rates.input - read)
        - multiply(charge.usage.cacheWrite, write - rates.input);
}

} // namespace Core
