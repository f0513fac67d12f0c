#include "app/commands/moneytext.h"

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastPlaces = 6;
constexpr int mostPlaces = 12; // an amount has no more
constexpr int briefPlaces = 2;
constexpr qint64 leastOfBriefDigits = 1000; // the least number of four digits

/// One in the last of so many places.
qint64 unitOf(int places)
{
    qint64 unit = Core::picoPerDollar;
    for (int i = 0; i < places; ++i)
        unit /= 10;
    return unit;
}

Core::Money rounded(Core::Money amount, int places)
{
    const qint64 unit = unitOf(places);
    const qint64 rest = amount.pico % unit;
    const Core::Money whole{amount.pico - rest};
    if (std::abs(rest) * 2 < unit)
        return whole;
    return whole + Core::Money{rest < 0 ? -unit : unit};
}

} // namespace

int MoneyText::places(const QList<std::optional<Core::Money>> &amounts)
{
    int places = leastPlaces;
    for (const std::optional<Core::Money> &amount : amounts) {
        while (amount && places < mostPlaces && amount->pico % unitOf(places) != 0)
            ++places;
    }
    return places;
}

QString MoneyText::plain(const std::optional<Core::Money> &amount, int places)
{
    if (!amount)
        return u"–"_s;
    return Core::toDecimalString(rounded(*amount, places)).chopped(mostPlaces - places);
}

QString MoneyText::brief(const std::optional<Core::Money> &amount)
{
    int places = briefPlaces;
    if (amount && amount->pico != 0) {
        const auto isShort = [&] {
            return std::abs(amount->pico) / unitOf(places) < leastOfBriefDigits;
        };
        while (places < mostPlaces && isShort())
            ++places;
    }
    QString text = plain(amount, places);
    while (places > briefPlaces && text.endsWith(u'0')) {
        text.chop(1);
        --places;
    }
    return text;
}

QJsonValue MoneyText::json(const std::optional<Core::Money> &amount)
{
    return amount ? QJsonValue(Core::toDecimalString(*amount)) : QJsonValue();
}
