#include "core/cost/repricer.h"

#include "core/base/id.h"
#include "core/cost/chargecalculator.h"

#include <algorithm>

namespace Core {

namespace {

void count(RepriceRow &row, const Charge &before, const Charge &now)
{
    ++row.charges;
    row.unpriced += before.amount ? 0 : 1;
    row.before += before.amount.value_or(Money{});
    row.after += now.amount.value_or(Money{});
}

qint64 size(Money difference)
{
    return std::abs(difference.pico);
}

} // namespace

Repricing RepricePreview::entry(const QString &author, const QString &reason,
                                const QDateTime &now) const
{
    return {.id = newId(),
            .at = now.toUTC(),
            .author = author,
            .reason = reason,
            .from = query.from,
            .to = query.to,
            .provider = query.provider,
            .model = query.model,
            .charges = total.charges,
            .unpriced = total.unpriced,
            .before = total.before,
            .after = total.after};
}

Repricer::Repricer(const RepriceQuery &query, const PriceList &prices,
                   const QList<Provider> &providers)
    : m_prices(prices)
    , m_providers(providers)
{
    m_preview.query = query;
}

void Repricer::add(const QList<Charge> &charges)
{
    const RepriceQuery &query = m_preview.query;
    for (const Charge &charge : charges) {
        const bool isAsked = (query.provider.isEmpty() || query.provider == charge.provider)
            && (query.model.isEmpty() || query.model == charge.model)
            && (!query.onlyUnpriced || !charge.amount);
        if (isAsked)
            add(charge);
    }
}

void Repricer::add(const Charge &charge)
{
    ++m_preview.looked;
    if (charge.basis == Charge::Basis::Provider) {
        ++m_preview.reported;
        return;
    }
    Charge now = charge;
    setPrice(now, rowsFor(charge));
    if (!now.amount) {
        ++m_preview.unknown;
        return;
    }
    if (now.amount == charge.amount)
        return;
    count(m_preview.total, charge, now);
    count(m_rows[{charge.provider, charge.model}], charge, now);
    m_preview.charges.append({.chargeId = charge.id,
                              .before = charge.amount,
                              .amount = now.amount,
                              .basis = now.basis,
                              .rates = now.rates,
                              .priceRow = now.priceRow});
}

const QList<PriceRow> &Repricer::rowsFor(const Charge &charge)
{
    const auto [place, isNew] = m_known.try_emplace({charge.provider, charge.model});
    if (isNew) {
        const auto named =
            std::find_if(m_providers.cbegin(), m_providers.cend(), [&](const Provider &provider) {
                return provider.name == charge.provider;
            });
        const Provider provider =
            named == m_providers.cend() ? Provider{.name = charge.provider} : *named;
        place->second = priceRows(m_prices, provider, charge.model);
    }
    return place->second;
}

RepricePreview Repricer::preview() const
{
    RepricePreview preview = m_preview;
    for (const auto &[name, row] : m_rows) {
        preview.rows.append(row);
        preview.rows.last().provider = name.first;
        preview.rows.last().model = name.second;
    }
    std::stable_sort(preview.rows.begin(), preview.rows.end(),
                     [](const RepriceRow &a, const RepriceRow &b) {
                         return size(a.difference()) > size(b.difference());
                     });
    return preview;
}

} // namespace Core
