#pragma once

#include "core/base/result.h"
#include "core/chat/summary.h"
#include "core/context/contextplan.h"
#include "core/context/summarycheck.h"
#include "core/tokens/tokencounter.h"

#include <QJsonValue>
#include <QMap>
#include <QStringList>

#include <functional>
#include <span>

namespace Core {

class KnownThread;
struct DenseVectors;

/// Options of a strategy by name, such as {"last": 20}. Checked by checkOptions().
using StrategyOptions = QMap<QString, QJsonValue>;

/// What a strategy plans from. References stay the caller's and must outlive the call.
struct PlanInput
{
    /// The branch from its root. What is counted with the counter's encoding is not counted again.
    /// Where the newest message is the question to be asked, it is the last one here.
    std::span<const Message> thread;
    /// A question typed but not stored yet; it goes behind the thread. May be nullptr.
    const Message *draft = nullptr;
    Budget budget;
    /// Whether what the strategy shares out is without the question's tokens. In a conversation it
    /// is with them, for the question of now is history in the next request.
    bool questionIsApart = false;
    StrategyOptions options;
    HandMarks marks;
    QList<Summary> summaries; ///< newest last; may be empty
    bool summaryIsDue = false; ///< a model is asked for a summary before this is sent
    std::optional<SummaryFault> summaryFault; ///< why a model that was asked gave none
    TokenCounter counter;
    /// Embeddings of the question and the messages, where there are any. May be nullptr.
    const DenseVectors *vectors = nullptr;
    /// Makes planning a longer thread cheap; changes nothing in the plan. Updated to `thread`.
    /// May be nullptr.
    KnownThread *known = nullptr;
};

/// An option that a strategy has.
struct OptionInfo
{
    QString name;
    QJsonValue standard; ///< its default; its type is the option's type
    double least = 0;
    double most = 0;
};

/// A context strategy: a pure function from the thread to the plan. Same input, same plan;
/// the rules that every one keeps are in architecture.md and tests/core/tst_strategyrules.
struct Strategy
{
    QString id;
    QList<OptionInfo> options;
    std::function<ContextPlan(const PlanInput &)> plan;
};

/// All of them, in the order in which they are offered. Thread-safe.
const QList<Strategy> &strategies();

/// NotFound, naming those there are, for an id that is not there.
Result<const Strategy *> strategyById(const QString &id);

/// BadInput for a name the strategy does not have, or a value out of its range.
Result<StrategyOptions> checkOptions(const Strategy &strategy, const StrategyOptions &options);

} // namespace Core
