#include "core/cost/replayjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostReports = 10;

QJsonArray json(const ReplayTotals &totals)
{
    return {totals.requests,   totals.refused,       totals.prompt,
            totals.cachedRead, totals.completion,    totals.cost.pico,
            totals.unpriced,   totals.compared.pico, totals.incomparable};
}

ReplayTotals totalsFrom(const QJsonValue &json)
{
    return {.requests = json[0].toInteger(),
            .refused = json[1].toInteger(),
            .prompt = json[2].toInteger(),
            .cachedRead = json[3].toInteger(),
            .completion = json[4].toInteger(),
            .cost = {json[5].toInteger()},
            .unpriced = json[6].toInteger(),
            .compared = {json[7].toInteger()},
            .incomparable = json[8].toInteger()};
}

QJsonArray json(const BilledTotals &billed)
{
    return {billed.requests,   billed.unbilled,         billed.prompt,   billed.cachedRead,
            billed.completion, billed.cost.pico,        billed.unpriced, billed.aside.pico,
            billed.compared,   billed.comparedCost.pico};
}

BilledTotals billedFrom(const QJsonValue &json)
{
    return {.requests = json[0].toInteger(),
            .unbilled = json[1].toInteger(),
            .prompt = json[2].toInteger(),
            .cachedRead = json[3].toInteger(),
            .completion = json[4].toInteger(),
            .cost = {json[5].toInteger()},
            .unpriced = json[6].toInteger(),
            .aside = {json[7].toInteger()},
            .compared = json[8].toInteger(),
            .comparedCost = {json[9].toInteger()}};
}

QJsonArray json(const std::vector<ReplayTotals> &all)
{
    QJsonArray array;
    for (const ReplayTotals &totals : all)
        array.append(json(totals));
    return array;
}

std::vector<ReplayTotals> allTotalsFrom(const QJsonValue &json)
{
    std::vector<ReplayTotals> all;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &totals : array)
        all.push_back(totalsFrom(totals));
    return all;
}

QJsonObject json(const ReplayPart &part)
{
    return {{u"billed"_s, json(part.billed)},
            {u"totals"_s, json(part.totals)},
            {u"full"_s, json(part.full)}};
}

ReplayPart partFrom(const QJsonValue &json)
{
    return {billedFrom(json["billed"_L1]), allTotalsFrom(json["totals"_L1]),
            allTotalsFrom(json["full"_L1])};
}

QJsonObject json(const QMap<QString, ReplayPart> &parts)
{
    QJsonObject object;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        object[part.key()] = json(part.value());
    return object;
}

