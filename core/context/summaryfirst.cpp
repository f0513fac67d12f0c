#include "core/context/summaryfirst.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/rollingsummary.h"
#include "core/context/summarycheck.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto mark = "[Summary of the conversation so far"_L1;

constexpr int mostSummaryTokens = 800;
constexpr int summaryStep = 40; ///< tokens
constexpr int charactersPerToken = 3;

const OptionInfo messagesOption{u"messages"_s, 20, 2, 1'000'000};
/// Whether this machine summarises what no stored summary covers.
const OptionInfo extractiveOption{u"extractive"_s, true};

int messageCount(const PlanBuilder &builder)
{
    int messages = 0;
    for (int turn = 0; turn < builder.turnCount(); ++turn)
        messages += builder.messagesIfKept(turn);
    return messages;
}

qint64 freeTokens(const PlanBuilder &builder)
{
    qint64 tokens = 0;
    for (int turn = 0; turn < builder.turnCount(); ++turn)
        tokens += builder.freeTokens(turn);
    return tokens;
}

/// The first of the newest turns that have at most `last` messages together; at least the
/// question's own.
int firstOfLast(const PlanBuilder &builder, int last)
{
    int turn = builder.turnCount() - 1;
    int messages = builder.turnCount() > 0 ? builder.messagesIfKept(turn) : 0;
    while (turn > 0) {
        messages += builder.messagesIfKept(turn - 1);
        if (messages > last)
            break;
        --turn;
    }
    return std::max(0, turn);
}

/// The first turn with a message behind the last one covered; nothing where the summary is not
/// of this branch.
std::optional<int> firstUncovered(const PlanBuilder &builder, const Summary &summary)
{
    int covered = -1;
    for (int i = 0; i < builder.thread().size() && covered < 0; ++i) {
        if (builder.thread()[i].id == summary.lastCovered)
            covered = i;
    }
    if (covered < 0 || summary.lastCovered.isEmpty())
        return std::nullopt;
    const ThreadUnits &units = builder.units();
    for (const Unit &unit : units.units) {
        if (units.membersOf(unit).back() > covered)
            return unit.turn;
    }
    return builder.turnCount();
}

/// The newest stored summary that can be used; an empty one where there is none.
RollingSummary stored(const PlanBuilder &builder, const QList<Summary> &summaries)
{
    for (auto summary = summaries.rbegin(); summary != summaries.rend(); ++summary) {
        if (summaryFault(*summary))
            continue;
        if (const auto uncovered = firstUncovered(builder, *summary))
            return {*summary, *uncovered};
    }
    return {};
}

/// What may stay as it is beside the summary, and how long the summary may become.
RollingLimits limitsOf(const PlanBuilder &builder, const PlanInput &input, const Summary &base)
{
    const int room = historyRoom(builder);
    // In steps, so that a small change of the room does not make another summary.
    const int forSummary = std::min(mostSummaryTokens, room / 4 / summaryStep * summaryStep);
    const int taken =
        base.text.isEmpty() ? 0 : input.counter.message({.content = markedSummary(base)});
    return {.messages = optionInt(input.options, messagesOption),
            .tokens = room - std::max(taken, forSummary),
            .characters = forSummary * charactersPerToken};
}

/// The summary with what has gathered since it was stored, if this machine may add it.
RollingSummary extended(const PlanBuilder &builder, const PlanInput &input, RollingSummary base)
{
    if (!optionBool(input.options, extractiveOption))
        return base;
    const QString before = base.summary.text;
    const RollingLimits limits = limitsOf(builder, input, base.summary);
    RollingSummary made = rollingSummary(builder, input, std::move(base), limits);
    if (made.extended > 0)
        made.summary.madeBy =
            before.isEmpty() ? u"extractive"_s : made.summary.madeBy + u", extended here"_s;
    return made;
}

/// Puts a summary into the request: the stored one, or one made here where that is missing,
/// broken or too long. The plan says which.
std::optional<RollingSummary> sentSummary(PlanBuilder &builder, const PlanInput &input)
{
    QList<RollingSummary> bases{RollingSummary()};
    if (const RollingSummary base = stored(builder, input.summaries); !base.summary.text.isEmpty())
        bases.prepend(base);
    for (const RollingSummary &base : std::as_const(bases)) {
        const RollingSummary made = extended(builder, input, base);
        if (made.summary.text.isEmpty()
            || !builder.addText(Part::Summary, markedSummary(made.summary)))
            continue;
        if (base.summary.text.isEmpty() && !input.summaries.isEmpty())
            builder.note(Notice::Code::SummaryUnusable);
        if (made.extended > 0)
            builder.note(Notice::Code::SummarisedHere, made.extended);
        return made;
    }
    builder.note(input.summaries.isEmpty() ? Notice::Code::NoSummaryYet
                                           : Notice::Code::SummaryUnusable);
    return std::nullopt;
}

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int most = optionInt(input.options, messagesOption);
    if (messageCount(builder) <= most && freeTokens(builder) <= builder.room()) {
        keepFrom(builder, 0, {Reason::Code::WholeHistory}, {});
        return builder.finish();
    }

    const auto summary = sentSummary(builder, input);
    if (!summary) {
        keepFrom(builder, firstOfLast(builder, most), {Reason::Code::AmongLast, most},
                 {Reason::Code::OlderThanLast, most});
        return builder.finish();
    }
    const int covered = summary->firstTurn;
    // What was summarised here was cut in blocks, so that the request begins alike for long.
    const int start =
        summary->extended > 0 ? covered : std::min(covered, firstOfLast(builder, most / 2));
    keepFrom(builder, start, {Reason::Code::AmongLast, most / 2}, {Reason::Code::InSummary});
    for (int turn = 0; turn < covered; ++turn)
        builder.decideTurn(turn, {Verdict::Summarised, {Reason::Code::InSummary}, Part::Summary});
    return builder.finish();
}

} // namespace

Strategy summaryFirst()
{
    return {u"summary"_s, {messagesOption, extractiveOption}, plan};
}

QString markedSummary(const Summary &summary)
{
    return mark + u", made by %1; not the user's words]\n"_s.arg(summary.madeBy)
        + summary.text.trimmed();
}

bool isMarkedSummary(const QString &text)
{
    return text.startsWith(mark);
}

} // namespace Core
