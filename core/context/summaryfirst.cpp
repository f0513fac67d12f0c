#include "core/context/summaryfirst.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/storedsummary.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Whether this machine summarises what no stored summary covers.
const OptionInfo extractiveOption{u"extractive"_s, true};

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

/// The summary with what has gathered since it was stored, if this machine may add it.
RollingSummary extended(const PlanBuilder &builder, const PlanInput &input, RollingSummary base)
{
    if (!optionBool(input.options, extractiveOption))
        return base;
    const QString before = base.summary.text;
    const RollingLimits limits = rollingLimits(builder, input, base.summary);
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
    if (const RollingSummary base = storedSummary(builder, input.summaries);
        !base.summary.text.isEmpty())
        bases.prepend(base);
    for (const RollingSummary &base : std::as_const(bases)) {
        const RollingSummary made = extended(builder, input, base);
        if (made.summary.text.isEmpty()
            || !builder.addText(Part::Summary, markedSummary(made.summary)))
            continue;
        if (base.summary.text.isEmpty() && !input.summaries.isEmpty())
            builder.note(Notice::Code::SummaryUnusable);
        if (made.extended > 0)
            builder.note(input.summaryIsDue ? Notice::Code::SummaryDue
                                            : Notice::Code::SummarisedHere,
                         made.extended);
        return made;
    }
    builder.note(input.summaries.isEmpty() ? Notice::Code::NoSummaryYet
                                           : Notice::Code::SummaryUnusable);
    return std::nullopt;
}

ContextPlan plan(const PlanInput &input)
{
    PlanBuilder builder(input);
    const int most = optionInt(input.options, summarisedFromOption());
    if (goesWhole(builder, input)) {
        keepFrom(builder, 0, {Reason::Code::WholeHistory}, {});
        return builder.finish();
    }

    if (input.summaryFault)
        builder.note(Notice::Code::SummaryRefused, int(*input.summaryFault));
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
    const Reason kept = start == covered ? Reason{Reason::Code::Fits}
                                         : Reason{Reason::Code::AmongLast, most / 2};
    keepFrom(builder, start, kept, {Reason::Code::InSummary});
    for (int turn = 0; turn < covered; ++turn)
        builder.decideTurn(turn, {Verdict::Summarised, {Reason::Code::InSummary}, Part::Summary});
    return builder.finish();
}

} // namespace

Strategy summaryFirst()
{
    return {u"summary"_s, {summarisedFromOption(), extractiveOption, summarisedByOption()}, plan};
}

const OptionInfo &summarisedByOption()
{
    static const OptionInfo option{u"by"_s, QString()};
    return option;
}

} // namespace Core
