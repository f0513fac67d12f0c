#pragma once

#include "core/chat/provider.h"
#include "core/chat/repricing.h"
#include "core/cost/pricelist.h"

#include <QList>

#include <map>

namespace Core {

/// Which charges are to be worth what the price list says now.
struct RepriceQuery
{
    QDateTime from; ///< UTC; invalid: since ever
    QDateTime to; ///< UTC, exclusive; invalid: without end
    QString provider; ///< empty: all
    QString model; ///< empty: all
    bool onlyUnpriced = false; ///< leaves what has a price

    friend bool operator==(const RepriceQuery &, const RepriceQuery &) = default;
};

/// What a re-pricing would do to the charges of one model of a provider.
struct RepriceRow
{
    QString provider;
    QString model;
    qint64 charges = 0; ///< that would be worth something else
    qint64 unpriced = 0; ///< of these, those without a price so far
    Money before;
    Money after;

    Money difference() const { return after - before; }
    /// Nothing where none of them has a price so far.
    std::optional<Money> knownBefore() const
    {
        return charges > 0 && unpriced == charges ? std::nullopt : std::optional(before);
    }

    friend bool operator==(const RepriceRow &, const RepriceRow &) = default;
};

/// What a re-pricing would do. Nothing is done by it.
struct RepricePreview
{
    RepriceQuery query;
    qint64 looked = 0; ///< charges that the query holds
    qint64 reported = 0; ///< of these, those with the provider's own figure, which stays
    qint64 unknown = 0; ///< of these, those that the price list knows no price for
    QList<RepriceRow> rows; ///< largest difference first
    RepriceRow total;
    QList<RepricedCharge> charges;

    /// The entry in the log for doing it.
    Repricing entry(const QString &author, const QString &reason, const QDateTime &now) const;
};

/// Computes what charges would be worth by the price list, each by the price in force at its own
/// time, for its own usage and tier.
class Repricer
{
public:
    /// `providers` tell the presets whose prices hold for a provider's name.
    Repricer(const RepriceQuery &query, const PriceList &prices, const QList<Provider> &providers);

    void add(const QList<Charge> &charges);
    RepricePreview preview() const;

private:
    void add(const Charge &charge);
    const QList<PriceRow> &rowsFor(const Charge &charge);

    PriceList m_prices;
    QList<Provider> m_providers;
    RepricePreview m_preview;
    using Name = std::pair<QString, QString>; ///< provider, model
    std::map<Name, QList<PriceRow>> m_known;
    std::map<Name, RepriceRow> m_rows;
};

} // namespace Core
