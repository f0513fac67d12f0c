#pragma once

#include "core/chat/pastconversation.h"
#include "core/chat/provider.h"
#include "core/context/comparison.h"

#include <QMetaType>
#include <QTimeZone>

namespace Core {

/// A strategy with its options and what a request may hold. A plain value.
struct ReplayWay
{
    QString strategy;
    StrategyOptions options; ///< checked
    int budget = 0; ///< tokens of a request; 0: what the model's window leaves

    friend bool operator==(const ReplayWay &, const ReplayWay &) = default;
};

class PriceList;

/// NotFound or BadInput where the strategy or one of its options is not there. Sending
/// everything has no budget: it would only refuse.
Result<ReplayWay> replayWay(const QString &strategy, const StrategyOptions &options, int budget);

/// A model at a provider. A plain value.
struct ReplayModel
{
    QString provider;
    QString model; ///< empty: the one that was asked at the time

    bool isAsAsked() const { return model.isEmpty(); }

    friend bool operator==(const ReplayModel &, const ReplayModel &) = default;
};

/// "openai/gpt-4.1", or "gpt-4.1" at the first provider that has a price for it; "as-asked".
ReplayModel replayModel(const QString &text, const PriceList &prices);
QString replayModelName(const ReplayModel &model); ///< what replayModel() reads

/// What to ask of the past: each strategy with each model.
struct ReplayQuery
{
    enum class Prices { OfThen, OfNow };

    QList<ReplayWay> ways;
    QList<ReplayModel> models;
    HistoryFilter filter;
    QByteArray zone; ///< whose days; empty: UTC
    CacheRule cache;
    qint64 cacheLifeMs = 600'000; ///< a prefix that is not asked for so long is forgotten
    Prices prices = Prices::OfThen;
    QDateTime now; ///< when it is asked
    QList<Provider> providers; ///< those set up: a price may be that of their preset
};

} // namespace Core
