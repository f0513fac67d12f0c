#pragma once

#include "core/chat/charge.h"

/// A charge of `cost` (such as "0.25"; empty: unpriced) for a request at `at` (ISO, with zone).
inline Core::Charge chargeAt(const QString &at, const QString &model, const QString &cost)
{
    Core::Charge charge;
    charge.id = at + model + cost;
    charge.at = QDateTime::fromString(at, Qt::ISODate).toUTC();
    charge.provider = QStringLiteral("somewhere");
    charge.model = model;
    charge.usage.prompt = 1000;
    charge.usage.cachedRead = 600;
    charge.usage.completion = 100;
    if (!cost.isEmpty()) {
        charge.amount = *Core::moneyFromDecimal(cost);
        charge.basis = Core::Charge::Basis::UsageTimesPrice;
    }
    return charge;
}

inline Core::Money dollars(const QString &text)
{
    return *Core::moneyFromDecimal(text);
}
