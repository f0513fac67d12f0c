#include "app/commands/planning.h"

#include "core/chat/branch.h"
#include "core/context/summaryfirst.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

QString nobodysOption(const QString &option, QStringList names)
{
    names.removeDuplicates();
    const QString near = closest(option, names);
    return u"option \"%1\": none of the strategies has it; %2"_s.arg(
        option,
        near.isEmpty() ? u"there are "_s + names.join(u", "_s)
                       : u"did you mean \"%1\"?"_s.arg(near));
}

} // namespace

QList<OptionSpec> planningOptions(const QString &ofModel)
{
    return {{u"budget"_s, u"TOKENS"_s, u"How many tokens the request may have."_s},
            {u"model"_s, u"MODEL"_s, ofModel},
            {u"question"_s, u"TEXT"_s, u"The question to plan for."_s},
            {u"option"_s, u"NAME=VALUE"_s, u"An option of the strategy; may be repeated."_s}};
}

QString unknownStrategy(const QString &id)
{
    QStringList ids;
    for (const Core::Strategy &strategy : Core::strategies())
        ids += strategy.id;
    return noSuch(u"strategy"_s, id, ids);
}

std::optional<Exit> unknownProvider(const Invocation &call, const Core::Settings &settings)
{
    const QString name = call.value(u"provider"_s);
    QStringList names{u"practice"_s};
    for (const Core::Provider &provider : settings.providers)
        names += provider.name;
    if (name.isEmpty() || names.contains(name))
        return std::nullopt;
    return call.usageError(noSuch(u"provider"_s, name, names));
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

void noteEstimate(const Invocation &call, const Core::TokenCounter &counter)
{
    if (counter.exactness() != Core::Exactness::Exact)
        Invocation::note(
            u"the vocabulary of %1 is not public; its tokens are estimated with %2"_s.arg(
                call.value(u"model"_s), Core::encodingName(counter.encoding())));
}

std::optional<QList<Core::StrategyChoice>> choicesOf(const Invocation &call)
{
    const auto options = strategyOptionsOf(call);
    if (!options)
        return std::nullopt;
    QStringList names;
    QStringList ids = call.values(u"strategies"_s);
    if (ids.isEmpty()) {
        for (const Core::Strategy &strategy : Core::strategies())
            ids += strategy.id;
    }
    ids.removeDuplicates();
    QList<Core::StrategyChoice> choices;
    for (const QString &id : ids) {
        const auto strategy = Core::strategyById(id);
        if (!strategy) {
            call.usageError(unknownStrategy(id));
            return std::nullopt;
        }
        Core::StrategyChoice choice{id, {}};
        for (const Core::OptionInfo &option : (*strategy)->options) {
            names += option.name;
            if (options->contains(option.name))
                choice.options[option.name] = (*options)[option.name];
        }
        choices.append(choice);
    }
    for (auto option = options->begin(); option != options->end(); ++option) {
        if (!names.contains(option.key())) {
            call.usageError(nobodysOption(option.key(), names));
            return std::nullopt;
        }
    }
    return choices;
}

Core::Result<Core::ContextPlan> planOf(const Core::Bundle &bundle, const Core::Strategy &strategy,
                                       const Core::StrategyOptions &options, qint64 budget,
                                       const Invocation &call)
{
    const auto checked = Core::checkOptions(strategy, options);
    if (!checked)
        return checked.error();
    const PlanSource source(bundle, budget, call.value(u"model"_s, u"gpt-4o"_s), call);
    Core::PlanInput input = source.input();
    input.options = *checked;
    input.summaryIsDue = !checked->value(Core::summarisedByOption().name).toString().isEmpty();
    Core::ContextPlan plan = strategy.plan(input);
    if (asksNothing(plan))
        plan.notices.append({Core::Notice::Code::NothingAsked});
    return plan;
}

void sayNothingIsAsked(const Invocation &call)
{
    call.remark(u"nothing is asked: there is no message of a user in it; --question TEXT asks "
                "something"_s);
}

bool asksNothing(const Core::ContextPlan &plan)
{
    return std::none_of(plan.items.begin(), plan.items.end(),
                        [](const Core::PlanItem &item) { return item.role == Core::Role::User; });
}

PlanSource::PlanSource(const Core::Bundle &bundle, qint64 budget, const QString &model,
                       const Invocation &call)
    : m_thread(Core::MessageTree(bundle.messages, bundle.conversation.activeLeaf).branch())
    , m_marks(bundle.marks)
    , m_summaries(bundle.summaries)
    , m_counter(Core::modelTokens(model))
    , m_budget(int(budget))
{
    m_counter.count(m_thread);
    if (!call.isSet(u"question"_s))
        return;
    m_draft = Core::Message{
        .id = u"question"_s, .role = Core::Role::User, .content = call.value(u"question"_s)};
    m_counter.count(*m_draft);
}

Core::PlanInput PlanSource::input() const
{
    return {.thread = m_thread,
            .draft = m_draft ? &*m_draft : nullptr,
            .budget = {.window = m_budget, .replyReserve = 0},
            .marks = m_marks,
            .summaries = m_summaries,
            .counter = m_counter};
}
