#include "core/base/money.h"

#include <algorithm>
#include <limits>

namespace Core {

namespace {

__extension__ using Wide = __int128; // pico-dollars times tokens pass 64 bits

Money saturated(Wide pico)
{
    constexpr Wide low = std::numeric_limits<qint64>::min();
    constexpr Wide high = std::numeric_limits<qint64>::max();
    return {static_cast<qint64>(std::clamp(pico, low, high))};
}

Error notMoney(QStringView text)
{
    return {Error::Kind::BadInput,
            QStringLiteral("\"%1\" is not an amount such as 0.42").arg(text.left(40))};
}

} // namespace

Money operator+(Money a, Money b)
{
    return saturated(Wide(a.pico) + b.pico);
}

Money operator-(Money a, Money b)
{
    return saturated(Wide(a.pico) - b.pico);
}

QString toDecimalString(Money amount)
{
    const bool negative = amount.pico < 0;
    const quint64 size =
        negative ? 0 - static_cast<quint64>(amount.pico) : static_cast<quint64>(amount.pico);
    const quint64 dollars = size / static_cast<quint64>(picoPerDollar);
    const quint64 rest = size % static_cast<quint64>(picoPerDollar);
    return QStringLiteral("%1%2.%3").arg(
        negative ? QStringLiteral("-") : QString(), QString::number(dollars),
        QString::number(rest).rightJustified(12, QLatin1Char('0')));
}

Result<Money> moneyFromDecimal(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const bool negative = trimmed.startsWith(QLatin1Char('-'));
    const QStringView digits = negative ? trimmed.mid(1) : trimmed;
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    const QStringView whole = point < 0 ? digits : digits.left(point);
    const QStringView part = point < 0 ? QStringView() : digits.mid(point + 1);
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    if (whole.isEmpty() || whole.size() > 7 || part.size() > 12 || (point >= 0 && part.isEmpty())
        || !std::all_of(whole.begin(), whole.end(), isDigit)
        || !std::all_of(part.begin(), part.end(), isDigit))
        return notMoney(text);

    const qint64 pico = whole.toLongLong() * picoPerDollar
        + part.toString().leftJustified(12, QLatin1Char('0')).toLongLong();
    return Money{negative ? -pico : pico};
}

Money multiply(qint64 units, qint64 picoPerUnit)
{
    return saturated(Wide(units) * picoPerUnit);
}

} // namespace Core
