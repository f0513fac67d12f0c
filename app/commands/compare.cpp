#include "app/commands/asker.h"
#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/planning.h"
#include "app/commands/verbs.h"
#include "core/context/comparison.h"
#include "core/cost/chargecalculator.h"
#include "ui/base/reasontext.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

/// One strategy's outcome with what it costs, and its reply where one was asked for.
struct Row
{
    Core::StrategyOutcome outcome;
    std::optional<Core::Money> cost; ///< of the request; nothing where no price is known
    std::optional<Core::Money> cachedCost; ///< with the share that the provider's cache serves
    std::optional<AskedReply> reply;
};

Row rowOf(const Core::StrategyOutcome &outcome, const Asker &asker)
{
    const qint64 tokens = outcome.plan.use.total();
    const qint64 cached = std::llround(outcome.replay.share().value_or(0) * double(tokens));
    const QDateTime now = Core::SystemClock().now();
    const auto costs = [&](qint64 read) {
        return Core::forecast(asker.prices(), asker.provider(), asker.model(), now,
                              {.prompt = tokens, .cachedRead = read});
    };
    return {outcome, costs(0), costs(cached), {}};
}

QJsonValue moneyJson(const std::optional<Core::Money> &money)
{
    return money ? QJsonValue(Core::toDecimalString(*money)) : QJsonValue();
}

QJsonObject sumsJson(const Core::StrategyOutcome &outcome, int Core::MessageSum::*figure)
{
    return {{u"kept"_s, outcome.kept.*figure},
            {u"dropped"_s, outcome.dropped.*figure},
            {u"summarised"_s, outcome.summarised.*figure}};
}

QJsonObject rowJson(const Row &row)
{
    const Core::ContextPlan &plan = row.outcome.plan;
    QJsonObject tokens = sumsJson(row.outcome, &Core::MessageSum::tokens);
    tokens[u"total"_s] = plan.use.total();
    tokens[u"limit"_s] = plan.use.limit;
    QJsonArray notices;
    for (const Core::Notice &notice : plan.notices)
        notices.append(Core::noticeName(notice));
    const auto share = row.outcome.replay.share();
    QJsonObject object{{u"strategy"_s, plan.strategy},
                       {u"fits"_s, plan.fits()},
                       {u"messages"_s, sumsJson(row.outcome, &Core::MessageSum::messages)},
                       {u"tokens"_s, tokens},
                       {u"cost_usd"_s, moneyJson(row.cost)},
                       {u"cost_cached_usd"_s, moneyJson(row.cachedCost)},
                       {u"cached_share"_s, share ? QJsonValue(*share) : QJsonValue()},
                       {u"notices"_s, notices}};
    if (row.reply)
        object[u"reply"_s] = row.reply->json();
    return object;
}

QString sumText(const Core::MessageSum &sum)
{
    return u"%1 (%2)"_s.arg(sum.messages).arg(sum.tokens);
}

QString moneyText(const std::optional<Core::Money> &money)
{
    return money ? u"$"_s + MoneyText::brief(money) : u"unpriced"_s;
}

void printRows(const QList<Row> &rows)
{
    QList<QStringList> cells;
    for (const Row &row : rows) {
        const Core::BudgetUse &use = row.outcome.plan.use;
        const auto share = row.outcome.replay.share();
        cells.append({row.outcome.plan.strategy, sumText(row.outcome.kept),
                      sumText(row.outcome.dropped), sumText(row.outcome.summarised),
                      u"%1 of %2"_s.arg(use.total()).arg(use.limit), moneyText(row.cost),
                      share ? u"%1%"_s.arg(100 * *share, 0, 'f', 1) : u"–"_s,
                      moneyText(row.cachedCost)});
    }
    print(table({u"Strategy"_s, u"Kept (tokens)"_s, u"Dropped"_s, u"Summarised"_s, u"Request"_s,
                 u"Cost"_s, u"Cached"_s, u"Cost with cache"_s},
                cells, {1, 2, 3, 4, 5, 6, 7})
              .toUtf8());
    for (const Row &row : rows) {
        for (const Core::Notice &notice : row.outcome.plan.notices)
            printLine(u"%1: %2"_s.arg(row.outcome.plan.strategy, noticeText(notice)));
    }
    for (const Row &row : rows) {
        if (row.reply)
            printLine(u"\n== %1 ==\n%2"_s.arg(row.outcome.plan.strategy, row.reply->text()));
    }
}

void printResult(const Invocation &call, const QList<Row> &rows)
{
    if (!call.json())
        return printRows(rows);
    QJsonArray array;
    for (const Row &row : rows)
        array.append(rowJson(row));
    printJson({{u"rows"_s, array}});
}

/// Done, or in part where a plan does not fit or a provider did not answer.
Exit end(const QList<Row> &rows)
{
    bool whole = true;
    for (const Row &row : rows) {
        const Core::ContextPlan &plan = row.outcome.plan;
        if (!plan.fits())
            Invocation::note(
                u"%1 is over the budget by %2 tokens"_s.arg(plan.strategy).arg(plan.overBy()));
        whole = whole && plan.fits() && (!row.reply || !row.reply->reply.problem);
    }
    return whole ? Exit::Done : Exit::Partly;
}

Exit run(Invocation &call)
{
    if (!call.isSet(u"budget"_s))
        return call.usageError(u"--budget must be given"_s);
    const auto budget = call.number(u"budget"_s, 0, 1, 100'000'000);
    const auto choices = choicesOf(call);
    if (!budget || !choices)
        return Exit::Usage;
    Asker asker(call);
    if (const auto ended = asker.prepare(call.isSet(u"ask"_s)))
        return *ended;
    const auto bundle = bundleOf(call, call.positional().value(0, u"-"_s));
    if (!bundle)
        return call.failed(bundle.error());
    if (call.isSet(u"ask"_s)) { // after the source, which may be in the same store
        if (const auto ended = asker.open())
            return *ended;
    }
    const PlanSource source(*bundle, *budget, asker.model(), call);
    const auto outcomes = Core::compareStrategies(source.input(), *choices);
    if (!outcomes)
        return call.usageError(outcomes.error().detail);
    if (!outcomes->isEmpty() && asksNothing(outcomes->first().plan))
        sayNothingIsAsked(call);

    QList<Row> rows;
    for (const Core::StrategyOutcome &outcome : *outcomes) {
        Row row = rowOf(outcome, asker);
        if (call.isSet(u"ask"_s) && row.outcome.plan.fits())
            row.reply = asker.ask(row.outcome.plan);
        rows.append(std::move(row));
    }
    printResult(call, rows);
    return end(rows);
}

} // namespace

Verb compareVerb()
{
    return {.name = u"compare"_s,
            .arguments = u"[SOURCE] --budget N"_s,
            .most = 1,
            .summary = u"Lay strategies side by side over one conversation."_s,
            .example = u"skein compare chats.jsonl#1 --strategies full,sliding,hybrid "
                       "--budget 4000"_s,
            .options =
                QList<OptionSpec>{
                    {u"strategies"_s, u"A,B"_s, u"Which strategies (all)."_s},
                    {u"ask"_s,
                     {},
                     u"Send each plan and print the replies; only what they cost is stored."_s},
                    {u"provider"_s, u"NAME"_s, u"Whose prices, and whom to ask (the settings')."_s}}
                + planningOptions(u"Count, price and ask as MODEL or PROVIDER/MODEL (the "
                                  "provider's)."_s),
            .run = run};
}