QMap<QString, ReplayPart> partsFrom(const QJsonValue &json)
{
    QMap<QString, ReplayPart> parts;
    const QJsonObject object = json.toObject();
    for (auto part = object.constBegin(); part != object.constEnd(); ++part)
        parts[part.key()] = partFrom(part.value());
    return parts;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QJsonValue &json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

QJsonObject json(const ReplayQuery &query)
{
    QJsonArray ways;
    for (const ReplayWay &way : query.ways) {
        QJsonObject options;
        for (auto option = way.options.cbegin(); option != way.options.cend(); ++option)
            options[option.key()] = option.value();
        ways.append(QJsonObject{
            {u"strategy"_s, way.strategy}, {u"options"_s, options}, {u"budget"_s, way.budget}});
    }
    QJsonArray models;
    for (const ReplayModel &model : query.models)
        models.append(QJsonArray{model.provider, model.model});
    QJsonObject object{{u"ways"_s, ways},
                       {u"models"_s, models},
                       {u"from"_s, timeText(query.filter.from)},
                       {u"to"_s, timeText(query.filter.to)},
                       {u"zone"_s, QString::fromUtf8(query.zone)},
                       {u"cache"_s, QJsonArray{query.cache.least, query.cache.step}},
                       {u"cache_life_ms"_s, query.cacheLifeMs},
                       {u"prices_of_now"_s, query.prices == ReplayQuery::Prices::OfNow},
                       {u"now"_s, timeText(query.now)}};
    if (query.filter.userId)
        object[u"user"_s] = *query.filter.userId;
    return object;
}

ReplayQuery queryFrom(const QJsonObject &json)
{
    ReplayQuery query{.filter = {.from = timeFrom(json["from"_L1]), .to = timeFrom(json["to"_L1])},
                      .zone = json["zone"_L1].toString().toUtf8(),
                      .cache = {json["cache"_L1][0].toInt(), json["cache"_L1][1].toInt()},
                      .cacheLifeMs = json["cache_life_ms"_L1].toInteger(),
                      .prices = json["prices_of_now"_L1].toBool() ? ReplayQuery::Prices::OfNow
                                                                  : ReplayQuery::Prices::OfThen,
                      .now = timeFrom(json["now"_L1])};
    if (json.contains("user"_L1))
        query.filter.userId = json["user"_L1].toString();
    const QJsonArray ways = json["ways"_L1].toArray();
    for (const QJsonValue &way : ways) {
        StrategyOptions options;
        const QJsonObject given = way["options"_L1].toObject();
        for (auto option = given.constBegin(); option != given.constEnd(); ++option)
            options[option.key()] = option.value();
        query.ways.append({way["strategy"_L1].toString(), options, way["budget"_L1].toInt()});
    }
    const QJsonArray models = json["models"_L1].toArray();
    for (const QJsonValue &model : models)
        query.models.append({model[0].toString(), model[1].toString()});
    return query;
}

QJsonObject json(const ReplayReport &report)
{
    QJsonObject days;
    for (auto day = report.figures.days.cbegin(); day != report.figures.days.cend(); ++day)
        days[day.key().toString(Qt::ISODate)] = json(day.value());
    return {{u"query"_s, json(report.query)},
            {u"all"_s, json(report.figures.all)},
            {u"days"_s, days},
            {u"users"_s, json(report.figures.users)},
            {u"models"_s, json(report.figures.models)},
            {u"conversations"_s, report.figures.conversations},
            {u"seconds"_s, report.seconds}};
}

/// Whether the figures are those of the query's rows.
bool isSound(const ReplayReport &report)
{
    const size_t cells = size_t(report.query.ways.size() * report.query.models.size());
    const ReplayPart &all = report.figures.all;
    return cells > 0 && (all.totals.empty() || all.totals.size() == cells)
        && all.full.size() == (all.totals.empty() ? 0 : size_t(report.query.models.size()));
}

ReplayReport reportFrom(const QJsonObject &json)
{
    ReplayReport report{.query = queryFrom(json["query"_L1].toObject()),
                        .seconds = json["seconds"_L1].toDouble()};
    report.figures.all = partFrom(json["all"_L1]);
    report.figures.users = partsFrom(json["users"_L1]);
    report.figures.models = partsFrom(json["models"_L1]);
    report.figures.conversations = json["conversations"_L1].toInteger();
    const QJsonObject days = json["days"_L1].toObject();
    for (auto day = days.constBegin(); day != days.constEnd(); ++day)
        report.figures.days[QDate::fromString(day.key(), Qt::ISODate)] = partFrom(day.value());
    return report;
}

} // namespace

QString replayReportsName()
{
    return u"replays"_s;
}

QString replayReportsToJson(const QList<ReplayReport> &reports)
{
    QJsonArray array;
    for (const ReplayReport &report : reports)
        array.append(json(report));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QList<ReplayReport>> replayReportsFromJson(const QString &json)
{
    QList<ReplayReport> reports;
    if (json.isEmpty())
        return reports;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return Error{.kind = Error::Kind::BadInput, .where = replayReportsName()};
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const ReplayReport report = reportFrom(value.toObject());
        if (!isSound(report))
            return Error{.kind = Error::Kind::BadInput,
                         .where = u"%1, %2"_s.arg(replayReportsName()).arg(reports.size() + 1)};
        reports.append(report);
    }
    return reports;
}

QList<ReplayReport> withReport(const QList<ReplayReport> &reports, const ReplayReport &report)
{
    QList<ReplayReport> all{report};
    all += reports.mid(0, mostReports - 1);
    return all;
}

} // namespace Core
