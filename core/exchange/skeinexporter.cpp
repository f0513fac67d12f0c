#include "core/exchange/skeinexporter.h"

#include "core/base/redact.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// An object that is filled field by field. What is empty or as by default is left away.
class Fields
{
public:
    void add(QLatin1StringView name, const QString &text)
    {
        if (!text.isEmpty())
            m_object.insert(name, text);
    }
    void add(QLatin1StringView name, qint64 number, qint64 byDefault = 0)
    {
        if (number != byDefault)
            m_object.insert(name, number);
    }
    void addFlag(QLatin1StringView name, bool isSet, bool byDefault)
    {
        if (isSet != byDefault)
            m_object.insert(name, isSet);
    }
    void add(QLatin1StringView name, const QDateTime &time)
    {
        if (time.isValid())
            m_object.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
    }
    void add(QLatin1StringView name, const QJsonObject &object)
    {
        if (!object.isEmpty())
            m_object.insert(name, object);
    }
    void add(QLatin1StringView name, const QJsonArray &list)
    {
        if (!list.isEmpty())
            m_object.insert(name, list);
    }
    void add(QLatin1StringView name, const std::optional<Money> &amount)
    {
        if (amount)
            m_object.insert(name, toDecimalString(*amount));
    }
    void add(QLatin1StringView name, const std::optional<qint64> &number)
    {
        if (number)
            m_object.insert(name, *number);
    }
    void addBytes(QLatin1StringView name, const QByteArray &bytes)
    {
        if (!bytes.isEmpty())
            m_object.insert(name, valueOf(bytes));
    }

    /// A text where the bytes are one, since that can be read and searched; else base64.
    static QJsonValue valueOf(const QByteArray &bytes)
    {
        const QByteArray clean = redacted(bytes);
        if (firstInvalidUtf8(clean) < 0)
            return QString::fromUtf8(clean);
        return QJsonObject{{u"base64"_s, QString::fromLatin1(clean.toBase64())}};
    }

    QJsonObject object() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonObject toJson(const Conversation &conversation)
{
    Fields fields;
    fields.add("id"_L1, conversation.id);
    fields.add("title"_L1, conversation.title);
    fields.add("user"_L1, conversation.userId);
    fields.add("created_at"_L1, conversation.createdAt);
    fields.add("updated_at"_L1, conversation.updatedAt);
    fields.addFlag("active"_L1, conversation.active, true);
    fields.addFlag("pinned"_L1, conversation.pinned, false);
    fields.add("tags"_L1, QJsonArray::fromStringList(conversation.tags));
    fields.add("metadata"_L1, conversation.metadata);
    fields.add("active_leaf"_L1, conversation.activeLeaf);
    fields.add("provider"_L1, conversation.provider);
    fields.add("model"_L1, conversation.model);
    fields.add("strategy"_L1, conversation.strategy);
    fields.add("draft"_L1, conversation.draft);
    fields.add("last_line"_L1, conversation.lastLine);
    fields.add("message_count"_L1, conversation.messageCount);
    fields.add("cost_usd"_L1, std::optional(conversation.cost));
    fields.add("unpriced_requests"_L1, conversation.unpricedRequests);
    fields.addFlag("has_error"_L1, conversation.hasError, false);
    return fields.object();
}

QLatin1StringView encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Unknown:
        return {};
    case Encoding::Cl100k:
        return "cl100k_base"_L1;
    case Encoding::O200k:
        return "o200k_base"_L1;
    }
    Q_UNREACHABLE();
}

QJsonArray toJson(const QList<ToolCall> &calls)
{
    QJsonArray list;
    for (const ToolCall &call : calls) {
        Fields fields;
        fields.add("id"_L1, call.id);
        fields.add("name"_L1, call.name);
        fields.add("arguments"_L1, call.arguments);
        list.append(fields.object());
    }
    return list;
}

QJsonObject toJson(const Message &message)
{
    Fields fields;
    fields.add("id"_L1, message.id);
    fields.add("parent"_L1, message.parentId);
    fields.add("role"_L1, roleName(message.role));
    if (message.status != MessageStatus::Complete)
        fields.add("status"_L1, statusName(message.status));
    fields.add("content"_L1, message.content);
    fields.add("reasoning"_L1, message.reasoning);
    fields.add("name"_L1, message.name);
    fields.add("author"_L1, message.author);
    fields.add("tool_calls"_L1, toJson(message.toolCalls));
    fields.add("tool_call_id"_L1, message.toolCallId);
    fields.add("model"_L1, message.model);
    fields.add("created_at"_L1, message.createdAt);
    fields.add("sequence"_L1, message.sequence);
    fields.add("metadata"_L1, message.metadata);
    fields.add("tokens"_L1, message.tokens, -1);
    fields.add("encoding"_L1, QString(encodingName(message.encoding)));
    return fields.object();
}

QJsonObject toJson(const Usage &usage)
{
    Fields fields;
    fields.add("prompt"_L1, usage.prompt);
    fields.add("cached_read"_L1, usage.cachedRead);
    fields.add("cache_write"_L1, usage.cacheWrite);
    fields.add("completion"_L1, usage.completion);
    fields.add("tier"_L1, usage.tier);
    fields.add("reasoning"_L1, usage.reasoning);
    fields.add("reported_cost_usd"_L1, usage.reportedCost);
    fields.addFlag("reported"_L1, usage.basis == Usage::Basis::Provider, false);
    return fields.object();
}

