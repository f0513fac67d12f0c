#include "core/context/summaryfirst.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/summarycheck.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto mark = "[Summary of the conversation so far"_L1;

const OptionInfo messagesOption{u"messages"_s, 20, 2, 1'000'000};

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

/// The newest summary that can be used, and the first turn it does not cover.
std::optional<std::pair<const Summary *, int>> usable(const PlanBuilder &builder,
                                                      const QList<Summary> &summaries)
{
    for (auto summary = summaries.rbegin(); summary != summaries.rend(); ++summary) {
        if (summaryFault(*summary))
            continue;
        if (const auto uncovered = firstUncovered(builder, *summary))
            return std::pair(&*summary, *uncovered);
    }
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

    const auto summary = usable(builder, input.summaries);
    if (!summary || !builder.addText(Part::Summary, markedSummary(*summary->first))) {
        const bool broken = summary || !input.summaries.isEmpty();
        builder.note(broken ? Notice::Code::SummaryUnusable : Notice::Code::NoSummaryYet);
        keepFrom(builder, firstOfLast(builder, most), {Reason::Code::AmongLast, most},
                 {Reason::Code::OlderThanLast, most});
        return builder.finish();
    }
    const int covered = summary->second;
    const int start = std::min(covered, firstOfLast(builder, most / 2));
    keepFrom(builder, start, {Reason::Code::AmongLast, most / 2}, {Reason::Code::InSummary});
    for (int turn = 0; turn < covered; ++turn)
        builder.decideTurn(turn, {Verdict::Summarised, {Reason::Code::InSummary}, Part::Summary});
    return builder.finish();
}

} // namespace

Strategy summaryFirst()
{
    return {u"summary"_s, {messagesOption}, plan};
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
