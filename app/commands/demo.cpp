#include "app/commands/moneytext.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/session/demowriter.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

void showProgress(const Core::DemoCount &count, int conversations)
{
    if (progressWanted())
        std::fprintf(stderr, "\r%d of %d conversations, %lld messages", count.conversations,
                     conversations, static_cast<long long>(count.messages));
}

void report(const Core::DemoCount &count, qint64 ms, const Invocation &call)
{
    if (call.json()) {
        printJson({{u"conversations"_s, count.conversations},
                   {u"messages"_s, count.messages},
                   {u"attempts"_s, count.attempts},
                   {u"charges"_s, count.charges},
                   {u"already_there"_s, count.alreadyThere},
                   {u"cost_usd"_s, Core::toDecimalString(count.cost)},
                   {u"seconds"_s, double(ms) / 1000}});
        return;
    }
    printLine(u"%1 and %2 written, %3 for $%4, in %5 s"_s.arg(
        counted(count.conversations, u"conversation"_s, u"conversations"_s),
        counted(count.messages, u"message"_s, u"messages"_s),
        counted(count.charges, u"charge"_s, u"charges"_s), MoneyText::brief(count.cost),
        QString::number(double(ms) / 1000, 'f', 1)));
    if (count.alreadyThere > 0)
        printLine(counted(count.alreadyThere, u"conversation that was there is left as it was"_s,
                          u"conversations that were there are left as they were"_s));
}

Exit run(Invocation &call)
{
    const auto conversations = call.number(u"conversations"_s, 400, 1, 10'000'000);
    const auto days = call.number(u"days"_s, 30, 1, 3660);
    const auto seed = call.number(u"seed"_s, 1, 0, 0x7fff'ffff);
    const auto matters = call.number(u"matters"_s, 6, 1, 6);
    if (!conversations || !days || !seed || !matters)
        return Exit::Usage;
    const QDate yesterday = QDateTime::currentDateTimeUtc().date().addDays(-1);
    const QDate lastDay =
        call.isSet(u"until"_s) ? QDate::fromString(call.value(u"until"_s), Qt::ISODate) : yesterday;
    if (!lastDay.isValid())
        return call.usageError(
            u"--until takes a day such as 2026-11-23, not \"%1\""_s.arg(call.value(u"until"_s)));

    OpenedStore store;
    if (const auto ended = store.open(call, OpenedStore::Missing::Make))
        return *ended;
    QElapsedTimer timer;
    timer.start();
    const Core::DemoMonth month({.conversations = int(*conversations),
                                 .days = int(*days),
                                 .seed = quint64(*seed),
                                 .lastDay = lastDay,
                                 .mostMatters = int(*matters)});
    Core::DemoWriter writer(*store, month);
    QObject::connect(&writer, &Core::DemoWriter::progressed, &writer,
                     [&](const Core::DemoCount &count) { showProgress(count, month.size()); });
    const auto isLoad = waitFor(store->beginLoad());
    if (!isLoad)
        return call.failed(isLoad.error());
    const auto count = waitFor(writer.write());
    if (progressWanted())
        std::fputs(count && *isLoad ? "; making the indexes\n" : "\n", stderr);
    if (!count)
        return call.failed(count.error());
    if (*isLoad) {
        if (const auto ended = waitFor(store->endLoad()); !ended)
            return call.failed(ended.error());
    }
    report(*count, timer.elapsed(), call);
    return Exit::Done;
}

} // namespace

Verb demoVerb()
{
    return {.name = u"demo"_s,
            .arguments = {},
            .summary = u"Fill a store with a made-up month of support conversations."_s,
            .example = u"skein demo --store /tmp/demo.db --conversations 2000"_s,
            .options = {{u"conversations"_s, u"N"_s, u"So many (400)."_s},
                        {u"days"_s, u"N"_s, u"Spread over so many days (30)."_s},
                        {u"seed"_s, u"N"_s, u"Another month for another number (1)."_s},
                        {u"matters"_s, u"N"_s,
                         u"What a conversation is about, seven messages each, at most (6)."_s},
                        {u"until"_s, u"DAY"_s, u"The last day, in UTC (yesterday)."_s}},
            .run = run};
}