QJsonObject toJson(const Timing &timing)
{
    Fields fields;
    fields.add("queued"_L1, timing.queued, -1);
    fields.add("connected"_L1, timing.connected, -1);
    fields.add("first_token"_L1, timing.firstToken, -1);
    fields.add("total"_L1, timing.total, -1);
    return fields.object();
}

QJsonArray toJson(const Headers &headers)
{
    QJsonArray list;
    for (const auto &[name, value] : headers)
        list.append(QJsonArray{Fields::valueOf(name), Fields::valueOf(value)});
    return list;
}

QJsonArray toJson(const QList<Retry> &retries)
{
    QJsonArray list;
    for (const Retry &retry : retries)
        list.append(QJsonObject{{u"reason"_s, retry.reason},
                                {u"waited_ms"_s, retry.waitedMs},
                                {u"provider"_s, retry.provider},
                                {u"sent"_s, retry.wasSent}});
    return list;
}

QJsonObject toJson(const Attempt &attempt)
{
    Fields fields;
    fields.add("id"_L1, attempt.id);
    fields.add("message"_L1, attempt.messageId);
    fields.add("provider"_L1, attempt.provider);
    fields.add("model"_L1, attempt.model);
    fields.add("strategy"_L1, attempt.strategy);
    fields.add("at"_L1, attempt.at);
    fields.add("state"_L1, stateName(attempt.state));
    fields.addBytes("request_url"_L1, attempt.requestUrl);
    fields.add("request_headers"_L1, toJson(attempt.requestHeaders));
    fields.addBytes("request_body"_L1, attempt.requestBody);
    fields.addBytes("plan"_L1, attempt.plan);
    fields.add("status"_L1, attempt.status);
    fields.add("response_headers"_L1, toJson(attempt.responseHeaders));
    fields.addBytes("response_body"_L1, attempt.responseBody);
    fields.add("error"_L1, attempt.error);
    fields.add("usage"_L1, toJson(attempt.usage));
    fields.add("timing_ms"_L1, toJson(attempt.timing));
    fields.add("retries"_L1, toJson(attempt.retries));
    fields.add("assigned"_L1, attempt.assigned);
    fields.add("remarks"_L1, QJsonArray::fromStringList(attempt.remarks));
    return fields.object();
}

QJsonObject toJson(const Rates &rates)
{
    Fields fields;
    fields.add("input"_L1, rates.input);
    fields.add("output"_L1, rates.output);
    fields.add("cached_read"_L1, rates.cachedRead);
    fields.add("cache_write"_L1, rates.cacheWrite);
    fields.add("reasoning"_L1, rates.reasoning);
    return fields.object();
}

QJsonObject toJson(const Charge &charge)
{
    Fields fields;
    fields.add("id"_L1, charge.id);
    fields.add("attempt"_L1, charge.attemptId);
    fields.add("message"_L1, charge.messageId);
    fields.add("user"_L1, charge.userId);
    fields.add("at"_L1, charge.at);
    fields.add("provider"_L1, charge.provider);
    fields.add("model"_L1, charge.model);
    fields.add("strategy"_L1, charge.strategy);
    fields.add("kind"_L1, kindName(charge.kind));
    fields.add("usage"_L1, toJson(charge.usage));
    fields.add("amount_usd"_L1, charge.amount);
    fields.add("basis"_L1, basisName(charge.basis));
    fields.add("rates_pico_usd"_L1, toJson(charge.rates));
    fields.add("price_row"_L1, charge.priceRow);
    return fields.object();
}

QJsonObject toJson(const Summary &summary)
{
    Fields fields;
    fields.add("id"_L1, summary.id);
    fields.add("text"_L1, summary.text);
    fields.add("last_covered"_L1, summary.lastCovered);
    fields.add("made_by"_L1, summary.madeBy);
    fields.add("created_at"_L1, summary.createdAt);
    fields.add("version"_L1, summary.version);
    return fields.object();
}

QJsonArray sorted(const QSet<QString> &ids)
{
    QStringList list(ids.begin(), ids.end());
    list.sort(); // the same store gives the same bytes
    return QJsonArray::fromStringList(list);
}

template <typename List>
QJsonArray listOf(const List &values)
{
    QJsonArray list;
    for (const auto &value : values)
        list.append(toJson(value));
    return list;
}

} // namespace

QByteArray SkeinExporter::begin()
{
    return m_layout == Layout::Lines ? QByteArray()
                                     : QByteArray("{\"format\":\"skein\",\"conversations\":[\n");
}

QByteArray SkeinExporter::conversation(const Bundle &bundle)
{
    Fields fields;
    fields.add("skein"_L1, version);
    fields.add("conversation"_L1, toJson(bundle.conversation));
    fields.add("messages"_L1, listOf(bundle.messages));
    fields.add("attempts"_L1, listOf(bundle.attempts));
    fields.add("charges"_L1, listOf(bundle.charges));
    fields.add("summaries"_L1, listOf(bundle.summaries));
    fields.add("pinned_messages"_L1, sorted(bundle.marks.pinned));
    fields.add("excluded_messages"_L1, sorted(bundle.marks.excluded));
    const QByteArray text = redacted(QJsonDocument(fields.object()).toJson(QJsonDocument::Compact));
    if (m_layout == Layout::Lines)
        return text + '\n';
    return std::exchange(m_isFirst, false) ? text : ",\n" + text;
}

QByteArray SkeinExporter::end()
{
    return m_layout == Layout::Lines ? QByteArray() : QByteArray("\n]}\n");
}

} // namespace Core
