#include "core/context/planbuilder.h"

#include "core/context/omissions.h"
#include "core/context/options.h"
#include "core/context/shorten.h"

#include <algorithm>

namespace Core {

namespace {

/// A question is never cut below this; a plan that would need it stays over budget.
constexpr int leastQuestion = 32;

int &partOf(BudgetUse &use, Part part)
{
    switch (part) {
    case Part::System:
        return use.system;
    case Part::Pinned:
        return use.pinned;
    case Part::Summary:
        return use.summary;
    case Part::History:
        return use.history;
    case Part::Retrieved:
        return use.retrieved;
    case Part::Question:
        return use.question;
    }
    Q_UNREACHABLE();
}

} // namespace

PlanBuilder::PlanBuilder(const PlanInput &input, Oversize oversize)
    : m_input(input)
    , m_own(input.known ? nullptr : std::make_unique<KnownThread>())
    , m_known(input.known ? input.known : m_own.get())
    , m_thread(input.thread, input.draft)
    , m_units(unitsOf(input))
    , m_tokens(m_known->tokens())
    , m_choices(m_units.units.size())
    , m_free(m_units.units.size(), true)
{
    const bool unknown = input.budget.window <= 0;
    if (unknown)
        note(Notice::Code::UnknownWindow, Budget::defaultWindow);
    if (input.counter.exactness() == Exactness::Estimated)
        note(Notice::Code::TokensEstimated);
    m_limit = Budget{unknown ? Budget::defaultWindow : input.budget.window,
                     std::max(0, input.budget.replyReserve)}
                  .promptLimit();

    takeSystem();
    takeQuestion(oversize);
    applyMarks();
    takeCurrentTurn();
}

ThreadUnits PlanBuilder::unitsOf(const PlanInput &input) const
{
    if (m_own)
        m_own->update(input.thread);
    Q_ASSERT(m_known->isOf(input.thread));
    return m_known->units(input.thread, input.draft, input.counter);
}

void PlanBuilder::takeSystem()
{
    for (const int index : m_units.system) {
        if (!m_input.marks.excluded.contains(m_thread[index].id))
            m_used += tokens(index);
    }
    if (m_thread.size() > 0)
        m_used += TokenCounter::requestOverhead;
    if (m_used > m_limit)
        note(Notice::Code::SystemOverBudget);
}

void PlanBuilder::takeQuestion(Oversize oversize)
{
    if (m_units.question < 0)
        return;
    Unit &unit = m_units.units[size_t(m_units.question)];
    const Message &question = m_thread[m_units.membersOf(unit).front()];
    Choice choice{Verdict::Kept, {Reason::Code::NewestQuestion}, Part::Question};

    const int tokens = unit.tokens;
    if (oversize == Oversize::Shorten && tokens > room() && room() >= leastQuestion) {
        m_shortened = shortened(question, room(), m_input.counter);
        m_shortenedTokens = m_input.counter.known(*m_shortened);
        unit.tokens = m_shortenedTokens;
        choice.verdict = Verdict::Shortened;
        choice.reason = {Reason::Code::ShortenedToFit, tokens - unit.tokens};
        note(Notice::Code::QuestionShortened, tokens - unit.tokens);
    }
    decide(m_units.question, choice);
    m_free[size_t(m_units.question)] = false;
}

/// What follows the question (tool calls of an answer that is not done yet) is worth more
/// than anything before it. The newest of it comes first.
void PlanBuilder::takeCurrentTurn()
{
    if (m_units.question < 0)
        return;
    bool full = false;
    for (int i = int(m_units.units.size()) - 1; i > m_units.question; --i) {
        if (!m_free[size_t(i)])
            continue;
        full = full || m_units.units[size_t(i)].tokens > room();
        if (!full)
            decide(i, {Verdict::Kept, {Reason::Code::CurrentTurn}});
        m_free[size_t(i)] = false;
    }
}

void PlanBuilder::applyMarks()
{
    if (!m_units.turns.empty() && !m_units.units.front().isUser) {
        for (int i = 0; i < m_units.turns.front().end; ++i) {
            m_choices[size_t(i)].reason = {Reason::Code::BeforeFirstQuestion};
            m_free[size_t(i)] = false;
        }
    }
    if (m_input.marks.excluded.isEmpty() && m_input.marks.pinned.isEmpty())
        return;

    for (int i = 0; i < int(m_units.units.size()); ++i) {
        if (i == m_units.question || !hasMember(m_units.units[size_t(i)], m_input.marks.excluded))
            continue;
        decide(i, {Verdict::Excluded, {Reason::Code::ExcludedByHand}});
        m_free[size_t(i)] = false;
    }
    int left = 0;
    for (int i = int(m_units.units.size()) - 1; i >= 0; --i) {
        if (!isFree(i) || !hasMember(m_units.units[size_t(i)], m_input.marks.pinned))
            continue;
        pin(i);
        left += isKept(i) ? 0 : 1;
    }
    if (left > 0)
        note(Notice::Code::PinsOverBudget, left);
}

/// Pins the unit and keeps the user's message that opens its turn, without which an answer
/// cannot stand first in a request.
void PlanBuilder::pin(int unit)
{
    const Unit &pinned = m_units.units[size_t(unit)];
    const int opener = m_units.turns[size_t(pinned.turn)].begin;
    const bool withOpener = opener != unit && isFree(opener);
    const int tokens = pinned.tokens + (withOpener ? m_units.units[size_t(opener)].tokens : 0);
    m_free[size_t(unit)] = false;
    if (tokens > room())
        return;
    decide(unit, {Verdict::Pinned, {Reason::Code::PinnedByHand}, Part::Pinned});
    if (!withOpener)
        return;
    const bool itself = hasMember(m_units.units[size_t(opener)], m_input.marks.pinned);
    decide(opener,
           itself ? Choice{Verdict::Pinned, {Reason::Code::PinnedByHand}, Part::Pinned}
                  : Choice{Verdict::Kept, {Reason::Code::WithItsTurn}, Part::Pinned});
}

bool PlanBuilder::hasMember(const Unit &unit, const QSet<QString> &ids) const
{
    const auto members = m_units.membersOf(unit);
    return !ids.isEmpty() && std::any_of(members.begin(), members.end(), [&](int index) {
        return ids.contains(m_thread[index].id);
    });
}

int PlanBuilder::freeTokens(int turn) const
{
    const TurnUnits &range = m_units.turns[size_t(turn)];
    int tokens = 0;
    for (int i = range.begin; i < range.end; ++i)
        tokens += isFree(i) ? m_units.units[size_t(i)].tokens : 0;
    return tokens;
}

int PlanBuilder::messagesIfKept(int turn) const
{
    const TurnUnits &range = m_units.turns[size_t(turn)];
    int messages = 0;
    for (int i = range.begin; i < range.end; ++i) {
        const Unit &unit = m_units.units[size_t(i)];
        messages += isFree(i) || isKept(i) ? unit.end - unit.begin : 0;
    }
    return messages;
}

void PlanBuilder::decideTurn(int turn, const Choice &choice)
{
    const TurnUnits &range = m_units.turns[size_t(turn)];
    for (int i = range.begin; i < range.end; ++i) {
        if (isFree(i))
            decide(i, choice);
    }
}

bool PlanBuilder::addText(Part part, const QString &text, qsizetype tokens)
{
    const Message message{.role = Role::User, .content = text};
    const int all =
        tokens < 0 ? m_input.counter.message(message) : m_input.counter.message(message, tokens);
    if (all > room())
        return false;
    m_used += all;
    m_texts.append({.role = Role::User, .content = text, .part = part, .tokens = all});
    return true;
}

/// Where a user's message was excluded by hand, its answer may stand first; it has to go too.
void PlanBuilder::beginWithUser()
{
    for (int i = 0; i < int(m_units.units.size()) && i != m_units.question; ++i) {
        if (!isWhole(m_choices[size_t(i)]))
            continue;
        if (m_units.units[size_t(i)].isUser)
            return;
        decide(i, {Verdict::Dropped, {Reason::Code::BeforeFirstQuestion}});
    }
}

int PlanBuilder::questionIndex() const
{
    return m_units.question < 0
        ? -1
        : m_units.membersOf(m_units.units[size_t(m_units.question)]).front();
}

/// The message as it is sent.
RequestMessage PlanBuilder::requestMessage(int index, Part part) const
{
    const bool isShort = m_shortened && index == questionIndex();
    const Message &message = isShort ? *m_shortened : m_thread[index];
    return {.role = message.role,
            .content = message.content,
            .name = message.name,
            .toolCalls = message.toolCalls,
            .toolCallId = message.toolCallId,
            .part = part,
            .tokens = isShort ? m_shortenedTokens : tokens(index),
            .item = index};
}

QList<PlanItem> PlanBuilder::items() const
{
    QList<PlanItem> items(m_thread.size());
    PlanItem *each = items.data();
    for (int i = 0; i < m_thread.size(); ++i) {
        const Message &message = m_thread[i];
        each[i].id = message.id;
        each[i].role = message.role;
        each[i].tokens = tokens(i);
        each[i].verdict = Verdict::Dropped;
    }
    for (const int index : m_units.system) {
        const bool excluded = m_input.marks.excluded.contains(each[index].id);
        each[index].part = Part::System;
        each[index].verdict = excluded ? Verdict::Excluded : Verdict::Kept;
        each[index].reason = {excluded ? Reason::Code::ExcludedByHand : Reason::Code::SystemPrompt};
        each[index].sentTokens = excluded ? 0 : each[index].tokens;
    }
    for (const auto &[index, why] : m_units.unsendable)
        each[index].reason = {why};
    decideItems(each);
    return items;
}

/// What was decided on the units, put to their messages.
void PlanBuilder::decideItems(PlanItem *items) const
{
    for (size_t i = 0; i < m_units.units.size(); ++i) {
        const Choice &choice = m_choices[i];
        const bool whole = isWhole(choice);
        for (const int index : m_units.membersOf(m_units.units[i])) {
            PlanItem &each = items[index];
            each.verdict = choice.verdict;
            each.reason = choice.reason;
            each.part = choice.part;
            each.score = choice.score;
            each.sentTokens = whole ? each.tokens : std::max(0, choice.quoted);
        }
    }
    if (m_shortened)
        items[questionIndex()].sentTokens = m_shortenedTokens;
}

void PlanBuilder::appendUnit(QList<RequestMessage> &messages, int unit) const
{
    for (const int index : m_units.membersOf(m_units.units[size_t(unit)]))
        messages.append(requestMessage(index, m_choices[size_t(unit)].part));
}

void PlanBuilder::appendTexts(QList<RequestMessage> &messages, Part part) const
{
    for (const RequestMessage &text : m_texts) {
        if (text.part == part)
            messages.append(text);
    }
}

QList<RequestMessage> PlanBuilder::messages() const
{
    QList<RequestMessage> messages;
    messages.reserve(m_thread.size() + m_texts.size());
    for (const int index : m_units.system) {
        if (!m_input.marks.excluded.contains(m_thread[index].id))
            messages.append(requestMessage(index, Part::System));
    }
    appendTexts(messages, Part::Summary);
    for (int i = 0; i < int(m_units.units.size()); ++i) {
        if (i == m_units.question)
            appendTexts(messages, Part::Retrieved);
        if (isWhole(m_choices[size_t(i)]))
            appendUnit(messages, i);
    }
    return messages;
}

ContextPlan PlanBuilder::finish()
{
    beginWithUser();
    ContextPlan plan;
    plan.items = items();
    plan.messages = messages();
    plan.notices = m_notices;
    plan.use.limit = m_limit;
    plan.use.question = m_thread.size() > 0 ? TokenCounter::requestOverhead : 0;
    for (const RequestMessage &message : plan.messages)
        partOf(plan.use, message.part) += message.tokens;
    if (optionBool(m_input.options, omissionsOption()))
        markOmissions(plan, m_input.counter);
    return plan;
}

} // namespace Core
