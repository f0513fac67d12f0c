#pragma once

#include "core/cost/costslice.h"

#include <QList>
#include <QString>

#include <optional>

namespace Core {

/// Requests of one model that have no price.
struct UnpricedModel
{
    QString provider;
    QString model;
    qint64 requests = 0;

    friend bool operator==(const UnpricedModel &, const UnpricedModel &) = default;
};

/// What a period comes to. A plain value.
struct CostSummary
{
    Money spend; ///< of the requests with a price
    qint64 requests = 0;
    qint64 inputTokens = 0;
    qint64 cachedTokens = 0;
    qint64 outputTokens = 0;
    Money savedByCache; ///< see savedByCache()
    qint64 unpriced = 0;
    QList<UnpricedModel> unpricedModels; ///< most requests first

    friend bool operator==(const CostSummary &, const CostSummary &) = default;
};

CostSummary costSummary(const QList<Charge> &charges);

QList<UnpricedModel> unpricedModels(const QList<CostSlice> &slices); ///< most requests first

/// What the provider's prefix cache took off this charge, less what writing to it cost more,
/// by the rates the charge was computed with. May be negative; nothing without a price.
Money savedByCache(const Charge &charge);

} // namespace Core
