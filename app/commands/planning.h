#pragma once

#include "app/commands/verb.h"
#include "core/chat/bundle.h"
#include "core/context/strategies.h"

/// The options --strategy, --budget, --model, --question and --option that verbs share.
QList<OptionSpec> planningOptions();

/// {"last": 20} from --option last=20 …; an error was printed where there is nothing.
std::optional<Core::StrategyOptions> strategyOptionsOf(const Invocation &call);

/// The plan of a conversation for its newest question or the one given with --question.
Core::Result<Core::ContextPlan> planOf(const Core::Bundle &bundle, const Core::Strategy &strategy,
                                       const Core::StrategyOptions &options, qint64 budget,
                                       const Invocation &call);
