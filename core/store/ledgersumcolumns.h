#pragma once

#include "core/chat/chargesum.h"
#include "core/store/connection.h"

#include <QLatin1String>

#include <array>

namespace Core {

/// One kind of sum: its name in the table and where its key stands in charge and hour_sum.
struct SumDimension
{
    SumBy by;
    QLatin1String name;
    QLatin1String column;
    bool isByHour; ///< conversations are many and short: only their days are summed
};

const std::array<SumDimension, 7> &sumDimensions();
const SumDimension &sumDimensionOf(SumBy by);

/// A table of sums: its columns, and what becomes of a row whose key is there, which is that the
/// totals are added to it.
struct SumTable
{
    QString columns;
    QString onConflict;
};
const SumTable &hourSumTable();
const SumTable &chargeSumTable();

// The nine totals of ChargeTotals, in its order: as columns of a table of sums, summed up from
// charges, and summed up from sums.
inline constexpr QLatin1String totalColumns{
    "requests, prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens, "
    "reasoning_tokens, cost_pico, unpriced, estimated"};
inline constexpr QLatin1String totalsOfCharges{
    "count(*), sum(prompt_tokens), sum(cached_read_tokens), sum(cache_write_tokens), "
    "sum(completion_tokens), sum(reasoning_tokens), sum(coalesce(amount_pico, 0)), "
    "count(*) FILTER (WHERE amount_pico IS NULL), count(*) FILTER (WHERE basis = 'estimated')"};
inline constexpr QLatin1String totalsOfSums{
    "sum(requests), sum(prompt_tokens), sum(cached_read_tokens), sum(cache_write_tokens), "
    "sum(completion_tokens), sum(reasoning_tokens), sum(cost_pico), sum(unpriced), "
    "sum(estimated)"};

/// Of a Row or of a row of another kind.
template <typename AnyRow>
ChargeTotals totalsAt(const AnyRow &row, int first)
{
    return {.requests = row.number(first),
            .prompt = row.number(first + 1),
            .cachedRead = row.number(first + 2),
            .cacheWrite = row.number(first + 3),
            .completion = row.number(first + 4),
            .reasoning = row.number(first + 5),
            .cost = {row.number(first + 6)},
            .unpriced = row.number(first + 7),
            .estimated = row.number(first + 8)};
}

/// A change whose number of rows does not matter.
inline Result<void> ran(const Result<int> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace Core
