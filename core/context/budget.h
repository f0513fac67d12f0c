#pragma once

#include <QMetaType>
#include <QtGlobal>

namespace Core {

/// How many tokens a request may hold, and how many of them to leave for the answer.
struct Budget
{
    static constexpr int defaultWindow = 128'000; ///< where a model's window is not known
    static constexpr int defaultReserve = 4'096;

    int window = defaultWindow;
    int replyReserve = defaultReserve;

    int promptLimit() const { return qMax(0, window - replyReserve); }

    friend bool operator==(const Budget &, const Budget &) = default;
};

/// How a plan fills its budget: tokens by part. The parts are disjoint.
struct BudgetUse
{
    int system = 0;
    int pinned = 0;
    int summary = 0;
    int history = 0;
    int retrieved = 0;
    int question = 0; ///< with the tokens that prime the reply
    int limit = 0; ///< Budget::promptLimit()

    int total() const { return system + pinned + summary + history + retrieved + question; }
    int left() const { return limit - total(); }
    bool fits() const { return left() >= 0; }

    friend bool operator==(const BudgetUse &, const BudgetUse &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Budget)
Q_DECLARE_METATYPE(Core::BudgetUse)
