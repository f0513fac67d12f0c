#include "core/session/experiment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QJsonValue moneyJson(const std::optional<Money> &money)
{
    return money ? QJsonValue(toDecimalString(*money)) : QJsonValue();
}

std::optional<Money> moneyFrom(const QJsonValue &value)
{
    const auto money = moneyFromDecimal(value.toString());
    return money ? std::optional(*money) : std::nullopt;
}

QJsonValue recallJson(const std::optional<EvaluationRow> &row)
{
    if (!row)
        return {};
    return QJsonObject{{u"n"_s, row->n},       {u"recall"_s, row->recall},
                       {u"all"_s, row->all},   {u"low"_s, row->low},
                       {u"high"_s, row->high}, {u"over"_s, row->over},
                       {u"tag"_s, row->tag},   {u"tokens"_s, row->tokens},
                       {u"ms"_s, row->ms},     {u"budget"_s, row->budget}};
}

std::optional<EvaluationRow> recallFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    return EvaluationRow{.budget = value[u"budget"_s].toInt(),
                         .tag = value[u"tag"_s].toString(),
                         .n = value[u"n"_s].toInt(),
                         .recall = value[u"recall"_s].toDouble(),
                         .all = value[u"all"_s].toDouble(),
                         .low = value[u"low"_s].toDouble(),
                         .high = value[u"high"_s].toDouble(),
                         .tokens = value[u"tokens"_s].toDouble(),
                         .ms = value[u"ms"_s].toDouble(),
                         .over = value[u"over"_s].toDouble()};
}

QJsonObject resultJson(const CardResult &result)
{
    return {
        {u"tokens"_s, result.tokens},
        {u"limit"_s, result.limit},
        {u"sent"_s, result.sent},
        {u"messages"_s, result.messages},
        {u"per_call_usd"_s, moneyJson(result.perCall)},
        {u"per_month_usd"_s, moneyJson(result.perMonth)},
        {u"cached_share"_s, result.cachedShare ? QJsonValue(*result.cachedShare) : QJsonValue()},
        {u"recall"_s, recallJson(result.recall)},
        {u"behind"_s, result.isBehind},
        {u"preferred"_s, result.preferred}};
}

CardResult resultFrom(const QJsonValue &value)
{
    const QJsonValue cached = value[u"cached_share"_s];
    return {.tokens = value[u"tokens"_s].toInt(),
            .limit = value[u"limit"_s].toInt(),
            .sent = value[u"sent"_s].toInt(),
            .messages = value[u"messages"_s].toInt(),
            .perCall = moneyFrom(value[u"per_call_usd"_s]),
            .perMonth = moneyFrom(value[u"per_month_usd"_s]),
            .cachedShare = cached.isDouble() ? std::optional(cached.toDouble()) : std::nullopt,
            .recall = recallFrom(value[u"recall"_s]),
            .isBehind = value[u"behind"_s].toBool(),
            .preferred = value[u"preferred"_s].toInt()};
}

QJsonObject experimentJson(const Experiment &experiment)
{
    QJsonArray results;
    for (const CardResult &result : experiment.results)
        results.append(resultJson(result));
    return {{u"id"_s, experiment.id},
            {u"name"_s, experiment.name},
            {u"saved"_s, experiment.savedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"conversation"_s, experiment.conversationId},
            {u"title"_s, experiment.conversationTitle},
            {u"question"_s, experiment.question},
            {u"calls_per_day"_s, experiment.callsPerDay},
            {u"cards"_s, QJsonDocument::fromJson(trialsToJson(experiment.cards).toUtf8()).array()},
            {u"results"_s, results},
            {u"probes"_s, QString::fromUtf8(probesToJson(experiment.probes))},
            {u"seed"_s, QString::number(experiment.seed)}};
}

Result<Experiment> experimentFrom(const QJsonValue &value)
{
    const auto cards =
        trialsFromJson(QString::fromUtf8(QJsonDocument(value[u"cards"_s].toArray()).toJson()));
    const auto probes = probesFromJson(value[u"probes"_s].toString().toUtf8());
    if (!cards)
        return cards.error();
    if (!probes)
        return probes.error();
    Experiment experiment{
        .id = value[u"id"_s].toString(),
        .name = value[u"name"_s].toString(),
        .savedAt = QDateTime::fromString(value[u"saved"_s].toString(), Qt::ISODateWithMs),
        .conversationId = value[u"conversation"_s].toString(),
        .conversationTitle = value[u"title"_s].toString(),
        .question = value[u"question"_s].toString(),
        .callsPerDay = value[u"calls_per_day"_s].toInt(),
        .cards = *cards,
        .probes = *probes,
        .seed = value[u"seed"_s].toString().toULongLong()};
    const QJsonArray results = value[u"results"_s].toArray();
    for (const QJsonValue &result : results)
        experiment.results.append(resultFrom(result));
    experiment.results.resize(experiment.cards.size());
    if (experiment.id.isEmpty())
        return Error{Error::Kind::BadInput, u"an experiment of the lab has no id"_s};
    return experiment;
}

} // namespace

QString experimentNames()
{
    return u"labExperiment/"_s;
}

QString experimentName(const QString &id)
{
    return experimentNames() + id;
}

void sortExperiments(QList<Experiment> &experiments)
{
    std::sort(experiments.begin(), experiments.end(), [](const Experiment &a, const Experiment &b) {
        return a.savedAt != b.savedAt ? a.savedAt > b.savedAt : a.name > b.name;
    });
}

QString experimentsToJson(const QList<Experiment> &experiments)
{
    QJsonArray array;
    for (const Experiment &experiment : experiments)
        array.append(experimentJson(experiment));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QList<Experiment>> experimentsFromJson(const QString &json)
{
    if (json.isEmpty())
        return QList<Experiment>();
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return Error{Error::Kind::BadInput, u"the lab's experiments are not a list"_s};
    QList<Experiment> experiments;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        auto experiment = experimentFrom(value);
        if (!experiment)
            return experiment.error();
        experiments.append(*std::move(experiment));
    }
    return experiments;
}

QString freeName(const QString &name, const QList<Experiment> &experiments)
{
    const auto isTaken = [&](const QString &wanted) {
        return std::any_of(experiments.begin(), experiments.end(),
                           [&](const Experiment &each) { return each.name == wanted; });
    };
    QString free = name;
    for (int n = 2; isTaken(free); ++n)
        free = u"%1 (%2)"_s.arg(name).arg(n);
    return free;
}

} // namespace Core
