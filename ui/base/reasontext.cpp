#include "ui/base/reasontext.h"

#include "core/context/summarycheck.h"
#include "ui/base/formats.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

QString droppedReason(const Core::Reason &reason)
{
    using Code = Core::Reason::Code;
    switch (reason.code) {
    case Code::InSummary:
        return Texts::tr("its content is in the summary");
    case Code::OlderThanLast:
        return Texts::tr("older than the last %n messages", nullptr, reason.n);
    case Code::OverBudget:
        return Texts::tr("does not fit into the budget");
    case Code::BeforeCut:
        return Texts::tr("older than the block of messages that is sent");
    case Code::NotRelevant:
        return Texts::tr("others bear more on the question (rank %1)")
            .arg(Formats::number(reason.n));
    case Code::ExcludedByHand:
        return Texts::tr("left out by hand");
    case Code::BeforeFirstQuestion:
        return Texts::tr("a request begins with a question, and this stands before the first");
    case Code::UnpairedTool:
        return Texts::tr("the tool call or a result that belongs to it is missing");
    case Code::Empty:
        return Texts::tr("there is nothing in it to send");
    case Code::Unfinished:
        return Texts::tr("an answer that failed is not sent");
    case Code::SystemPrompt:
    case Code::NewestQuestion:
    case Code::CurrentTurn:
    case Code::WithItsTurn:
    case Code::WholeHistory:
    case Code::AmongLast:
    case Code::Fits:
    case Code::StableBlock:
    case Code::EverySecond:
    case Code::Relevant:
    case Code::PinnedByHand:
    case Code::LastChunks:
    case Code::Extract:
    case Code::ToolPair:
    case Code::ShortenedToFit:
        break;
    }
    return {};
}

QString sentReason(const Core::Reason &reason)
{
    using Code = Core::Reason::Code;
    switch (reason.code) {
    case Code::SystemPrompt:
        return Texts::tr("system messages always go first");
    case Code::NewestQuestion:
        return Texts::tr("the newest question always goes");
    case Code::CurrentTurn:
        return Texts::tr("belongs to the newest question");
    case Code::WithItsTurn:
        return Texts::tr("goes with the question or the answer it belongs to");
    case Code::WholeHistory:
        return Texts::tr("the whole history is sent");
    case Code::AmongLast:
        return Texts::tr("among the last %n messages", nullptr, reason.n);
    case Code::Fits:
        return Texts::tr("among the newest messages that fit");
    case Code::StableBlock:
        return Texts::tr("in the part that stays the same, so that the provider's cache serves it");
    case Code::EverySecond:
        return Texts::tr("every second message is kept");
    case Code::Relevant:
        return Texts::tr("bears on the question (rank %1)").arg(Formats::number(reason.n));
    case Code::PinnedByHand:
        return Texts::tr("pinned by hand");
    case Code::Extract:
        return Texts::tr("a short extract of its part of the conversation is sent");
    case Code::LastChunks:
        return Texts::tr("in the last %Ln part(s) of the conversation", nullptr, reason.n);
    case Code::ToolPair:
        return Texts::tr("goes with its tool call or result");
    case Code::ShortenedToFit:
        return Texts::tr("shortened to fit; left out: %1").arg(Formats::exactTokens(reason.n));
    case Code::InSummary:
    case Code::OlderThanLast:
    case Code::OverBudget:
    case Code::BeforeCut:
    case Code::NotRelevant:
    case Code::ExcludedByHand:
    case Code::BeforeFirstQuestion:
    case Code::UnpairedTool:
    case Code::Empty:
    case Code::Unfinished:
        break;
    }
    return {};
}

QString refusedSummary(Core::SummaryFault fault)
{
    using Fault = Core::SummaryFault;
    switch (fault) {
    case Fault::Empty:
        return Texts::tr("The model's summary was empty; this machine made one.");
    case Fault::CutOff:
        return Texts::tr("The model's summary was cut off; this machine made one.");
    case Fault::Reasoning:
        return Texts::tr("The model only thought about a summary; this machine made one.");
    case Fault::ToolCall:
        return Texts::tr("The model called a tool instead of summarising; this machine made a "
                         "summary.");
    case Fault::Refusal:
        return Texts::tr("The model refused to summarise; this machine made a summary.");
    case Fault::Unanswered:
        return Texts::tr("No summary came from the model; this machine made one.");
    }
    return {}; // of a later version
}

/// What a rung of the ladder does; the last one leaves out until it fits.
QString rungText(qint64 rung)
{
    if (rung == 1)
        return Texts::tr("Not everything fits, so only the last messages are kept.");
    if (rung == 2)
        return Texts::tr("Not even the last messages fit, so every second turn is kept.");
    return Texts::tr("Every second turn is still too much, so the oldest messages are left out.");
}

} // namespace

QString verdictText(Core::Verdict verdict)
{
    switch (verdict) {
    case Core::Verdict::Kept:
        return Texts::tr("Kept", "verdict on a message");
    case Core::Verdict::Pinned:
        return Texts::tr("Pinned", "verdict on a message");
    case Core::Verdict::Retrieved:
        return Texts::tr("Retrieved", "verdict on a message");
    case Core::Verdict::Shortened:
        return Texts::tr("Shortened", "verdict on a message");
    case Core::Verdict::Summarised:
        return Texts::tr("Summarised", "verdict on a message");
    case Core::Verdict::Dropped:
        return Texts::tr("Left out", "verdict on a message");
    case Core::Verdict::Excluded:
        return Texts::tr("Excluded", "verdict on a message");
    }
    Q_UNREACHABLE();
}

