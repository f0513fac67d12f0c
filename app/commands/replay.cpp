#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/planning.h"
#include "app/commands/stopsignal.h"
#include "app/commands/timeoption.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/cost/chargecalculator.h"
#include "core/cost/replayjson.h"
#include "core/session/replayrun.h"
#include "core/settings/settings.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList standardStrategies{u"full"_s, u"sliding"_s, u"sliding-blocks"_s, u"summary"_s};

/// One strategy with one model.
struct Row
{
    QString strategy;
    QString model;
    Core::ReplayTotals totals;
    std::optional<Core::Money> compared; ///< of those whose bill is known
    std::optional<Core::Money> saving; ///< against what was billed
    std::optional<Core::Money> savingFull; ///< against sending everything to this model
};

QList<Row> rowsOf(const Core::ReplayQuery &query, const Core::ReplayPart &part)
{
    QList<Row> rows;
    const qsizetype models = query.models.size();
    for (qsizetype i = 0; i < qsizetype(part.totals.size()); ++i) {
        const Core::ReplayTotals &totals = part.totals[size_t(i)];
        rows.append({query.ways[i / models].strategy,
                     Core::replayModelName(query.models[i % models]), totals,
                     part.billed.known() ? totals.comparedCost() : std::nullopt,
                     Core::savingOf(part.billed.known(), totals.comparedCost()),
                     part.savingOnFull(size_t(i), Core::ReplayPart::Of::All)});
    }
    return rows;
}

QJsonArray rowsJson(const QList<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(QJsonObject{{u"strategy"_s, row.strategy},
                                 {u"model"_s, row.model},
                                 {u"requests"_s, row.totals.requests},
                                 {u"refused_requests"_s, row.totals.refused},
                                 {u"input_tokens"_s, row.totals.prompt},
                                 {u"cached_tokens"_s, row.totals.cachedRead},
                                 {u"output_tokens"_s, row.totals.completion},
                                 {u"unpriced_requests"_s, row.totals.unpriced},
                                 {u"cost_usd"_s, MoneyText::json(row.totals.pricedCost())},
                                 {u"compared_usd"_s, MoneyText::json(row.compared)},
                                 {u"saving_usd"_s, MoneyText::json(row.saving)},
                                 {u"saving_full_usd"_s, MoneyText::json(row.savingFull)}});
    return array;
}

/// The parts that the report is asked by, each with its name.
QList<std::pair<QString, Core::ReplayPart>> groupsOf(const Core::ReplayFigures &figures,
                                                     const QString &by)
{
    QList<std::pair<QString, Core::ReplayPart>> groups;
    if (by == "day"_L1) {
        for (auto day = figures.days.cbegin(); day != figures.days.cend(); ++day)
            groups.append({day.key().toString(Qt::ISODate), day.value()});
    } else if (!by.isEmpty()) {
        const auto &parts = by == "user"_L1 ? figures.users : figures.models;
        for (auto part = parts.cbegin(); part != parts.cend(); ++part)
            groups.append({part.key(), part.value()});
    }
    return groups;
}

void printReport(const Core::ReplayReport &report, const QString &by)
{
    const Core::ReplayPart &all = report.figures.all;
    QJsonObject object{{u"rows"_s, rowsJson(rowsOf(report.query, all))},
                       {u"billed_usd"_s, MoneyText::json(all.billed.known())},
                       {u"billed_requests"_s, all.billed.requests},
                       {u"unbilled_requests"_s, all.billed.unbilled},
                       {u"unpriced_requests"_s, all.billed.unpriced},
                       {u"billed_priced_usd"_s, Core::toDecimalString(all.billed.cost)},
                       {u"billed_aside_usd"_s, Core::toDecimalString(all.billed.aside)},
                       {u"conversations"_s, report.figures.conversations},
                       {u"seconds"_s, report.seconds}};
    if (!by.isEmpty()) {
        QJsonArray groups;
        for (const auto &[key, part] : groupsOf(report.figures, by))
            groups.append(QJsonObject{{u"key"_s, key},
                                      {u"billed_usd"_s, MoneyText::json(part.billed.known())},
                                      {u"rows"_s, rowsJson(rowsOf(report.query, part))}});
        object[u"by"_s] = by;
        object[u"groups"_s] = groups;
    }
    printJson(object);
}

