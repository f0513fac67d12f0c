#include "core/context/planjson.h"

#include "core/base/text.h"

#include <cmath>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

void appendEscaped(QByteArray &out, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += digits[(c >> 4) & 15];
        out += digits[c & 15];
    }
}

void appendString(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = cleanText(text).toUtf8();
    out += '"';
    qsizetype done = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20)
            continue;
        out.append(utf8.constData() + done, i - done);
        appendEscaped(out, c);
        done = i + 1;
    }
    out.append(utf8.constData() + done, utf8.size() - done);
    out += '"';
}

void appendField(QByteArray &out, const char *name, const QString &text)
{
    out += ",\"";
    out += name;
    out += "\":";
    appendString(out, text);
}

void appendField(QByteArray &out, const char *name, int number)
{
    out += ",\"";
    out += name;
    out += "\":";
    out += QByteArray::number(number);
}

void appendToolCalls(QByteArray &out, const QList<ToolCall> &calls)
{
    out += ",\"tool_calls\":[";
    for (const ToolCall &call : calls) {
        if (&call != &calls.first())
            out += ',';
        out += "{\"id\":";
        appendString(out, call.id);
        out += ",\"type\":\"function\",\"function\":{\"name\":";
        appendString(out, call.name);
        appendField(out, "arguments", call.arguments);
        out += "}}";
    }
    out += ']';
}

void appendMessage(QByteArray &out, const RequestMessage &message)
{
    out += "{\"role\":\"";
    out += roleName(message.role).toLatin1();
    out += '"';
    if (message.content.isEmpty() && !message.toolCalls.isEmpty())
        out += ",\"content\":null";
    else
        appendField(out, "content", message.content);
    if (!message.name.isEmpty())
        appendField(out, "name", message.name);
    if (!message.toolCalls.isEmpty())
        appendToolCalls(out, message.toolCalls);
    if (message.role == Role::Tool)
        appendField(out, "tool_call_id", message.toolCallId);
    out += '}';
}

QLatin1StringView partWord(Part part)
{
    switch (part) {
    case Part::System:
        return "system"_L1;
    case Part::Pinned:
        return "pinned"_L1;
    case Part::Summary:
        return "summary"_L1;
    case Part::History:
        return "history"_L1;
    case Part::Retrieved:
        return "retrieved"_L1;
    case Part::Question:
        return "question"_L1;
    }
    Q_UNREACHABLE();
}

void appendItem(QByteArray &out, const PlanItem &item)
{
    out += "{\"id\":";
    appendString(out, item.id);
    appendField(out, "role", roleName(item.role));
    appendField(out, "tokens", item.tokens);
    appendField(out, "sent_tokens", item.sentTokens);
    appendField(out, "part", partWord(item.part));
    appendField(out, "verdict", verdictName(item.verdict));
    appendField(out, "reason", reasonName(item.reason));
    out += ",\"score\":";
    out += item.score && std::isfinite(*item.score) ? QByteArray::number(*item.score, 'g', 6)
                                                    : QByteArray("null");
    out += item.cached ? ",\"cached\":true}" : ",\"cached\":false}";
}

/// `history` holds what scripts add up: everything between the summary and the question, with
/// the parts that are called pinned and retrieved.
void appendTokens(QByteArray &out, const BudgetUse &use)
{
    out += "{\"system\":" + QByteArray::number(use.system);
    appendField(out, "history", use.pinned + use.history + use.retrieved);
    appendField(out, "pinned", use.pinned);
    appendField(out, "retrieved", use.retrieved);
    appendField(out, "summary", use.summary);
    appendField(out, "question", use.question);
    appendField(out, "total", use.total());
    appendField(out, "limit", use.limit);
    out += '}';
}

template <typename List, typename Append>
void appendList(QByteArray &out, const List &list, Append append)
{
    out += '[';
    bool first = true;
    for (const auto &each : list) {
        if (!first)
            out += ',';
        first = false;
        append(out, each);
    }
    out += ']';
}

} // namespace

QByteArray requestToJson(const ContextPlan &plan)
{
    QByteArray out;
    appendList(out, plan.messages, appendMessage);
    return out;
}

QByteArray planToJson(const ContextPlan &plan)
{
    QByteArray out = "{\"strategy\":";
    appendString(out, plan.strategy);
    out += ",\"messages\":";
    appendList(out, plan.messages, appendMessage);
    out += ",\"items\":";
    appendList(out, plan.items, appendItem);
    out += ",\"tokens\":";
    appendTokens(out, plan.use);
    out += ",\"notices\":";
    appendList(out, plan.notices,
               [](QByteArray &to, const Notice &notice) { appendString(to, noticeName(notice)); });
    out += '}';
    return out;
}

QByteArray jsonString(const QString &text)
{
    QByteArray out;
    appendString(out, text);
    return out;
}

} // namespace Core
