#include "core/cost/pricelist.h"

#include "core/cost/pricejson.h"

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

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 minutesPerDay = 1440;
constexpr qint64 thursday = 3; // counted from Monday, which is 0

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

bool PriceHours::hold(qint64 ms) const
{
    if (isAlways())
        return true;
    const qint64 minutes = std::max<qint64>(0, ms / msPerMinute);
    const qint64 minute = minutes % minutesPerDay;
    const qint64 day = (minutes / minutesPerDay + thursday) % 7; // 1970 began on a Thursday
    const bool isHour =
        from == to || (from < to ? minute >= from && minute < to : minute >= from || minute < to);
    return isHour && (weekdays == 0 || (weekdays & (1 << day)) != 0);
}

bool PriceRow::holds(const QDateTime &when, qint64 promptTokens, const QString &servedAs) const
{
    return (tier.isEmpty() || tier == servedAs) && (!from.isValid() || when >= from)
        && (!to.isValid() || when < to) && (promptAbove == 0 || promptTokens > promptAbove)
        && hours.hold(when.toMSecsSinceEpoch());
}

Result<PriceList> PriceList::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return Error{Error::Kind::BadInput, parse.errorString(),
                     u"price list, byte %1"_s.arg(parse.offset)};

    PriceList list;
    const auto rows = priceRowsFromJson(document["rows"_L1].toArray());
    if (!rows)
        return rows.error();
    list.m_rows = *rows;
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
                                        const QDateTime &when, qint64 promptTokens,
                                        const QString &servedAs) const
{
    for (const PriceRow &row : rowsFor(provider, model)) {
        if (row.holds(when, promptTokens, servedAs))
            return row;
    }
    return std::nullopt;
}

QList<PriceRow> PriceList::rowsFor(const QString &provider, const QString &model) const
{
    using Rank = std::tuple<bool, qsizetype, bool, qint64, bool, bool, QDateTime>;
    std::vector<std::pair<Rank, const PriceRow *>> ranked;
    for (const PriceRow &row : m_rows) {
        const bool own = row.provider == provider;
        const qsizetype length = matchLength(row.model, model);
        if (length >= 0 && (own || row.provider == "*"_L1))
            ranked.push_back({{own, length, !row.tier.isEmpty(), row.promptAbove,
                               !row.hours.isAlways(), row.isOwn, row.from},
                              &row});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<PriceRow> rows;
    for (const auto &[rank, row] : ranked)
        rows.append(*row);
    return rows;
}

PriceList PriceList::with(const QList<PriceRow> &own) const
{
    PriceList list = *this;
    for (PriceRow row : own) {
        row.isOwn = true;
        list.m_rows.removeIf([&](const PriceRow &each) { return each.id == row.id; });
        list.m_rows.append(row);
    }
    return list;
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
