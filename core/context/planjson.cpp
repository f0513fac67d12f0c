#include "core/context/planjson.h"

#include "core/base/text.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isEscaped(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// The first byte from there on that must be escaped, or the end. Looks at eight bytes at once: a
/// byte's high bit is set in `found` where it is below 0x20, or where nothing is left of it without
/// the pattern of a quote or a backslash. The lowest bit is right; those above may be borrowed.
const char *nextEscaped(const char *at, const char *end)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    for (; end - at >= 8; at += 8) {
        const auto bytes = qFromLittleEndian<quint64>(at);
        const quint64 quotes = bytes ^ (ones * '"');
        const quint64 slashes = bytes ^ (ones * '\\');
        const quint64 found = ((bytes - ones * 0x20) & ~bytes) | ((quotes - ones) & ~quotes)
            | ((slashes - ones) & ~slashes);
        if ((found & highs) != 0)
            return at + std::countr_zero(found & highs) / 8;
    }
    return std::find_if(at, end, isEscaped);
}

constexpr qsizetype longestEscape = 6;

/// Writes the escape and says where it ends.
char *writeEscaped(char *to, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    static constexpr std::string_view named = "\"\\\n\r\t";
    *to++ = '\\';
    if (const size_t at = named.find(c); at != std::string_view::npos) {
        *to++ = "\"\\nrt"[at];
        return to;
    }
    for (const char each : {'u', '0', '0', digits[(c >> 4) & 15], digits[c & 15]})
        *to++ = each;
    return to;
}

/// Written for requests of a megabyte: most of what a request costs here is this loop.
void appendString(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = cleanText(text).toUtf8();
    const char *from = utf8.cbegin();
    const char *const end = utf8.cend();
    qsizetype size = out.size();
    const auto makeRoom = [&] { // for the rest as it is, the next escape and the quotes
        const qsizetype wanted = size + (end - from) + longestEscape + 2;
        if (out.size() < wanted)
            out.resize(wanted + wanted / 16);
        return out.data() + size;
    };
    char *to = makeRoom();
    *to++ = '"';
    for (;;) {
        const char *next = nextEscaped(from, end);
        std::memcpy(to, from, size_t(next - from));
        to += next - from;
        if (next == end)
            break;
        to = writeEscaped(to, *next);
        from = next + 1;
        size = to - out.constData();
        to = makeRoom();
    }
    *to++ = '"';
    out.resize(to - out.constData());
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
    appendRequest(out, plan);
    return out;
}

void appendRequest(QByteArray &out, const ContextPlan &plan)
{
    constexpr qsizetype frame = 64; // of a message, and for what follows the last one
    qsizetype size = out.size() + 4 * frame;
    for (const RequestMessage &message : plan.messages)
        size += message.content.size() + message.content.size() / 16 + frame;
    out.reserve(size);
    appendList(out, plan.messages, appendMessage);
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
