#pragma once

#include "core/cost/pricelist.h"

#include <QJsonArray>

namespace Core {

/// Rows as in resources/prices.json: rates in US dollars a million tokens. BadInput names the
/// row and the field.
Result<QList<PriceRow>> priceRowsFromJson(const QJsonArray &rows);
QJsonArray priceRowsToJson(const QList<PriceRow> &rows);

/// BadInput where two rows hold for the same at the same time, or where rows of the same leave
/// a time between them without any: neither is meant. Names both rows.
Result<void> checkPrices(const QList<PriceRow> &rows);

/// The rows with another one: in the place of the one with its id; one that began before and
/// has no end ends where the new one begins.
QList<PriceRow> withPrice(const QList<PriceRow> &rows, const PriceRow &row);

/// The user's own rows as they are kept in the store's settings under ownPricesName(), and as
/// they are exported: {"unit": …, "rows": […]}.
QString ownPricesName();
QByteArray ownPricesToJson(const QList<PriceRow> &rows);
/// Checked; an empty text is no rows.
Result<QList<PriceRow>> ownPricesFromJson(const QByteArray &json);

} // namespace Core
