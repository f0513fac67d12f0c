#pragma once

#include "app/commands/verb.h"
#include "core/chat/bundle.h"
#include "core/context/comparison.h"
#include "core/settings/settings.h"

/// The options --budget, --model, --question and --option that verbs share.
QList<OptionSpec>
planningOptions(const QString &ofModel = QStringLiteral("Count as this model does (gpt-4o)."));

/// What to say about a strategy that is not there: which was probably meant, or those there are.
QString unknownStrategy(const QString &id);

/// Says that the provider of --provider is not there; nothing where it is, or none is named.
std::optional<Exit> unknownProvider(const Invocation &call, const Core::Settings &settings);

/// {"last": 20} from --option last=20 …; an error was printed where there is nothing.
std::optional<Core::StrategyOptions> strategyOptionsOf(const Invocation &call);

/// Says on standard error where the tokens of the call's model are estimated.
void noteEstimate(const Invocation &call, const Core::TokenCounter &counter);

/// The strategies of --strategies, or all, with --option for those that have it; an error was
/// printed where there is nothing.
std::optional<QList<Core::StrategyChoice>> choicesOf(const Invocation &call);

/// What plans of one conversation are made from: its branch, counted, with the question given
/// with --question behind it where there is one. Counted as the model does.
class PlanSource
{
    Q_DISABLE_COPY_MOVE(PlanSource)

public:
    PlanSource(const Core::Bundle &bundle, qint64 budget, const QString &model,
               const Invocation &call);

    /// Without options. Good as long as this lives.
    Core::PlanInput input() const;

private:
    QList<Core::Message> m_thread;
    std::optional<Core::Message> m_draft;
    Core::HandMarks m_marks;
    QList<Core::Summary> m_summaries;
    Core::TokenCounter m_counter;
    int m_budget;
};

/// Whether there is no user's message in it: an answer would be to nothing.
bool asksNothing(const Core::ContextPlan &plan);
void sayNothingIsAsked(const Invocation &call);

/// The plan of a conversation for its newest question or the one given with --question.
Core::Result<Core::ContextPlan> planOf(const Core::Bundle &bundle, const Core::Strategy &strategy,
                                       const Core::StrategyOptions &options, qint64 budget,
                                       const Invocation &call);
