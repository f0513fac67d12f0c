#include "core/cost/chargecalculator.h"

#include <algorithm>

namespace Core {

namespace {

constexpr Money mostBelievable{100 * picoPerDollar};

/// Nullptr where none of `rows` is in force for the usage.
const PriceRow *rowFor(const QList<PriceRow> &rows, const QDateTime &when, const Usage &usage)
{
    const auto row = std::find_if(rows.cbegin(), rows.cend(), [&](const PriceRow &each) {
        return each.holds(when, usage.prompt, usage.tier);
    });
    return row == rows.cend() ? nullptr : &*row;
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
    const Usage fitting = withinReason(usage);
    return {.input = fitting.prompt - fitting.cachedRead - fitting.cacheWrite,
            .cachedRead = fitting.cachedRead,
            .cacheWrite = fitting.cacheWrite,
            .output = fitting.completion - fitting.reasoning,
            .reasoning = fitting.reasoning,
            .clipped = fitting != usage};
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
    setPrice(charge, priceRows(prices, provider, charge.model));
}

void setPrice(Charge &charge, const QList<PriceRow> &rows)
{
    charge.usage = withinReason(charge.usage);
    const PriceRow *row = rowFor(rows, charge.at, charge.usage);
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
    const QList<PriceRow> rows = priceRows(prices, provider, model);
    const PriceRow *row = rowFor(rows, when, usage);
    return row ? std::optional(costOf(usage, row->rates)) : std::nullopt;
}

} // namespace Core
