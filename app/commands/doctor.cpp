#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateOf(const Core::StoreFinding &finding)
{
    if (finding.mended)
        return u"mended"_s;
    return finding.isProblem ? u"problem"_s : u"ok"_s;
}

Exit run(Invocation &call)
{
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const auto findings = waitFor(store->examine(call.isSet(u"repair"_s)));
    if (!findings)
        return call.failed(findings.error());
    bool sound = true;
    QJsonArray json;
    for (const Core::StoreFinding &finding : *findings) {
        sound = sound && (!finding.isProblem || finding.mended);
        json.append(QJsonObject{{u"what"_s, finding.what}, {u"state"_s, stateOf(finding)}});
        if (!call.json())
            printLine(u"%1  %2"_s.arg(stateOf(finding).leftJustified(7), finding.what));
    }
    const Core::StoreInfo &info = store.info();
    if (call.json())
        printJson({{u"store"_s, info.location},
                   {u"version"_s, info.version},
                   {u"conversations"_s, info.conversations},
                   {u"messages"_s, info.messages},
                   {u"read_only"_s, info.readOnly},
                   {u"findings"_s, json}});
    else
        printLine(u"%1: %2, %3"_s.arg(
            info.location, counted(info.conversations, u"conversation"_s, u"conversations"_s),
            counted(info.messages, u"message"_s, u"messages"_s)));
    return sound ? Exit::Done : Exit::Failed;
}

} // namespace

Verb doctorVerb()
{
    return {.name = u"doctor"_s,
            .arguments = {},
            .summary = u"Examine the store and the ledger; --repair mends what can be mended."_s,
            .example = u"skein doctor --repair"_s,
            .options = {{u"repair"_s, {}, u"Mend the sums that can be computed again."_s}},
            .run = run};
}
