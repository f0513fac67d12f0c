#include "core/context/quotes.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What the message around a text costs beyond the text.
int frameTokens(const TokenCounter &counter)
{
    return counter.message({.role = Role::User});
}

QString calls(const QList<ToolCall> &toolCalls)
{
    QStringList names;
    for (const ToolCall &call : toolCalls)
        names += call.name + u'(' + call.arguments + u')';
    return names.join(u", "_s);
}

} // namespace

QString quotedSpeaker(const Message &message)
{
    QString role = roleName(message.role);
    if (!message.name.isEmpty())
        return message.name + u" ("_s + role + u')';
    role[0] = role[0].toUpper();
    return role;
}

QString quoteOf(const Message &message)
{
    const QDate day = message.createdAt.toUTC().date();
    QString quote = day.isValid() ? u'[' + day.toString(Qt::ISODate) + u"] "_s : u"[…] "_s;
    quote += quotedSpeaker(message) + u": "_s + message.content;
    if (!message.toolCalls.isEmpty())
        quote += (message.content.isEmpty() ? u"asks "_s : u" asks "_s) + calls(message.toolCalls);
    return quote + u'\n';
}

QuoteBlock::QuoteBlock(PlanBuilder &builder, const TokenCounter &counter, QString heading,
                       int tokens)
    : m_builder(builder)
    , m_counter(counter)
    , m_heading(std::move(heading) + u'\n')
    , m_room(std::min(tokens, builder.room()) - frameTokens(counter) - counter.text(m_heading))
{
}

/// A quote holds the message's text, so it cannot have many fewer tokens than the message.
/// Spares counting what cannot fit.
bool QuoteBlock::mayFit(int begin, int end) const
{
    int least = 0;
    for (int unit = begin; unit < end && least <= m_room; ++unit) {
        const Unit &each = m_builder.units().units[size_t(unit)];
        if (m_builder.isFree(unit))
            least += std::max(0, each.tokens - mostOverhead * (each.end - each.begin));
    }
    return least <= m_room;
}

bool QuoteBlock::add(int begin, int end, int best, const Choice &choice)
{
    if (!mayFit(begin, end))
        return false;
    std::vector<Quote> quotes;
    int tokens = 0;
    for (int unit = begin; unit < end && tokens <= m_room; ++unit) {
        if (!m_builder.isFree(unit))
            continue;
        QString text;
        for (const int index : m_builder.units().membersOf(m_builder.units().units[size_t(unit)]))
            text += quoteOf(m_builder.thread()[index]);
        const int cost = m_counter.text(text);
        quotes.push_back({unit, text, cost, m_groups});
        tokens += cost;
    }
    if (quotes.empty() || tokens > m_room)
        return false;
    for (Quote &quote : quotes) {
        Choice each = choice;
        each.quoted = quote.tokens;
        if (quote.unit != best)
            each.reason = {Reason::Code::WithItsTurn};
        m_builder.decide(quote.unit, each);
        m_quotes.push_back(std::move(quote));
    }
    m_room -= tokens;
    ++m_groups;
    return true;
}

void QuoteBlock::removeLastGroup()
{
    --m_groups;
    while (!m_quotes.empty() && m_quotes.back().group == m_groups) {
        m_builder.decide(m_quotes.back().unit, {Verdict::Dropped, {Reason::Code::OverBudget}});
        m_quotes.pop_back();
    }
}

QString QuoteBlock::text() const
{
    std::vector<const Quote *> ordered;
    for (const Quote &quote : m_quotes)
        ordered.push_back(&quote);
    std::sort(ordered.begin(), ordered.end(),
              [](const Quote *left, const Quote *right) { return left->unit < right->unit; });
    QString text = m_heading;
    for (const Quote *quote : ordered)
        text += quote->text;
    return text;
}

void QuoteBlock::finish(Part part)
{
    while (!m_quotes.empty() && !m_builder.addText(part, text()))
        removeLastGroup();
}

} // namespace Core
