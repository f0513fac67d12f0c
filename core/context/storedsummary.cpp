#include "core/context/storedsummary.h"

#include "core/context/blockcut.h"
#include "core/context/options.h"
#include "core/context/summarycheck.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto mark = "[Summary of the conversation so far"_L1;
constexpr auto maker = ", made by "_L1;

constexpr int mostSummaryTokens = 800;
constexpr int summaryStep = 40; ///< tokens
constexpr int charactersPerToken = 3;

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

} // namespace

const OptionInfo &summarisedFromOption()
{
    static const OptionInfo option{u"messages"_s, 20, 2, 1'000'000};
    return option;
}

bool goesWhole(const PlanBuilder &builder, const PlanInput &input)
{
    const int most = optionInt(input.options, summarisedFromOption());
    qint64 messages = 0;
    qint64 tokens = 0;
    for (int turn = 0; turn < builder.turnCount() && messages <= most; ++turn) {
        messages += builder.messagesIfKept(turn);
        tokens += builder.freeTokens(turn);
    }
    return messages <= most && tokens <= builder.room();
}

RollingSummary storedSummary(const PlanBuilder &builder, const QList<Summary> &summaries)
{
    for (auto summary = summaries.rbegin(); summary != summaries.rend(); ++summary) {
        if (summaryFault(*summary))
            continue;
        if (const auto uncovered = firstUncovered(builder, *summary))
            return {*summary, *uncovered};
    }
    return {};
}

RollingLimits rollingLimits(const PlanBuilder &builder, const PlanInput &input, const Summary &base)
{
    const int taken =
        base.text.isEmpty() ? 0 : input.counter.message({.content = markedSummary(base)});
    return rollingLimits(historyRoom(builder), optionInt(input.options, summarisedFromOption()),
                         taken);
}

RollingLimits rollingLimits(int room, int messages, int taken)
{
    // In steps, so that a small change of the room does not make another summary.
    const int forSummary = std::min(mostSummaryTokens, room / 4 / summaryStep * summaryStep);
    return {.messages = messages,
            .tokens = room - std::max(taken, forSummary),
            .characters = forSummary * charactersPerToken};
}

QString markedSummary(const Summary &summary)
{
    return mark + maker + summary.madeBy + u"; not the user's words]\n"_s + summary.text.trimmed();
}

std::optional<Summary> summaryIn(const ContextPlan &plan, const QList<Summary> &stored)
{
    const auto sent =
        std::find_if(plan.messages.begin(), plan.messages.end(), [](const RequestMessage &message) {
            return message.part == Part::Summary && isMarkedSummary(message.content);
        });
    if (sent == plan.messages.end())
        return std::nullopt;
    const qsizetype end = sent->content.indexOf(u'\n');
    Summary made{.text = sent->content.mid(end + 1)};
    for (auto each = stored.rbegin(); each != stored.rend(); ++each) {
        if (each->text.trimmed() == made.text)
            return *each;
    }
    const qsizetype from = mark.size() + maker.size();
    made.madeBy = sent->content.mid(from, sent->content.indexOf(u';', from) - from);
    for (const PlanItem &item : plan.items) {
        if (item.verdict == Verdict::Summarised)
            made.lastCovered = item.id;
    }
    return made;
}

bool isMarkedSummary(const QString &text)
{
    return text.startsWith(mark);
}

} // namespace Core
