#include "core/cost/pricelist.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

/// Resources of a static library are only there once they are asked for. Not in a namespace,
/// as the macro demands.
static void initializeResources()
{
    Q_INIT_RESOURCE(core);
}

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

    PriceRow row{.id = object["id"_L1].toString(),
                 .provider = object["provider"_L1].toString(),
                 .model = object["model"_L1].toString(),
                 .from = *from,
                 .to = *to,
                 .promptAbove = object["prompt_above"_L1].toInteger(),
                 .rates = *rates,
                 .source = object["source"_L1].toString(),
                 .checkedOn = object["checked_on"_L1].toString()};
    if (row.id.isEmpty() || row.provider.isEmpty() || row.model.isEmpty())
        return Error{Error::Kind::BadInput, u"id, provider and model must not be empty"_s};
    return row;
}

/// Length of the pattern where it matches; an exact name counts one more. -1: no match.
qsizetype matchLength(const QString &pattern, const QString &name)
{
    if (pattern == name)
        return name.size() + 1;
    if (pattern.endsWith(u'*') && name.startsWith(QStringView(pattern).chopped(1)))
        return pattern.size() - 1;
    return -1;
}

} // namespace

bool PriceRow::holds(const QDateTime &when, qint64 promptTokens) const
{
    return (!from.isValid() || when >= from) && (!to.isValid() || when < to)
        && (promptAbove == 0 || promptTokens > promptAbove);
}

Result<PriceList> PriceList::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return Error{Error::Kind::BadInput, parse.errorString(),
                     u"price list, byte %1"_s.arg(parse.offset)};

    PriceList list;
    const QJsonArray rows = document["rows"_L1].toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto row = rowFrom(rows[i].toObject());
        if (!row)
            return badRow(i, row.error().detail);
        list.m_rows.append(*row);
    }
    const QJsonArray models = document["models"_L1].toArray();
    for (const QJsonValue &model : models)
        list.m_models.append({model["model"_L1].toString(), model["window"_L1].toInt(),
                              model["max_output"_L1].toInt()});
    return list;
}

const PriceList &PriceList::shipped()
{
    static const PriceList list = [] {
        initializeResources();
        QFile file(u":/prices.json"_s);
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        auto read = open ? fromJson(file.readAll()) : Result<PriceList>(Error{});
        Q_ASSERT_X(read, "PriceList::shipped", "resources/prices.json is not valid");
        return read ? *std::move(read) : PriceList();
    }();
    return list;
}

std::optional<PriceRow> PriceList::find(const QString &provider, const QString &model,
                                        const QDateTime &when, qint64 promptTokens) const
{
    for (const PriceRow &row : rowsFor(provider, model)) {
        if (row.holds(when, promptTokens))
            return row;
    }
    return std::nullopt;
}

QList<PriceRow> PriceList::rowsFor(const QString &provider, const QString &model) const
{
    using Rank = std::tuple<bool, qsizetype, qint64, QDateTime>;
    std::vector<std::pair<Rank, const PriceRow *>> ranked;
    for (const PriceRow &row : m_rows) {
        const bool own = row.provider == provider;
        const qsizetype length = matchLength(row.model, model);
        if (length >= 0 && (own || row.provider == "*"_L1))
            ranked.push_back({{own, length, row.promptAbove, row.from}, &row});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<PriceRow> rows;
    for (const auto &[rank, row] : ranked)
        rows.append(*row);
    return rows;
}

ModelInfo PriceList::info(const QString &model) const
{
    // A provider's prefix, as in "openai/gpt-4o", does not change the model.
    const QString bare = model.section(u'/', -1);
    const ModelInfo *best = nullptr;
    qsizetype bestLength = -1;
    for (const ModelInfo &each : m_models) {
        const qsizetype length = matchLength(each.model, bare);
        if (length > bestLength) {
            best = &each;
            bestLength = length;
        }
    }
    return best ? ModelInfo{model, best->window, best->maxOutput} : ModelInfo{model};
}

} // namespace Core
