#pragma once

#include "core/base/result.h"

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <compare>

namespace Core {

/// An amount in US dollars, exact: a whole number of 1e-12 USD. Holds up to about
/// 9.2 million dollars; sums beyond that saturate instead of wrapping.
struct Money
{
    qint64 pico = 0;

    friend auto operator<=>(const Money &, const Money &) = default;
};

inline constexpr qint64 picoPerDollar = 1'000'000'000'000;

Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
inline Money &operator+=(Money &a, Money b)
{
    return a = a + b;
}

/// "0.016000000000": always twelve places, '.' as the point, '-' in front of a debt.
QString toDecimalString(Money amount);

/// Reads a decimal with up to twelve places. Anything else is BadInput.
Result<Money> moneyFromDecimal(QStringView text);

/// units · picoPerUnit, in 128 bits between, saturating.
Money multiply(qint64 units, qint64 picoPerUnit);

} // namespace Core

Q_DECLARE_METATYPE(Core::Money)
