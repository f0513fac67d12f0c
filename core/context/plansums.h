#pragma once

#include "core/context/contextplan.h"

#include <array>

namespace Core {

/// How many messages got each verdict, and their tokens. A plain value.
struct PlanSums
{
    static constexpr size_t verdicts = size_t(Verdict::Excluded) + 1;

    std::array<int, verdicts> messages{};
    std::array<int, verdicts> tokens{}; ///< of whole messages, sent or not
    int cachedTokens = 0; ///< of what is sent
    int sentTokens = 0; ///< as BudgetUse::total() counts them: with summary and marks

    int messagesWith(Verdict verdict) const { return messages[size_t(verdict)]; }
    int sentMessages() const;
    int leftOutMessages() const; ///< dropped and excluded; not those in the summary

    /// Share of the sent tokens that the provider has cached, from 0 to 1.
    double cachedShare() const;

    friend bool operator==(const PlanSums &, const PlanSums &) = default;
};

PlanSums planSums(const ContextPlan &plan);

} // namespace Core
