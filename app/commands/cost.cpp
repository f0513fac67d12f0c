#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/timeoption.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/cost/costcsv.h"
#include "core/cost/ledgerreport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject rowJson(const Core::CostRow &row)
{
    return {{u"key"_s, row.key},
            {u"requests"_s, row.requests},
            {u"input_tokens"_s, row.inputTokens},
            {u"cached_tokens"_s, row.cachedTokens},
            {u"output_tokens"_s, row.outputTokens},
            {u"cost_usd"_s, MoneyText::json(row.knownCost())},
            {u"unpriced_requests"_s, row.unpriced}};
}

QStringList cells(const Core::CostRow &row, const QString &key, int places)
{
    return {key,
            QString::number(row.requests),
            QString::number(row.inputTokens),
            QString::number(row.cachedTokens),
            QString::number(row.outputTokens),
            MoneyText::plain(row.knownCost(), places),
            QString::number(row.unpriced)};
}

void printTable(const Core::CostReport &report)
{
    QList<std::optional<Core::Money>> costs;
    for (const Core::CostRow &row : report.rows)
        costs.append(row.knownCost());
    const int places = MoneyText::places(costs);
    QList<QStringList> rows;
    for (const Core::CostRow &row : report.rows)
        rows.append(cells(row, row.key.isEmpty() ? u"(none)"_s : row.key, places));
    rows.append(cells(report.total, u"Total"_s, places));
    print(table({Core::costByName(report.by), u"Requests"_s, u"Input"_s, u"Cached"_s, u"Output"_s,
                 u"USD"_s, u"Unpriced"_s},
                rows, {1, 2, 3, 4, 5, 6})
              .toUtf8());
}

void printReport(const Core::CostReport &report)
{
    const auto time = [](const QDateTime &when) {
        return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODate)) : QJsonValue();
    };
    QJsonArray rows;
    for (const Core::CostRow &row : report.rows)
        rows.append(rowJson(row));
    printJson({{u"from"_s, time(report.from)},
               {u"to"_s, time(report.to)},
               {u"zone"_s, QString::fromUtf8(report.zone.id())},
               {u"by"_s, Core::costByName(report.by)},
               {u"rows"_s, rows},
               {u"total_usd"_s, MoneyText::json(report.total.knownCost())},
               {u"unpriced_requests"_s, report.total.unpriced}});
}

/// Of the conversations that have a sum. Those are mostly among the newest, which come first.
Core::Result<QHash<QString, QStringList>> tagsOf(OpenedStore &store,
                                                 const QList<Core::ChargeSum> &sums)
{
    QSet<QString> wanted;
    for (const Core::ChargeSum &sum : sums) {
        if (!sum.key.isEmpty())
            wanted.insert(sum.key);
    }
    QHash<QString, QStringList> tags;
    std::optional<Core::ConversationKey> after;
    while (!wanted.isEmpty()) {
        const auto page = waitFor(store->conversations({.pinnedFirst = false}, after, 1000));
        if (!page)
            return page.error();
        for (const Core::Conversation &row : page->rows) {
            if (wanted.remove(row.id))
                tags.insert(row.id, row.tags);
        }
        if (!page->next)
            break; // the others were erased
        after = page->next;
    }
    return tags;
}

/// What is asked for, and where nothing bounds it, what there is.
Core::Result<Core::LedgerQuery> queryOf(OpenedStore &store, Core::CostBy by, const QTimeZone &zone,
                                        const QDateTime &from, const QDateTime &to)
{
    const auto span = waitFor(store->chargeSpan(from, to));
    if (!span)
        return span.error();
    if (!*span && !(from.isValid() && to.isValid() && from < to))
        return Core::LedgerQuery{.by = by, .zone = zone, .from = from, .to = to};
    // In whole seconds, as they are printed.
    const auto second = [](const QDateTime &time, int later) {
        return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch() + later, Qt::UTC);
    };
    return Core::ledgerQuery(by, zone, from.isValid() ? from : second((*span)->first, 0),
                             to.isValid() ? to : second((*span)->last, 1));
}

