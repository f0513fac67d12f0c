#pragma once

#include "core/chat/message.h"
#include "core/context/budget.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Core {

/// What becomes of a message in the next request. Those that are sent come first.
enum class Verdict : quint8 {
    Kept,
    Pinned, ///< kept because the user said so
    Retrieved, ///< kept because it bears on the question
    Shortened, ///< sent in part, with a mark where text is missing
    Summarised, ///< its content is in the summary
    Dropped,
    Excluded, ///< left out because the user said so
};

QString verdictName(Verdict verdict); ///< "kept", "pinned", "retrieved", "shortened", …
/// Whether its own text is in the request.
constexpr bool isSent(Verdict verdict)
{
    return verdict <= Verdict::Shortened;
}

/// Which part of the request a message is in.
enum class Part : quint8 { System, Pinned, Summary, History, Retrieved, Question };

/// Why a message got its verdict. `n` belongs to the code: a count, a rank or a position.
struct Reason
{
    enum class Code : quint8 {
        SystemPrompt, ///< system messages always go first
        NewestQuestion, ///< the newest question always goes
        CurrentTurn, ///< answers and tool results of the newest question
        WithItsTurn, ///< another message of its turn is kept
        WholeHistory, ///< everything is sent
        AmongLast, ///< among the last n messages
        Fits, ///< as much of the newest as fits
        StableBlock, ///< in the block that stays the same, so that the prefix cache hits
        EverySecond, ///< every second message is kept
        Relevant, ///< bears on the question; n: rank, 1 is best
        PinnedByHand,
        LastChunks, ///< in the last n chunks
        InSummary, ///< covered by the summary
        Extract, ///< a short extract of its part of the conversation is sent
        ToolPair, ///< goes with its tool call or result
        OlderThanLast, ///< older than the last n messages
        OverBudget, ///< did not fit
        BeforeCut, ///< before the point where the history is cut
        NotRelevant, ///< others bear more on the question; n: rank
        ExcludedByHand,
        BeforeFirstQuestion, ///< a request must begin with a user's message
        UnpairedTool, ///< its tool call or a result is missing
        Empty, ///< nothing in it to send
        Unfinished, ///< an answer that failed is not sent
        ShortenedToFit, ///< n: tokens left out
    };

    Code code = Code::Fits;
    int n = 0;

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// The code in words for scripts, with its number: "among-last-20", "over-budget".
QString reasonName(const Reason &reason);

/// One message of the branch and what becomes of it.
struct PlanItem
{
    QString id;
    Role role = Role::User;
    int tokens = 0; ///< of the whole message, sent or not
    int sentTokens = 0; ///< of what is sent of it; 0 where nothing is
    Verdict verdict = Verdict::Kept;
    Part part = Part::History;
    Reason reason;
    std::optional<double> score; ///< where the strategy scores
    bool cached = false; ///< in the prefix that the last request already had

    friend bool operator==(const PlanItem &, const PlanItem &) = default;
};

/// One message as it will be sent.
struct RequestMessage
{
    Role role = Role::User;
    QString content;
    QString name;
    QList<ToolCall> toolCalls;
    QString toolCallId;
    Part part = Part::History;
    int tokens = 0;
    int item = -1; ///< index in ContextPlan::items; -1: made by the strategy (a summary, a mark)

    friend bool operator==(const RequestMessage &, const RequestMessage &) = default;
};

/// Something about the plan that a person should know.
struct Notice
{
    enum class Code : quint8 {
        UnknownWindow, ///< the model's window is not known; n: the default that was taken
        SummaryUnusable, ///< the stored summary was empty, broken or too long; the plan fell back
        NoSummaryYet, ///< nothing is summarised yet; older messages were dropped
        SummarisedHere, ///< n messages were added to the summary by extracts on this machine
        NothingMatched, ///< no message bears on the question
        QuestionShortened, ///< n: tokens left out
        TokensEstimated, ///< the model's vocabulary is not public
        NextRung, ///< the ladder took rung n
        SystemOverBudget, ///< the system messages alone are over the budget
        PinsOverBudget, ///< n pinned messages did not fit
        SummaryDue, ///< n messages are in extracts here; a model summarises them before sending
        SummaryRefused, ///< a model gave no usable summary; the plan fell back. n: SummaryFault
        NothingAsked, ///< there is no user's message: an answer would be to nothing
    };

    Code code = Code::UnknownWindow;
    int n = 0;

    friend bool operator==(const Notice &, const Notice &) = default;
};

QString noticeName(const Notice &notice);

/// What a strategy would send: every message of the branch with its verdict, and the request
/// exactly as it will go. The sender sends it, the meter shows it, the inspector explains it,
/// the lab compares it, the ledger's forecast prices it: there is no second count anywhere.
/// A plain value.
struct ContextPlan
{
    QString strategy; ///< id, such as "sliding"
    QList<PlanItem> items; ///< of every message of the branch, in order; the question last
    QList<RequestMessage> messages; ///< as sent, in order
    BudgetUse use;
    QList<Notice> notices;

    bool fits() const { return use.fits(); }
    int overBy() const { return qMax(0, -use.left()); }

    friend bool operator==(const ContextPlan &, const ContextPlan &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::ContextPlan)
