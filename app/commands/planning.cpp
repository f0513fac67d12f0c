#include "app/commands/planning.h"

#include "core/chat/branch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue valueOf(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return number;
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    return text;
}

} // namespace

QList<OptionSpec> planningOptions()
{
    return {{u"budget"_s, u"TOKENS"_s, u"How many tokens the request may have."_s},
            {u"model"_s, u"MODEL"_s, u"Count as this model does (gpt-4o)."_s},
            {u"question"_s, u"TEXT"_s, u"The question to plan for."_s},
            {u"option"_s, u"NAME=VALUE"_s, u"An option of the strategy; may be repeated."_s}};
}

std::optional<Core::StrategyOptions> strategyOptionsOf(const Invocation &call)
{
    Core::StrategyOptions options;
    for (const QString &text : call.values(u"option"_s)) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0) {
            call.usageError(u"--option takes NAME=VALUE, not \"%1\""_s.arg(text));
            return std::nullopt;
        }
        options.insert(text.left(equals), valueOf(text.mid(equals + 1)));
    }
    return options;
}

Core::Result<Core::ContextPlan> planOf(const Core::Bundle &bundle, const Core::Strategy &strategy,
                                       const Core::StrategyOptions &options, qint64 budget,
                                       const Invocation &call)
{
    const auto checked = Core::checkOptions(strategy, options);
    if (!checked)
        return checked.error();
    const Core::TokenCounter counter(Core::modelTokens(call.value(u"model"_s, u"gpt-4o"_s)));
    QList<Core::Message> thread =
        Core::MessageTree(bundle.messages, bundle.conversation.activeLeaf).branch();
    counter.count(thread);
    Core::Message draft{
        .id = u"question"_s, .role = Core::Role::User, .content = call.value(u"question"_s)};
    draft.tokens = counter.message(draft);
    draft.encoding = counter.encoding();
    return strategy.plan({.thread = thread,
                          .draft = call.isSet(u"question"_s) ? &draft : nullptr,
                          .budget = {.window = int(budget), .replyReserve = 0},
                          .options = *checked,
                          .marks = bundle.marks,
                          .summaries = bundle.summaries,
                          .counter = counter});
}
