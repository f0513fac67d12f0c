#include "core/net/answerbuilder.h"

#include "core/base/text.h"

#include <algorithm>

namespace Core {

QString AnswerBuilder::Stream::add(const QString &piece)
{
    if (piece.isEmpty())
        return {};
    QString ready = waiting.isEmpty() ? piece : std::exchange(waiting, {}) + piece;
    if (const QChar last = std::as_const(ready).back(); last.isHighSurrogate()) {
        waiting = last;
        ready.chop(1);
    }
    ready = cleanText(std::move(ready));
    whole += ready;
    return ready;
}

QString AnswerBuilder::Stream::end()
{
    const QString ready = cleanText(std::exchange(waiting, {}));
    whole += ready;
    return ready;
}

AnswerBuilder::Growth AnswerBuilder::add(const ChatChunk &chunk)
{
    const Growth growth{m_text.add(chunk.text), m_reasoning.add(chunk.reasoning)};
    for (const ToolCallDelta &delta : chunk.toolCalls) {
        ToolCall &call = callFor(delta).call;
        const bool repeatsName = delta.id == call.id && delta.name == call.name;
        if (!delta.id.isEmpty())
            call.id = delta.id;
        if (!repeatsName)
            call.name += delta.name;
        call.arguments += delta.arguments;
    }
    if (!chunk.finishReason.isEmpty())
        m_finishReason = chunk.finishReason;
    if (!chunk.model.isEmpty())
        m_model = chunk.model;
    if (chunk.tier)
        m_tier = *chunk.tier;
    if (chunk.usage || !chunk.oddUsage.isEmpty()) {
        m_usage = chunk.usage; // the last one wins: some servers send running totals
        m_oddUsage = chunk.oddUsage;
    }
    return growth;
}

AnswerBuilder::Growth AnswerBuilder::end()
{
    return {m_text.end(), m_reasoning.end()};
}

QList<ToolCall> AnswerBuilder::toolCalls() const
{
    QList<ToolCall> calls;
    for (const OpenCall &open : m_calls)
        calls.append({open.call.id, open.call.name, cleanText(open.call.arguments)});
    return calls;
}

bool AnswerBuilder::isEmpty() const
{
    return m_text.whole.isEmpty() && m_reasoning.whole.isEmpty() && m_calls.isEmpty();
}

/// Servers number their calls differently: by index; all with index 0 but each with its id;
/// with an id on the first piece only and no index. A new id always opens a new call.
AnswerBuilder::OpenCall &AnswerBuilder::callFor(const ToolCallDelta &delta)
{
    const auto accepts = [&delta](const OpenCall &open) {
        return delta.id.isEmpty() || open.call.id.isEmpty() || open.call.id == delta.id;
    };
    const auto fits = [&](const OpenCall &open) {
        if (!delta.index && !delta.id.isEmpty())
            return open.call.id == delta.id;
        return accepts(open) && (!delta.index || open.index == delta.index);
    };
    // From the back: where an index was used again for another call, the newer one goes on.
    const auto found = std::find_if(m_calls.rbegin(), m_calls.rend(), fits);
    if (found != m_calls.rend())
        return *found;
    m_calls.append(OpenCall{delta.index, {}});
    return m_calls.last();
}

} // namespace Core