QString reasonText(const Core::Reason &reason)
{
    const QString sent = sentReason(reason);
    return sent.isEmpty() ? droppedReason(reason) : sent;
}

QString verdictWithReason(Core::Verdict verdict, const Core::Reason &reason)
{
    return Texts::tr("%1: %2", "verdict on a message: reason")
        .arg(verdictText(verdict), reasonText(reason));
}

QString noticeText(const Core::Notice &notice)
{
    using Code = Core::Notice::Code;
    switch (notice.code) {
    case Code::UnknownWindow:
        return Texts::tr("The model's window is not known; assumed: %1.")
            .arg(Formats::exactTokens(notice.n));
    case Code::SummaryUnusable:
        return Texts::tr("The stored summary cannot be used, so the plan does without it.");
    case Code::NoSummaryYet:
        return Texts::tr("There is no summary yet, so the older messages are left out.");
    case Code::SummarisedHere:
        return Texts::tr("%Ln older message(s) are summarised by extracts made on this machine.",
                         nullptr, notice.n);
    case Code::NothingMatched:
        return Texts::tr("No message bears on the question.");
    case Code::QuestionShortened:
        return Texts::tr("The question is too long and was shortened by %1.")
            .arg(Formats::exactTokens(notice.n));
    case Code::TokensEstimated:
        return Texts::tr("Tokens are estimated: the model's vocabulary is not public.");
    case Code::NextRung:
        return rungText(notice.n);
    case Code::SystemOverBudget:
        return Texts::tr("The system messages alone are over the budget.");
    case Code::PinsOverBudget:
        return Texts::tr("%n pinned messages do not fit into the budget.", nullptr, notice.n);
    case Code::SummaryDue:
        return Texts::tr("%n older messages are summarised by a model before this is sent.",
                         nullptr, notice.n);
    case Code::NothingAsked:
        return Texts::tr("Nothing is asked: there is no message of a user in it.");
    case Code::SummaryRefused:
        return refusedSummary(Core::SummaryFault(notice.n));
    }
    Q_UNREACHABLE();
}

QString partText(Core::Part part)
{
    switch (part) {
    case Core::Part::System:
        return Texts::tr("System", "part of a request");
    case Core::Part::Pinned:
        return Texts::tr("Pinned", "part of a request");
    case Core::Part::Summary:
        return Texts::tr("Summary", "part of a request");
    case Core::Part::History:
        return Texts::tr("History", "part of a request");
    case Core::Part::Retrieved:
        return Texts::tr("Retrieved", "part of a request");
    case Core::Part::Question:
        return Texts::tr("Question", "part of a request");
    }
    Q_UNREACHABLE();
}

QString roleText(Core::Role role)
{
    switch (role) {
    case Core::Role::System:
        return Texts::tr("System", "writer of a message");
    case Core::Role::User:
        return Texts::tr("User", "writer of a message");
    case Core::Role::Assistant:
        return Texts::tr("Assistant", "writer of a message");
    case Core::Role::Tool:
        return Texts::tr("Tool", "writer of a message");
    }
    Q_UNREACHABLE();
}

QString exactnessText(Core::Exactness exactness)
{
    switch (exactness) {
    case Core::Exactness::Exact:
        return {};
    case Core::Exactness::Calibrated:
        return Texts::tr("estimated, calibrated with the usage that the provider reported");
    case Core::Exactness::Estimated:
        return Texts::tr("estimated");
    }
    Q_UNREACHABLE();
}

QString strategyName(const QString &id)
{
    if (id == "full"_L1)
        return Texts::tr("Full history");
    if (id == "sliding"_L1)
        return Texts::tr("Sliding window");
    if (id == "sliding-blocks"_L1)
        return Texts::tr("Sliding in blocks");
    if (id == "chunks"_L1)
        return Texts::tr("Chunks");
    if (id == "summary"_L1)
        return Texts::tr("Summary");
    if (id == "semantic"_L1)
        return Texts::tr("Semantic");
    if (id == "ladder"_L1)
        return Texts::tr("Ladder");
    if (id == "hybrid"_L1)
        return Texts::tr("Hybrid");
    return id;
}

QString strategyText(const QString &id)
{
    if (id == "full"_L1)
        return Texts::tr("Sends every message, and refuses before sending when that does not fit.");
    if (id == "sliding"_L1)
        return Texts::tr("Sends the newest messages and never splits a turn.");
    if (id == "sliding-blocks"_L1)
        return Texts::tr("Sends the newest messages, and cuts rarely and in large blocks, so that "
                         "the provider's cache serves the rest.");
    if (id == "chunks"_L1)
        return Texts::tr("Sends extracts of the older chunks of the conversation, those that bear "
                         "on the question, and the last ones in full.");
    if (id == "summary"_L1)
        return Texts::tr("Sends a summary of the older messages and the newest as they are.");
    if (id == "semantic"_L1)
        return Texts::tr("Sends the messages that bear most on the question.");
    if (id == "ladder"_L1)
        return Texts::tr("Reduces step by step until the request fits.");
    if (id == "hybrid"_L1)
        return Texts::tr("Sends a stable block of the newest messages, and behind it what bears on "
                         "the question.");
    return {};
}
