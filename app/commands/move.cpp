#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/stopsignal.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/session/storemove.h"

#include <QJsonArray>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void showProgress(const Core::MoveCount &count)
{
    if (progressWanted())
        std::fprintf(stderr, "\r%lld of about %lld conversations, %lld messages",
                     static_cast<long long>(count.conversations),
                     static_cast<long long>(std::max(count.total, count.conversations)),
                     static_cast<long long>(count.messages));
}

void report(const Core::MoveCount &count, bool asJson)
{
    if (asJson) {
        printJson({{u"conversations"_s, count.conversations},
                   {u"messages"_s, count.messages},
                   {u"charges"_s, count.charges},
                   {u"repricings"_s, count.repricings},
                   {u"different"_s, QJsonArray::fromStringList(count.different)},
                   {u"left_out"_s, QJsonArray::fromStringList(count.leftOut)}});
        return;
    }
    printLine(u"%1 with %2, %3 as billed and %4 are the same in both stores."_s.arg(
        counted(count.conversations, u"conversation"_s, u"conversations"_s),
        counted(count.messages, u"message"_s, u"messages"_s),
        counted(count.charges, u"charge"_s, u"charges"_s),
        counted(count.repricings, u"re-pricing"_s, u"re-pricings"_s)));
    for (const QString &id : count.different)
        printLine(u"different: "_s + id);
    for (const QString &each : count.leftOut)
        printLine(u"left out: "_s + each);
}

Exit run(Invocation &call)
{
    if (!call.isSet(u"to"_s))
        return call.usageError(u"--to names the store to move to"_s);
    OpenedStore from;
    OpenedStore to;
    if (const auto ended = from.open(call, call.value(u"from"_s, call.storeLocation()),
                                    OpenedStore::Missing::Refuse))
        return *ended;
    if (const auto ended = to.open(call, call.value(u"to"_s), OpenedStore::Missing::Make))
        return *ended;

    Core::StoreMove move(*from, *to);
    QObject::connect(&move, &Core::StoreMove::progressed, &move, showProgress);
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, &move, &Core::StoreMove::cancel);
    const auto count = waitFor(move.run());
    if (progressWanted())
        std::fputc('\n', stderr);
    if (!count)
        return call.failed(count.error());
    report(*count, call.json());
    return count->different.isEmpty() && count->leftOut.isEmpty() ? Exit::Done : Exit::Partly;
}

} // namespace

Verb moveVerb()
{
    return {.name = u"move"_s,
            .arguments = {},
            .summary = u"Copy everything into another store and compare; begun again, it goes on "
                       "where it was broken off."_s,
            .example = u"skein move --to postgresql://owner@db.example.com/skein"_s,
            .options = {{u"from"_s, u"STORE"_s, u"The store to read (the one of --store)."_s},
                        {u"to"_s, u"STORE"_s, u"The store to write: a path or a URL."_s}},
            .run = run};
}