/// Of the conversations that have the tag, each with all its tags.
Core::Result<QHash<QString, QStringList>> taggedWith(OpenedStore &store, const QString &tag)
{
    QHash<QString, QStringList> tags;
    std::optional<Core::ConversationKey> after;
    do {
        const auto page =
            waitFor(store->conversations({.tag = tag, .pinnedFirst = false}, after, 1000));
        if (!page)
            return page.error();
        for (const Core::Conversation &row : page->rows)
            tags.insert(row.id, row.tags);
        after = page->next;
    } while (after);
    return tags;
}

/// Of the charges themselves, a week of them at a time: the sums do not know tags.
Core::Result<Core::CostReport> reportOfTag(OpenedStore &store, const Core::LedgerQuery &query,
                                           const QString &tag)
{
    const auto tags = taggedWith(store, tag);
    if (!tags)
        return tags.error();
    QList<Core::Charge> tagged;
    for (QDateTime from = query.from; from < query.to; from = from.addDays(7)) {
        const auto charges = waitFor(store->charges(from, std::min(from.addDays(7), query.to)));
        if (!charges)
            return charges.error();
        std::copy_if(
            charges->cbegin(), charges->cend(), std::back_inserter(tagged),
            [&](const Core::Charge &charge) { return tags->contains(charge.conversationId); });
    }
    Core::CostReport report = Core::costReport(tagged, query.by, query.zone, *tags);
    report.from = query.from;
    report.to = query.to;
    return report;
}

Core::Result<Core::CostReport> reportOf(OpenedStore &store, const Core::LedgerQuery &query)
{
    const auto sums = waitFor(store->chargeSums(query.bounds, query.sumBy));
    if (!sums)
        return sums.error();
    const auto tags =
        query.by == Core::CostBy::Tag ? tagsOf(store, *sums) : QHash<QString, QStringList>();
    if (!tags)
        return tags.error();
    return Core::costReport(*sums, query, *tags);
}

Exit run(Invocation &call)
{
    const auto byName = call.oneOf(u"by"_s,
                                   {u"day"_s, u"month"_s, u"hour"_s, u"model"_s, u"provider"_s,
                                    u"user"_s, u"conversation"_s, u"strategy"_s, u"tag"_s},
                                   u"day"_s);
    const auto format = call.oneOf(u"format"_s, {u"table"_s, u"csv"_s, u"json"_s},
                                   call.json() ? u"json"_s : u"table"_s);
    if (!byName || !format)
        return Exit::Usage;
    if (call.json() && *format != "json"_L1)
        return call.usageError(u"--json and --format %1 contradict each other"_s.arg(*format));
    const auto zone = zoneOf(call);
    if (!zone)
        return Exit::Usage;
    const auto range = rangeOf(call, *zone);
    if (!range)
        return Exit::Usage;

    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto query =
        queryOf(store, *Core::costByFromName(*byName), *zone, range->from, range->to);
    if (!query)
        return call.failed(query.error());
    const auto report = call.isSet(u"tag"_s) ? reportOfTag(store, *query, call.value(u"tag"_s))
                                             : reportOf(store, *query);
    if (!report)
        return call.failed(report.error());
    if (*format == "json"_L1)
        printReport(*report);
    else if (*format == "csv"_L1)
        print(Core::toCsv(*report));
    else
        printTable(*report);
    if (query->by == Core::CostBy::Tag && !call.isSet(u"tag"_s))
        Invocation::note(u"each request counts once, under all its tags together, so that the rows "
                         "sum to the total; --tag TAG tells what one tag cost"_s);
    return Exit::Done;
}

} // namespace

Verb costVerb()
{
    return {
        .name = u"cost"_s,
        .arguments = {},
        .summary = u"What was spent; the rows sum to the total."_s,
        .example = u"skein cost --by model --from 2026-11-01 --zone Asia/Ho_Chi_Minh"_s,
        .options = {{u"by"_s, u"WHAT"_s,
                     u"day, month, hour, model, provider, user, conversation, strategy or tag (all "
                     "tags of a conversation together)."_s},
                    {u"tag"_s, u"TAG"_s, u"Only conversations with this tag."_s},
                    {u"from"_s, u"DAY"_s, u"The first day."_s},
                    {u"to"_s, u"DAY"_s, u"The last day."_s},
                    {u"zone"_s, u"ZONE"_s, u"Whose days (the system's)."_s},
                    {u"format"_s, u"FORMAT"_s, u"table, csv or json."_s}},
        .run = run};
}
