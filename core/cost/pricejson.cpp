#include "core/cost/pricejson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <tuple>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

Error badRow(qsizetype row, const QString &what)
{
    return {Error::Kind::BadInput, what, u"price list, row %1"_s.arg(row + 1)};
}

/// "2.00" USD per million tokens is 2,000,000 pico-dollars a token: a million of either
/// unit apart, so the digits of one are the digits of the other.
Result<qint64> rateFrom(const QJsonValue &value)
{
    const auto perMillion = moneyFromDecimal(value.toString());
    if (!perMillion)
        return perMillion.error();
    if (perMillion->pico < 0)
        return Error{Error::Kind::BadInput, u"a price cannot be negative"_s};
    if (perMillion->pico % 1'000'000 != 0)
        return Error{Error::Kind::BadInput, u"a price has at most six places"_s};
    return perMillion->pico / 1'000'000;
}

Result<std::optional<qint64>> optionalRate(const QJsonObject &row, QLatin1StringView field)
{
    if (!row.contains(field))
        return std::optional<qint64>();
    const auto rate = rateFrom(row[field]);
    if (!rate)
        return Error{Error::Kind::BadInput, u"%1: %2"_s.arg(field, rate.error().detail)};
    return std::optional(*rate);
}

Result<Rates> ratesFrom(const QJsonObject &row)
{
    Rates rates;
    for (const auto &[field, target] :
         {std::tuple("input"_L1, &rates.input), std::tuple("output"_L1, &rates.output)}) {
        const auto rate = rateFrom(row[field]);
        if (!rate)
            return Error{Error::Kind::BadInput, u"%1: %2"_s.arg(field, rate.error().detail)};
        *target = *rate;
    }
    for (const auto &[field, target] : {std::tuple("cached_read"_L1, &rates.cachedRead),
                                        std::tuple("cache_write"_L1, &rates.cacheWrite),
                                        std::tuple("reasoning"_L1, &rates.reasoning)}) {
        const auto rate = optionalRate(row, field);
        if (!rate)
            return rate.error();
        *target = *rate;
    }
    return rates;
}

Result<QDateTime> dayFrom(const QJsonObject &row, QLatin1StringView field)
{
    const QString text = row[field].toString();
    if (text.isEmpty())
        return QDateTime();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return Error{Error::Kind::BadInput,
                     u"%1: \"%2\" is not a day such as 2026-11-23"_s.arg(field, text)};
    return day.startOfDay(Qt::UTC);
}

/// "hours": "22:00-06:00" in UTC, "weekdays": [1, 2] where 1 is Monday.
Result<PriceHours> hoursFrom(const QJsonObject &row)
{
    PriceHours hours;
    const QString text = row["hours"_L1].toString();
    if (!text.isEmpty()) {
        static const QRegularExpression pattern(u"^([0-2]\\d):([0-5]\\d)-([0-2]\\d):([0-5]\\d)$"_s);
        const QRegularExpressionMatch match = pattern.match(text);
        hours.from = match.captured(1).toInt() * 60 + match.captured(2).toInt();
        hours.to = match.captured(3).toInt() * 60 + match.captured(4).toInt();
        if (!match.hasMatch() || std::max(hours.from, hours.to) > 24 * 60)
            return Error{Error::Kind::BadInput,
                         u"hours: \"%1\" is not a time such as 22:00-06:00"_s.arg(text)};
        hours.to %= 24 * 60;
    }
    const QJsonArray weekdays = row["weekdays"_L1].toArray();
    for (const QJsonValue &day : weekdays) {
        if (day.toInt() < 1 || day.toInt() > 7)
            return Error{Error::Kind::BadInput, u"weekdays: 1 is Monday and 7 is Sunday"_s};
        hours.weekdays |= quint8(1 << (day.toInt() - 1));
    }
    return hours;
}

Result<PriceRow> rowFrom(const QJsonObject &object)
{
    const auto rates = ratesFrom(object);
    if (!rates)
        return rates.error();
    const auto from = dayFrom(object, "from"_L1);
    if (!from)
        return from.error();
    const auto to = dayFrom(object, "to"_L1);
    if (!to)
        return to.error();
    if (from->isValid() && to->isValid() && *to <= *from)
        return Error{Error::Kind::BadInput, u"the period ends before it begins"_s};

    const auto hours = hoursFrom(object);
    if (!hours)
        return hours.error();
    PriceRow row{.id = object["id"_L1].toString(),
                 .provider = object["provider"_L1].toString(),
                 .model = object["model"_L1].toString(),
                 .from = *from,
                 .to = *to,
                 .tier = object["service_tier"_L1].toString(),
                 .promptAbove = object["prompt_above"_L1].toInteger(),
                 .hours = *hours,
                 .rates = *rates,
                 .source = object["source"_L1].toString(),
                 .checkedOn = object["checked_on"_L1].toString()};
    if (row.id.isEmpty() || row.provider.isEmpty() || row.model.isEmpty())
        return Error{Error::Kind::BadInput, u"id, provider and model must not be empty"_s};
    if (row.promptAbove < 0)
        return Error{Error::Kind::BadInput, u"prompt_above cannot be negative"_s};
    return row;
}

