#pragma once

#include "core/chat/charge.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Core {

/// What the charges of a time are worth by other prices: an act of somebody, with a reason. The
/// charges stay as they were written; what they come to is that of the newest one. A plain value.
struct Repricing
{
    QString id; ///< UUID
    QDateTime at; ///< UTC; when it was done
    QString author; ///< who did it; empty: not known
    QString reason;
    QDateTime from; ///< UTC; of the time that was looked at; invalid: not bounded
    QDateTime to; ///< UTC, exclusive
    QString provider; ///< that was looked at; empty: all
    QString model;
    qint64 charges = 0; ///< that are worth something else by it
    qint64 unpriced = 0; ///< of these, those that had no price before
    Money before; ///< of these, what they came to
    Money after;

    /// Nothing where none of them had a price.
    std::optional<Money> knownBefore() const
    {
        return charges > 0 && unpriced == charges ? std::nullopt : std::optional(before);
    }

    friend bool operator==(const Repricing &, const Repricing &) = default;
};

/// What one charge of a re-pricing is worth by it.
struct RepricedCharge
{
    QString chargeId;
    std::optional<Money> before; ///< what it came to when this was computed
    std::optional<Money> amount;
    Charge::Basis basis = Charge::Basis::Unpriced;
    Rates rates;
    QString priceRow;

    friend bool operator==(const RepricedCharge &, const RepricedCharge &) = default;
};

/// Which of its amounts a charge is read with.
enum class Worth {
    Now, ///< by the newest re-pricing
    AsBilled, ///< as it was written when it was charged
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Repricing)
