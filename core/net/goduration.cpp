#include "core/net/goduration.h"

#include <QString>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

struct Unit
{
    QLatin1String name;
    double milliseconds;
};

// Longer names first: "ms" is not "m".
constexpr Unit units[] = {{"ms"_L1, 1},     {"us"_L1, 1e-3}, {"ns"_L1, 1e-6},
                          {"h"_L1, 3600e3}, {"m"_L1, 60e3},  {"s"_L1, 1e3}};

qsizetype numberLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && (text[length].isDigit() || text[length] == u'.'))
        ++length;
    return length;
}

std::optional<Unit> unitAt(QStringView text)
{
    for (const Unit &unit : units) {
        if (text.startsWith(unit.name))
            return unit;
    }
    return std::nullopt;
}

} // namespace

std::optional<qint64> millisecondsFromGo(QStringView text)
{
    constexpr double tooLong = 1e15;
    if (text == "0"_L1)
        return 0;
    double sum = 0;
    QStringView rest = text;
    while (!rest.isEmpty()) {
        const qsizetype length = numberLength(rest);
        bool ok = false;
        const double number = rest.first(length).toDouble(&ok);
        const std::optional<Unit> unit = unitAt(rest.sliced(length));
        if (!ok || !unit)
            return std::nullopt;
        sum += number * unit->milliseconds;
        rest = rest.sliced(length + unit->name.size());
    }
    if (text.isEmpty() || sum > tooLong)
        return std::nullopt;
    constexpr double noise = 1e-6; // 1.1 s is not 1101 ms
    return qint64(std::ceil(sum - noise));
}

} // namespace Core
