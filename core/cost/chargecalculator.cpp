#include "core/cost/chargecalculator.h"

#include <algorithm>

namespace Core {

namespace {

constexpr Money mostBelievable{100 * picoPerDollar};

std::optional<PriceRow> rowFor(const PriceList &prices, const Provider &provider,
                               const QString &model, const QDateTime &when, qint64 promptTokens)
{
    for (const PriceRow &row : priceRows(prices, provider, model)) {
        if (row.holds(when, promptTokens))
            return row;
    }
    return std::nullopt;
}

bool isBelievable(Money reported, const std::optional<Money> &computed)
{
    if (reported.pico < 0)
        return false;
    if (!computed || computed->pico == 0)
        return reported <= mostBelievable;
    return reported <= multiply(computed->pico, 10);
}

} // namespace

QList<PriceRow> priceRows(const PriceList &prices, const Provider &provider, const QString &model)
{
    QList<PriceRow> rows = prices.rowsFor(provider.name, model);
    if (!provider.preset.isEmpty() && provider.preset != provider.name)
        rows += prices.rowsFor(provider.preset, model);
    return rows;
}

TokenBuckets tokenBuckets(const Usage &usage)
{
    const qint64 prompt = std::max<qint64>(0, usage.prompt);
    const qint64 completion = std::max<qint64>(0, usage.completion);

    TokenBuckets buckets;
    buckets.cachedRead = std::clamp<qint64>(usage.cachedRead, 0, prompt);
    buckets.cacheWrite = std::clamp<qint64>(usage.cacheWrite, 0, prompt - buckets.cachedRead);
    buckets.input = prompt - buckets.cachedRead - buckets.cacheWrite;
    buckets.reasoning = std::clamp<qint64>(usage.reasoning, 0, completion);
    buckets.output = completion - buckets.reasoning;
    buckets.clipped = prompt != usage.prompt || completion != usage.completion
        || buckets.cachedRead != usage.cachedRead || buckets.cacheWrite != usage.cacheWrite
        || buckets.reasoning != usage.reasoning;
    return buckets;
}

Money costOf(const Usage &usage, const Rates &rates)
{
    const TokenBuckets buckets = tokenBuckets(usage);
    return multiply(buckets.input, rates.input)
        + multiply(buckets.cachedRead, rates.cachedRead.value_or(rates.input))
        + multiply(buckets.cacheWrite, rates.cacheWrite.value_or(rates.input))
        + multiply(buckets.output, rates.output)
        + multiply(buckets.reasoning, rates.reasoning.value_or(rates.output));
}

void setPrice(Charge &charge, const Provider &provider, const PriceList &prices)
{
    const auto row = rowFor(prices, provider, charge.model, charge.at, charge.usage.prompt);
    const auto computed =
        row ? std::optional(costOf(charge.usage, row->rates)) : std::optional<Money>();
    charge.rates = row ? row->rates : Rates{};
    charge.priceRow = row ? row->id : QString();

    const std::optional<Money> reported = charge.usage.reportedCost;
    if (reported && isBelievable(*reported, computed)) {
        charge.amount = reported;
        charge.basis = Charge::Basis::Provider;
    } else if (computed) {
        charge.amount = computed;
        charge.basis = charge.usage.basis == Usage::Basis::Provider ? Charge::Basis::UsageTimesPrice
                                                                    : Charge::Basis::Estimated;
    } else {
        charge.amount = std::nullopt;
        charge.basis = Charge::Basis::Unpriced;
    }
}

std::optional<Money> forecast(const PriceList &prices, const Provider &provider,
                              const QString &model, const QDateTime &when, const Usage &usage)
{
    const auto row = rowFor(prices, provider, model, when, usage.prompt);
    return row ? std::optional(costOf(usage, row->rates)) : std::nullopt;
}

} // namespace Core
