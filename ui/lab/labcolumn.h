#pragma once

#include "core/session/recall.h"
#include "core/session/trial.h"

/// One column of the lab: a card, and what has become known of it so far. A plain value.
struct LabColumn
{
    Core::TrialCard card;
    std::optional<Core::ContextPlan> plan; ///< nothing while it is made, or where it failed
    Core::Exactness exactness = Core::Exactness::Exact; ///< of its tokens
    std::optional<Core::CacheReplay> replay; ///< comes after the plan
    Core::Usage usage; ///< of one call, with the answer that is expected
    std::optional<Core::Money> perCall; ///< nothing where no price is known
    std::optional<Core::CardRecall> recall; ///< nothing where there are no probes
    std::optional<Core::Error> problem; ///< why there is no plan
    bool isPlanned = true; ///< false: there is nothing to plan
};

/// How many of the thread's messages are sent, in full or in part.
int sentMessages(const Core::ContextPlan &plan);

/// "Hybrid · 2,000 tokens · gpt-4o": which card it is, in one line, with the options it has set.
QString cardTitle(const Core::TrialCard &card);

/// "83% (61–97%)": the recall with its interval.
QString recallText(const Core::EvaluationRow &row);

/// How the card's recall stands beside the best one's, as a sentence.
QString standingText(const Core::CardRecall &recall);
