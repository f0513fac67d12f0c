#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/timeoption.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/base/clock.h"
#include "core/session/repricelook.h"
#include "core/settings/settings.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject sumsJson(const Core::RepriceRow &row)
{
    return {{u"charges"_s, row.charges},
            {u"unpriced_before"_s, row.unpriced},
            {u"before_usd"_s, MoneyText::json(row.knownBefore())},
            {u"after_usd"_s, Core::toDecimalString(row.after)},
            {u"difference_usd"_s, Core::toDecimalString(row.difference())}};
}

void printPreviewJson(const Core::RepricePreview &preview, bool isDone)
{
    QJsonArray rows;
    for (const Core::RepriceRow &row : preview.rows) {
        QJsonObject object = sumsJson(row);
        object[u"provider"_s] = row.provider;
        object[u"model"_s] = row.model;
        rows.append(object);
    }
    QJsonObject object = sumsJson(preview.total);
    object[u"from"_s] = timeJson(preview.query.from);
    object[u"to"_s] = timeJson(preview.query.to);
    object[u"looked_at"_s] = preview.looked;
    object[u"provider_reported"_s] = preview.reported;
    object[u"without_price"_s] = preview.unknown;
    object[u"applied"_s] = isDone;
    object[u"rows"_s] = rows;
    printJson(object);
}

QStringList cells(const QString &model, const QString &provider, const Core::RepriceRow &row,
                  int places)
{
    return {model,
            provider,
            QString::number(row.charges),
            QString::number(row.unpriced),
            MoneyText::plain(row.knownBefore(), places),
            MoneyText::plain(row.after, places),
            MoneyText::plain(row.difference(), places)};
}

void printPreviewTable(const Core::RepricePreview &preview)
{
    QList<std::optional<Core::Money>> amounts;
    for (const Core::RepriceRow &row : preview.rows)
        amounts << row.before << row.after;
    const int places = MoneyText::places(amounts);
    QList<QStringList> rows;
    for (const Core::RepriceRow &row : preview.rows)
        rows.append(cells(row.model, row.provider, row, places));
    rows.append(cells(u"Total"_s, {}, preview.total, places));
    print(table({u"Model"_s, u"Provider"_s, u"Charges"_s, u"Unpriced"_s, u"USD so far"_s,
                 u"USD then"_s, u"Difference"_s},
                rows, {2, 3, 4, 5, 6})
              .toUtf8());
    printLine(u"%1 looked at; %2 with the provider's own figure and %3 without a price in the list "
              "stay as they are"_s.arg(counted(preview.looked, u"charge"_s, u"charges"_s),
                                       QString::number(preview.reported),
                                       QString::number(preview.unknown)));
}

void printLogJson(const QList<Core::Repricing> &log)
{
    QJsonArray rows;
    for (const Core::Repricing &entry : log)
        rows.append(QJsonObject{{u"id"_s, entry.id},
                                {u"at"_s, timeJson(entry.at)},
                                {u"author"_s, entry.author},
                                {u"reason"_s, entry.reason},
                                {u"from"_s, timeJson(entry.from)},
                                {u"to"_s, timeJson(entry.to)},
                                {u"provider"_s, entry.provider},
                                {u"model"_s, entry.model},
                                {u"charges"_s, entry.charges},
                                {u"unpriced_before"_s, entry.unpriced},
                                {u"before_usd"_s, MoneyText::json(entry.knownBefore())},
                                {u"after_usd"_s, Core::toDecimalString(entry.after)}});
    printJson({{u"rows"_s, rows}});
}

void printLogTable(const QList<Core::Repricing> &log)
{
    QList<std::optional<Core::Money>> amounts;
    for (const Core::Repricing &entry : log)
        amounts << entry.knownBefore() << entry.after;
    const int places = MoneyText::places(amounts);
    QList<QStringList> rows;
    for (const Core::Repricing &entry : log)
        rows.append({entry.at.toUTC().toString(Qt::ISODate), entry.author,
                     QString::number(entry.charges), MoneyText::plain(entry.knownBefore(), places),
                     MoneyText::plain(entry.after, places), entry.reason});
    print(table({u"When"_s, u"Who"_s, u"Charges"_s, u"USD before"_s, u"USD since"_s, u"Reason"_s},
                rows, {2, 3, 4})
              .toUtf8());
}

Exit showLog(const Invocation &call, OpenedStore &store)
{
    const auto log = waitFor(store->repricings());
    if (!log)
        return call.failed(log.error());
    call.json() ? printLogJson(*log) : printLogTable(*log);
    return Exit::Done;
}

std::optional<Core::RepriceQuery> queryOf(const Invocation &call)
{
    const auto range = rangeOf(call, QTimeZone::utc());
    if (!range)
        return std::nullopt;
    return Core::RepriceQuery{.from = range->from,
                              .to = range->to,
                              .provider = call.value(u"provider"_s),
                              .model = call.value(u"model"_s),
                              .onlyUnpriced = call.isSet(u"unpriced"_s)};
}

Exit reprice(const Invocation &call, OpenedStore &store, const Core::RepriceQuery &query)
{
    const auto settings = Core::loadSettings(call.configFolder());
    const auto prices = store.prices();
    if (!settings || !prices)
        return call.failed(!settings ? settings.error() : prices.error());
    Core::RepriceLook look(*store, *prices, settings->providers);
    const auto preview = waitFor(look.look(query));
    if (!preview)
        return call.failed(preview.error());
    const bool isDone = call.isSet(u"apply"_s) && preview->total.charges > 0;
    if (isDone) {
        const Core::Repricing entry =
            preview->entry(settings->userName, call.value(u"reason"_s), Core::SystemClock().now());
        if (const auto done = waitFor(store->reprice(entry, preview->charges)); !done)
            return call.failed(done.error());
    }
    if (call.json()) {
        printPreviewJson(*preview, isDone);
        return Exit::Done;
    }
    printPreviewTable(*preview);
    if (!isDone && preview->total.charges > 0)
        printLine(u"nothing was changed; --apply --reason TEXT does it"_s);
    return Exit::Done;
}

Exit run(Invocation &call)
{
    const auto query = queryOf(call);
    if (!query)
        return Exit::Usage;
    if (call.isSet(u"apply"_s) && call.value(u"reason"_s).trimmed().isEmpty())
        return call.usageError(u"--apply needs a --reason for the log"_s);
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    return call.isSet(u"log"_s) ? showLog(call, store) : reprice(call, store, *query);
}

} // namespace

Verb repriceVerb()
{
    return {.name = u"reprice"_s,
            .arguments = {},
            .summary = u"What past charges would be worth by the price list, and making them so."_s,
            .example = u"skein reprice --from 2026-10-01 --model gpt-4.1 --apply --reason refund"_s,
            .options = {{u"from"_s, u"DAY"_s, u"The first day, in UTC."_s},
                        {u"to"_s, u"DAY"_s, u"The last day, in UTC."_s},
                        {u"provider"_s, u"NAME"_s, u"Only this provider's."_s},
                        {u"model"_s, u"MODEL"_s, u"Only this model's."_s},
                        {u"unpriced"_s, {}, u"Only charges without a price."_s},
                        {u"apply"_s, {}, u"Do it; without this it is only shown."_s},
                        {u"reason"_s, u"TEXT"_s, u"Why, for the log."_s},
                        {u"log"_s, {}, u"What was re-priced so far."_s}},
            .run = run};
}
