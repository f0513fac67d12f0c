#include "ui/base/formats.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct FormatTexts
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

constexpr qint64 picoPerCent = Core::picoPerDollar / 100;

/// `value` with at most one place behind the point, and none where it would be a zero or where
/// three digits stand before it.
QString shortNumber(double value)
{
    const double rounded = std::round(value * 10) / 10;
    const bool whole = value >= 100 || rounded == std::floor(rounded);
    return QLocale().toString(whole ? std::round(value) : rounded, 'f', whole ? 0 : 1);
}

/// An amount rounded half up to `places` decimals, in whole units of the last place.
QString decimal(quint64 pico, int places)
{
    quint64 unit = Core::picoPerDollar;
    for (int i = 0; i < places; ++i)
        unit /= 10;
    const double value = double((pico + unit / 2) / unit) * double(unit) / Core::picoPerDollar;
    return QLocale().toString(value, 'f', places);
}

/// How many decimals show four significant digits of an amount below a cent.
int placesBelowACent(quint64 pico)
{
    int digits = 0;
    for (quint64 rest = pico; rest > 0; rest /= 10)
        ++digits;
    return qBound(2, 12 - digits + 4, 12);
}

QString dollars(const QString &digits, bool debt)
{
    return debt ? FormatTexts::tr("-$%1", "a negative amount of US dollars").arg(digits)
                : FormatTexts::tr("$%1", "an amount of US dollars").arg(digits);
}

QString trimmedZeros(QString number)
{
    const QString zero = QLocale().zeroDigit();
    const qsizetype twoPlaces = number.lastIndexOf(QLocale().decimalPoint()) + 3;
    while (number.size() > twoPlaces && number.endsWith(zero))
        number.chop(1);
    return number;
}

} // namespace

namespace Formats {

QString tokens(qint64 count)
{
    if (qAbs(count) < 1000)
        return QLocale().toString(count);
    double value = double(count) / 1000;
    if (qAbs(value) < 999.5)
        return FormatTexts::tr("%1k", "thousands of tokens").arg(shortNumber(value));
    value /= 1000;
    if (qAbs(value) < 999.5)
        return FormatTexts::tr("%1M", "millions of tokens").arg(shortNumber(value));
    return FormatTexts::tr("%1B", "billions of tokens").arg(shortNumber(value / 1000));
}

QString exactTokens(qint64 count)
{
    // %n would not group the digits in every language, so the number is put in by hand.
    if (count == 1)
        return FormatTexts::tr("1 token");
    return FormatTexts::tr("%1 tokens").arg(QLocale().toString(count));
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString money(Core::Money amount)
{
    const bool debt = amount.pico < 0;
    const quint64 pico = debt ? 0 - static_cast<quint64>(amount.pico) : quint64(amount.pico);
    const bool tiny = pico > 0 && pico < quint64(picoPerCent);
    const QString digits =
        tiny ? trimmedZeros(decimal(pico, placesBelowACent(pico))) : decimal(pico, 2);
    return dollars(digits, debt);
}

QString moneyTo(Core::Money amount, int places)
{
    const bool debt = amount.pico < 0;
    const quint64 pico = debt ? 0 - static_cast<quint64>(amount.pico) : quint64(amount.pico);
    return dollars(decimal(pico, places), debt);
}

QString axisMoney(double value, double step)
{
    // Steps are 1, 2 or 5 times a power of ten.
    const int places = step > 0 ? qBound(0, int(-std::floor(std::log10(step) + 1e-9)), 12) : 2;
    return moneyTo({std::llround(value * double(Core::picoPerDollar))},
                   places > 0 ? std::max(2, places) : 0);
}

QString moneyOrUnpriced(const std::optional<Core::Money> &amount)
{
    return amount ? money(*amount) : FormatTexts::tr("no price");
}

QString exactMoney(Core::Money amount)
{
    QString digits = Core::toDecimalString(amount);
    digits.replace(u'.', QLocale().decimalPoint());
    return FormatTexts::tr("%1 USD").arg(digits);
}

QString percent(double share)
{
    if (!std::isfinite(share))
        return u"–"_s;
    const double value = share * 100;
    if (value != 0 && std::abs(value) < 0.5)
        return FormatTexts::tr("<1%");
    return FormatTexts::tr("%1%", "per cent").arg(QLocale().toString(value, 'f', 0));
}

QString duration(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 0)
        return u"–"_s;
    if (milliseconds < 1000)
        return FormatTexts::tr("%1 ms").arg(locale.toString(milliseconds));
    if (milliseconds < 59'950)
        return FormatTexts::tr("%1 s").arg(locale.toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 3600)
        return FormatTexts::tr("%1 min %2 s")
            .arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    return FormatTexts::tr("%1 h %2 min")
        .arg(locale.toString(seconds / 3600), locale.toString(seconds % 3600 / 60));
}

QString clockTime(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime().time(), u"HH:mm"_s);
}

QString dateTime(const QDateTime &when)
{
    const QString pattern = FormatTexts::tr("d MMM yyyy HH:mm", "pattern of a date with time");
    return QLocale().toString(when.toLocalTime(), pattern);
}

QString day(const QDateTime &when, const QDateTime &now)
{
    const QDate date = when.toLocalTime().date();
    const qint64 daysAgo = date.daysTo(now.toLocalTime().date());
    if (daysAgo == 0)
        return FormatTexts::tr("Today");
    if (daysAgo == 1)
        return FormatTexts::tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

QString shortTime(const QDateTime &when, const QDateTime &now)
{
    const QDate date = when.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (date >= today)
        return clockTime(when);
    if (date.daysTo(today) < 7)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    if (date.year() == today.year())
        return QLocale().toString(date, FormatTexts::tr("d MMM", "pattern of a date without year"));
    return QLocale().toString(date, FormatTexts::tr("d MMM yyyy", "pattern of a date with year"));
}

QString dateGroup(const QDateTime &when, const QDateTime &now)
{
    const QDate day = when.toLocalTime().date();
    const qint64 daysAgo = day.daysTo(now.toLocalTime().date());
    if (daysAgo <= 0)
        return FormatTexts::tr("Today");
    if (daysAgo == 1)
        return FormatTexts::tr("Yesterday");
    if (daysAgo <= 7)
        return FormatTexts::tr("Previous 7 days");
    if (daysAgo <= 30)
        return FormatTexts::tr("Previous 30 days");
    return FormatTexts::tr("%1 %2", "month and year")
        .arg(QLocale().standaloneMonthName(day.month()), QString::number(day.year()));
}

} // namespace Formats
