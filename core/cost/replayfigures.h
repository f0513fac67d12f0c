#pragma once

#include "core/cost/replayquery.h"

#include <QDate>
#include <QHash>
#include <QMap>

#include <vector>

namespace Core {

/// What the requests of the past come to with one strategy and one model. A plain value.
struct ReplayTotals
{
    qint64 requests = 0; ///< that would have been sent
    qint64 refused = 0; ///< that would not have fitted
    qint64 prompt = 0;
    qint64 cachedRead = 0;
    qint64 completion = 0;
    Money cost; ///< of those with a price
    qint64 unpriced = 0; ///< sent without one
    Money compared; ///< cost of those whose bill is known
    qint64 incomparable = 0; ///< of those whose bill is known: refused, or without a price

    /// Nothing where a price is missing: a part is not shown for the whole.
    std::optional<Money> wholeCost() const
    {
        return unpriced == 0 ? std::optional(cost) : std::nullopt;
    }
    /// What those whose bill is known would have cost.
    std::optional<Money> comparedCost() const
    {
        return incomparable == 0 ? std::optional(compared) : std::nullopt;
    }
    /// What those that have a price would have cost; nothing where there are none.
    std::optional<Money> pricedCost() const
    {
        return requests > unpriced ? std::optional(cost) : std::nullopt;
    }
    double cachedShare() const { return prompt > 0 ? double(cachedRead) / double(prompt) : 0; }

    ReplayTotals &operator+=(const ReplayTotals &other);

    friend bool operator==(const ReplayTotals &, const ReplayTotals &) = default;
};

/// What was billed for the same requests. A plain value.
struct BilledTotals
{
    qint64 requests = 0;
    qint64 unbilled = 0; ///< without any charge, such as imported ones
    qint64 prompt = 0;
    qint64 cachedRead = 0;
    qint64 completion = 0;
    Money cost;
    qint64 unpriced = 0;
    Money aside; ///< for summaries, embeddings and what has no answer
    qint64 compared = 0; ///< requests whose bill is known
    Money comparedCost; ///< of these

    /// What can be held against ReplayTotals::comparedCost(); nothing where no bill is known.
    std::optional<Money> known() const
    {
        return compared > 0 ? std::optional(comparedCost) : std::nullopt;
    }
    qint64 notCompared() const { return requests + unbilled - compared; }

    BilledTotals &operator+=(const BilledTotals &other);

    friend bool operator==(const BilledTotals &, const BilledTotals &) = default;
};

/// Some of the requests of the past, under each way with each model, and as they were billed.
struct ReplayPart
{
    BilledTotals billed;
    std::vector<ReplayTotals> totals; ///< [way × models + model]
    std::vector<ReplayTotals> full; ///< [model]: everything sent, whatever the budget

    ReplayPart &operator+=(const ReplayPart &other);

    /// What a row would have cost, told of the same requests as the bill: of those whose bill is
    /// known, or of all where no bill is. A sum of those with a price; nothing where none has one.
    std::optional<Money> costOf(const ReplayTotals &row) const;
    /// Whether costOf() lacks a request, which was refused or has no price.
    bool lacksSome(const ReplayTotals &row) const;
    /// What the row saves against sending everything to the same model. Nothing where the two
    /// are not of the same requests: a request that is refused is not saved.
    /// Of the requests whose bill is known, or of all, where these have a price.
    enum class Of { Compared, All };
    std::optional<Money> savingOnFull(size_t row, Of of) const;

    friend bool operator==(const ReplayPart &, const ReplayPart &) = default;
};

/// The past asked once more. Whole, or it is not there.
struct ReplayFigures
{
    ReplayPart all;
    QMap<QDate, ReplayPart> days; ///< in the query's zone; invalid: no time is known
    QMap<QString, ReplayPart> users;
    QMap<QString, ReplayPart> models; ///< by the model that was asked then
    qint64 conversations = 0;

    ReplayFigures &operator+=(const ReplayFigures &other);

    friend bool operator==(const ReplayFigures &, const ReplayFigures &) = default;
};

struct ReplayReport
{
    ReplayQuery query;
    ReplayFigures figures;
    double seconds = 0;
};

/// What `cost` saves against `before`; nothing where either is not known as a whole.
std::optional<Money> savingOf(const std::optional<Money> &before, const std::optional<Money> &cost);

} // namespace Core

Q_DECLARE_METATYPE(Core::ReplayReport)