QString rateText(qint64 rate)
{
    const QString text = toDecimalString({rate * 1'000'000}).chopped(6);
    const qsizetype point = text.indexOf(u'.');
    qsizetype end = text.size();
    while (end > point + 3 && text[end - 1] == u'0')
        --end;
    return text.first(end);
}

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QJsonObject jsonOf(const PriceRow &row)
{
    QJsonObject object{{u"id"_s, row.id},
                       {u"provider"_s, row.provider},
                       {u"model"_s, row.model},
                       {u"input"_s, rateText(row.rates.input)},
                       {u"output"_s, rateText(row.rates.output)},
                       {u"source"_s, row.source},
                       {u"checked_on"_s, row.checkedOn}};
    for (const auto &[name, rate] : {std::pair(u"cached_read"_s, row.rates.cachedRead),
                                     std::pair(u"cache_write"_s, row.rates.cacheWrite),
                                     std::pair(u"reasoning"_s, row.rates.reasoning)}) {
        if (rate)
            object[name] = rateText(*rate);
    }
    if (row.from.isValid())
        object[u"from"_s] = row.from.date().toString(Qt::ISODate);
    if (row.to.isValid())
        object[u"to"_s] = row.to.date().toString(Qt::ISODate);
    if (!row.tier.isEmpty())
        object[u"service_tier"_s] = row.tier;
    if (row.promptAbove > 0)
        object[u"prompt_above"_s] = row.promptAbove;
    if (row.hours.from != row.hours.to)
        object[u"hours"_s] = minuteText(row.hours.from) + u'-' + minuteText(row.hours.to);
    QJsonArray weekdays;
    for (int day = 1; day <= 7; ++day) {
        if (row.hours.weekdays & (1 << (day - 1)))
            weekdays.append(day);
    }
    if (!weekdays.isEmpty())
        object[u"weekdays"_s] = weekdays;
    return object;
}

/// Rows that hold for the same follow each other in time.
auto sameOf(const PriceRow &row)
{
    return std::tuple(row.provider, row.model, row.tier, row.promptAbove, row.hours.from,
                      row.hours.to, int(row.hours.weekdays));
}

QDateTime beginOf(const PriceRow &row)
{
    return row.from.isValid()
        ? row.from
        : QDateTime::fromMSecsSinceEpoch(std::numeric_limits<qint64>::min() / 4, Qt::UTC);
}

Error betweenRows(const PriceRow &before, const PriceRow &after, const QString &what)
{
    return {Error::Kind::BadInput, what, u"\"%1\", \"%2\""_s.arg(before.id, after.id)};
}

} // namespace

Result<QList<PriceRow>> priceRowsFromJson(const QJsonArray &rows)
{
    QList<PriceRow> read;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto row = rowFrom(rows[i].toObject());
        if (!row)
            return badRow(i, row.error().detail);
        read.append(*row);
    }
    return read;
}

QJsonArray priceRowsToJson(const QList<PriceRow> &rows)
{
    QJsonArray array;
    for (const PriceRow &row : rows)
        array.append(jsonOf(row));
    return array;
}

Result<void> checkPrices(const QList<PriceRow> &rows)
{
    QList<PriceRow> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), [](const PriceRow &a, const PriceRow &b) {
        return std::pair(sameOf(a), beginOf(a)) < std::pair(sameOf(b), beginOf(b));
    });
    for (qsizetype i = 1; i < sorted.size(); ++i) {
        const PriceRow &before = sorted[i - 1];
        const PriceRow &after = sorted[i];
        if (sameOf(before) != sameOf(after))
            continue;
        if (!before.to.isValid() || before.to > beginOf(after))
            return betweenRows(before, after,
                               u"both hold from %1 on"_s.arg(
                                   after.from.isValid() ? after.from.date().toString(Qt::ISODate)
                                                        : u"the beginning"_s));
        if (before.to < after.from)
            return betweenRows(
                before, after,
                u"no price holds from %1 to %2"_s.arg(before.to.date().toString(Qt::ISODate),
                                                      after.from.date().toString(Qt::ISODate)));
    }
    return {};
}

QList<PriceRow> withPrice(const QList<PriceRow> &rows, const PriceRow &row)
{
    QList<PriceRow> changed = rows;
    changed.removeIf([&](const PriceRow &each) { return each.id == row.id; });
    for (PriceRow &each : changed) {
        if (sameOf(each) == sameOf(row) && !each.to.isValid() && row.from.isValid()
            && beginOf(each) < row.from)
            each.to = row.from;
    }
    changed.append(row);
    return changed;
}

QString ownPricesName()
{
    return u"prices"_s;
}

QByteArray ownPricesToJson(const QList<PriceRow> &rows)
{
    return QJsonDocument(QJsonObject{{u"unit"_s, u"USD per million tokens"_s},
                                     {u"rows"_s, priceRowsToJson(rows)}})
        .toJson();
}

Result<QList<PriceRow>> ownPricesFromJson(const QByteArray &json)
{
    if (json.trimmed().isEmpty())
        return QList<PriceRow>();
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject() || !document["rows"_L1].isArray())
        return Error{Error::Kind::BadInput,
                     document.isObject() ? u"there are no \"rows\""_s : parse.errorString(),
                     u"price list, byte %1"_s.arg(parse.offset)};
    const auto rows = priceRowsFromJson(document["rows"_L1].toArray());
    if (!rows)
        return rows;
    if (const Result<void> checked = checkPrices(*rows); !checked)
        return checked.error();
    return rows;
}

} // namespace Core