void printRows(const QList<Row> &rows)
{
    QList<std::optional<Core::Money>> amounts;
    for (const Row &row : rows)
        amounts << row.totals.pricedCost() << row.saving << row.savingFull;
    const auto money = [places = MoneyText::places(amounts)](const std::optional<Core::Money> &of) {
        return MoneyText::plain(of, places);
    };
    QList<QStringList> cells;
    for (const Row &row : rows)
        cells.append({row.strategy, row.model, QString::number(row.totals.requests),
                      QString::number(row.totals.refused), QString::number(row.totals.prompt),
                      u"%1%"_s.arg(100 * row.totals.cachedShare(), 0, 'f', 1),
                      QString::number(row.totals.completion), QString::number(row.totals.unpriced),
                      money(row.totals.pricedCost()), money(row.saving), money(row.savingFull)});
    print(table({u"Strategy"_s, u"Model"_s, u"Requests"_s, u"Refused"_s, u"Input"_s, u"Cached"_s,
                 u"Output"_s, u"Unpriced"_s, u"USD"_s, u"Saved"_s, u"Saved v. full"_s},
                cells, {2, 3, 4, 5, 6, 7, 8, 9, 10})
              .toUtf8());
}

QString exact(const std::optional<Core::Money> &amount)
{
    return MoneyText::plain(amount, MoneyText::places({amount}));
}

QString billText(const Core::BilledTotals &billed)
{
    const std::optional<Core::Money> known = billed.known();
    return known ? u"$%1 billed for %2"_s.arg(exact(known), QString::number(billed.compared))
                 : u"no bill is known"_s;
}

void printTable(const Core::ReplayReport &report, const QString &by)
{
    const Core::BilledTotals &billed = report.figures.all.billed;
    if (billed.requests + billed.unbilled == 0) {
        printLine(u"There is nothing to ask again: no answer is stored in this time."_s);
        return;
    }
    printRows(rowsOf(report.query, report.figures.all));
    for (const auto &[key, part] : groupsOf(report.figures, by)) {
        printLine(u"\n%1, %2"_s.arg(key.isEmpty() ? u"(none)"_s : key, billText(part.billed)));
        printRows(rowsOf(report.query, part));
    }
    printLine(u"\n%1 in %2; %3, and $%4 aside (summaries and the like)"_s.arg(
        counted(billed.requests + billed.unbilled, u"request"_s, u"requests"_s),
        counted(report.figures.conversations, u"conversation"_s, u"conversations"_s),
        billText(billed), exact(billed.aside)));
    if (billed.notCompared() > 0)
        printLine(u"Saved is told without %1."_s.arg(
            counted(billed.notCompared(), u"request whose bill is not known"_s,
                    u"requests whose bill is not known"_s)));
    const auto &rows = report.figures.all.totals;
    if (std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.refused > 0; }))
        printLine(u"A row with refused requests is not compared: what is refused is not saved."_s);
    printLine(u"%1 s"_s.arg(report.seconds, 0, 'f', 2));
}

/// The strategies that were asked for, with --option for those that have it. Nothing: an error
/// was printed.
std::optional<QList<Core::ReplayWay>> waysOf(const Invocation &call, int budget)
{
    const auto options = strategyOptionsOf(call);
    if (!options)
        return std::nullopt;
    QStringList given = call.values(u"strategies"_s);
    given.removeDuplicates();
    QList<Core::ReplayWay> ways;
    for (const QString &id : given.isEmpty() ? standardStrategies : std::as_const(given)) {
        const auto strategy = Core::strategyById(id);
        if (!strategy) {
            call.usageError(unknownStrategy(id));
            return std::nullopt;
        }
        Core::StrategyOptions own;
        for (const Core::OptionInfo &option : (*strategy)->options) {
            if (options->contains(option.name))
                own[option.name] = (*options)[option.name];
        }
        const auto way = Core::replayWay(id, own, budget);
        if (!way) {
            call.usageError(way.error().detail);
            return std::nullopt;
        }
        ways.append(*way);
    }
    return ways;
}

std::optional<Core::ReplayQuery> queryOf(const Invocation &call)
{
    const auto budget = call.number(u"budget"_s, 0, 1, 100'000'000);
    const auto prices = call.oneOf(u"prices"_s, {u"then"_s, u"now"_s}, u"then"_s);
    const auto zone = zoneOf(call);
    if (!budget || !prices || !zone)
        return std::nullopt;
    const auto ways = waysOf(call, int(*budget));
    const auto range = ways ? rangeOf(call, *zone) : std::nullopt;
    if (!range)
        return std::nullopt;
    Core::ReplayQuery query{.ways = *ways,
                            .filter = {.from = range->from, .to = range->to},
                            .zone = zone->id(),
                            .prices = *prices == "now"_L1 ? Core::ReplayQuery::Prices::OfNow
                                                          : Core::ReplayQuery::Prices::OfThen,
                            .now = Core::SystemClock().now()};
    if (call.isSet(u"user"_s))
        query.filter.userId = call.value(u"user"_s);
    return query;
}

QList<Core::ReplayModel> modelsOf(const Invocation &call, const Core::PriceList &prices)
{
    QList<Core::ReplayModel> models;
    for (const QString &model : call.values(u"models"_s)) {
        const Core::ReplayModel found = Core::replayModel(model, prices);
        if (!models.contains(found))
            models.append(found);
    }
    return models.isEmpty() ? QList{Core::ReplayModel()} : models;
}

