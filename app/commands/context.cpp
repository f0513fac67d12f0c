#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/planning.h"
#include "app/commands/verbs.h"
#include "core/context/planjson.h"
#include "ui/base/reasontext.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString partsOf(const Core::BudgetUse &use)
{
    const std::pair<QString, int> parts[] = {
        {u"system"_s, use.system},   {u"pinned"_s, use.pinned},       {u"summary"_s, use.summary},
        {u"history"_s, use.history}, {u"retrieved"_s, use.retrieved}, {u"question"_s, use.question},
    };
    QStringList words;
    for (const auto &[name, tokens] : parts) {
        if (tokens > 0)
            words += name + u' ' + QString::number(tokens);
    }
    return words.join(u", "_s);
}

/// For people; scripts take --json.
void printPlan(const Core::ContextPlan &plan)
{
    QList<QStringList> rows;
    for (const Core::PlanItem &item : plan.items)
        rows.append({item.id.left(12), Core::roleName(item.role), QString::number(item.tokens),
                     verdictText(item.verdict), reasonText(item.reason),
                     item.score ? QString::number(*item.score, 'f', 2) : QString()});
    print(table({u"Message"_s, u"Role"_s, u"Tokens"_s, u"Verdict"_s, u"Why"_s, u"Score"_s}, rows,
                {2, 5})
              .toUtf8());
    printLine(u"\n%1 of %2 tokens: %3"_s.arg(QString::number(plan.use.total()),
                                             QString::number(plan.use.limit), partsOf(plan.use)));
    for (const Core::Notice &notice : plan.notices)
        printLine(noticeText(notice));
}

Exit run(Invocation &call)
{
    if (!call.isSet(u"strategy"_s) || !call.isSet(u"budget"_s))
        return call.usageError(u"--strategy and --budget must be given"_s);
    const auto budget = call.number(u"budget"_s, 0, 1, 100'000'000);
    const auto options = strategyOptionsOf(call);
    if (!budget || !options)
        return Exit::Usage;
    const auto strategy = Core::strategyById(call.value(u"strategy"_s));
    if (!strategy)
        return call.usageError(unknownStrategy(call.value(u"strategy"_s)));
    const auto bundle = bundleOf(call, call.positional().value(0, u"-"_s));
    if (!bundle)
        return call.failed(bundle.error());
    const auto plan = planOf(*bundle, **strategy, *options, *budget, call);
    if (!plan)
        return call.usageError(plan.error().detail);

    if (call.json())
        print(Core::planToJson(*plan) + '\n');
    else
        printPlan(*plan);
    if (asksNothing(*plan))
        sayNothingIsAsked(call);
    if (plan->fits())
        return Exit::Done;
    return call.failed({.kind = Core::Error::Kind::OverBudget,
                        .detail = plan->strategy,
                        .asked = plan->use.total(),
                        .limit = plan->use.limit});
}

} // namespace

Verb contextVerb()
{
    return {.name = u"context"_s,
            .arguments = u"[SOURCE] --strategy S --budget N"_s,
            .most = 1,
            .summary = u"Show which messages a strategy would send, and why."_s,
            .example = u"skein context chats.jsonl#1 --strategy sliding --budget 4000 --json"_s,
            .options = QList<OptionSpec>{{u"strategy"_s, u"ID"_s, u"full, sliding, …"_s}}
                + planningOptions(),
            .run = run};
}
