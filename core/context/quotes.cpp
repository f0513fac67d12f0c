#include "core/context/quotes.h"

#include "core/tokens/tokenizer.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

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
    , m_limit(std::min(tokens, builder.room()))
    , m_tokens(Tokenizer(counter.encoding()).count(m_heading))
    , m_taken(counter.message({.role = Role::User}, m_tokens))
{
}

const KnownThread::Made &QuoteBlock::quoted(int index) const
{
    return m_builder.known().made(KnownThread::Use::Quote, index, m_counter, quoteOf);
}

/// A quote holds the message's text, so it cannot have many fewer tokens than the message.
/// Spares counting what cannot fit.
bool QuoteBlock::mayFit(int begin, int end) const
{
    const int most = m_limit - m_taken;
    int least = 0;
    for (int unit = begin; unit < end && least <= most; ++unit) {
        const Unit &each = m_builder.units().units[size_t(unit)];
        if (m_builder.isFree(unit))
            least += std::max(0, each.tokens - mostOverhead * (each.end - each.begin));
    }
    return least <= most;
}

qsizetype QuoteBlock::tokensOf(int unit) const
{
    qsizetype tokens = 0;
    for (const int index : m_builder.units().membersOf(m_builder.units().units[size_t(unit)]))
        tokens += quoted(index).tokens;
    return tokens;
}

bool QuoteBlock::add(int begin, int end, int best, const Choice &choice)
{
    if (!mayFit(begin, end))
        return false;
    const size_t before = m_quoted.size();
    qsizetype tokens = m_tokens;
    for (int unit = begin; unit < end; ++unit) {
        if (!m_builder.isFree(unit))
            continue;
        m_quoted.push_back(unit);
        tokens += tokensOf(unit);
    }
    const int taken = m_counter.message({.role = Role::User}, tokens);
    if (m_quoted.size() == before || taken > m_limit) {
        m_quoted.resize(before);
        return false;
    }
    for (size_t i = before; i < m_quoted.size(); ++i) {
        Choice each = choice;
        each.quoted = m_counter.scaled(tokensOf(m_quoted[i]));
        if (m_quoted[i] != best)
            each.reason = {Reason::Code::WithItsTurn};
        m_builder.decide(m_quoted[i], each);
    }
    m_tokens = tokens;
    m_taken = taken;
    return true;
}

void QuoteBlock::finish(Part part)
{
    if (m_quoted.empty())
        return;
    std::sort(m_quoted.begin(), m_quoted.end());
    QString text = m_heading;
    for (const int unit : m_quoted) {
        for (const int index : m_builder.units().membersOf(m_builder.units().units[size_t(unit)]))
            text += quoted(index).text;
    }
    [[maybe_unused]] const bool fits = m_builder.addText(part, text, m_tokens);
    Q_ASSERT(fits);
}

} // namespace Core