/// The one that is set up under that name, or else as its price list knows it.
Core::Provider providerOf(const Core::ReplayQuery &query, const QString &name)
{
    for (const Core::Provider &provider : query.providers) {
        if (provider.name == name)
            return provider;
    }
    return {.name = name, .preset = name};
}

/// What is not exact about a model is said, for its row shows figures like all others.
void noteModels(const Core::ReplayQuery &query, const Core::PriceList &prices)
{
    for (const Core::ReplayModel &model : query.models) {
        if (model.isAsAsked())
            continue;
        const Core::ModelTokens tokens = Core::modelTokens(model.model);
        if (tokens.exactness != Core::Exactness::Exact)
            Invocation::note(
                u"the vocabulary of %1 is not public; its tokens are estimated with %2"_s.arg(
                    model.model, Core::encodingName(tokens.encoding)));
        if (Core::priceRows(prices, providerOf(query, model.provider), model.model).isEmpty())
            Invocation::note(
                u"there is no price for %1, so it has no cost"_s.arg(Core::replayModelName(model)));
    }
}

Core::Result<Core::ReplayReport> replayed(OpenedStore &store, const Core::PriceList &prices,
                                          const Core::ReplayQuery &query)
{
    Core::ReplayRun run(*store, prices);
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, &run, &Core::ReplayRun::cancel);
    if (progressWanted())
        QObject::connect(&run, &Core::ReplayRun::progressed, &run, [](qint64 done, qint64 total) {
            std::fprintf(stderr, "\r%lld of %lld conversations", static_cast<long long>(done),
                         static_cast<long long>(total));
        });
    const auto report = waitFor(run.start(query));
    if (progressWanted())
        std::fputc('\n', stderr);
    return report;
}

/// The window shows it among the earlier ones. A store that may not be written keeps none.
Core::Result<void> keep(OpenedStore &store, const Core::ReplayReport &report)
{
    if (store.info().readOnly)
        return {};
    const auto json = waitFor(store->value(Core::replayReportsName()));
    const auto reports = json ? Core::replayReportsFromJson(*json) : json.error();
    const QList<Core::ReplayReport> before = reports ? *reports : QList<Core::ReplayReport>();
    return waitFor(store->setValue(Core::replayReportsName(),
                                   Core::replayReportsToJson(Core::withReport(before, report))));
}

Exit run(Invocation &call)
{
    const auto by = call.isSet(u"by"_s) ? call.oneOf(u"by"_s, {u"day"_s, u"user"_s, u"model"_s}, {})
                                        : std::optional(QString());
    auto query = queryOf(call);
    if (!by || !query)
        return Exit::Usage;
    const auto settings = Core::loadSettings(call.configFolder());
    if (!settings)
        return call.failed(settings.error());
    query->providers = settings->providers;

    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto prices = store.prices();
    if (!prices)
        return call.failed(prices.error());
    query->models = modelsOf(call, *prices);
    noteModels(*query, *prices);
    const auto report = replayed(store, *prices, *query);
    if (!report && report.error().kind == Core::Error::Kind::Cancelled) {
        Invocation::note(u"stopped; a part is not shown for the whole, so nothing is kept"_s);
        return Exit::Failed;
    }
    if (!report)
        return call.failed(report.error());
    if (const auto kept = keep(store, *report); !kept)
        return call.failed(kept.error());
    call.json() ? printReport(*report, *by) : printTable(*report, *by);
    return Exit::Done;
}

} // namespace

Verb replayVerb()
{
    return {.name = u"replay"_s,
            .arguments = {},
            .summary = u"What the stored conversations would have cost otherwise."_s,
            .example =
                u"skein replay --strategies full,sliding --models openai/gpt-4.1,deepseek-chat"_s,
            .options =
                {{u"strategies"_s, u"A,B"_s,
                  u"Which strategies (full,sliding,sliding-blocks,summary)."_s},
                 {u"models"_s, u"A,B"_s,
                  u"Which models, as MODEL or PROVIDER/MODEL (as-asked: what was asked then)."_s},
                 {u"budget"_s, u"TOKENS"_s,
                  u"What a request may have (the model's window); full sends everything."_s},
                 {u"option"_s, u"NAME=VALUE"_s, u"An option of the strategies; may be repeated."_s},
                 {u"from"_s, u"DAY"_s, u"The first day."_s},
                 {u"to"_s, u"DAY"_s, u"The last day."_s},
                 {u"zone"_s, u"ZONE"_s, u"Whose days (the system's)."_s},
                 {u"user"_s, u"USER"_s, u"Only this user's conversations."_s},
                 {u"prices"_s, u"WHEN"_s, u"Those of then or of now (then)."_s},
                 {u"by"_s, u"WHAT"_s, u"Also by day, user or model."_s}},
            .run = run};
}
