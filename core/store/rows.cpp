#include "core/store/rows.h"

#include "core/store/packing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

QJsonArray arrayOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).array();
}

QString callsText(const QList<ToolCall> &calls)
{
    if (calls.isEmpty())
        return u""_s;
    QJsonArray array;
    for (const ToolCall &call : calls)
        array.append(QJsonObject{
            {u"id"_s, call.id}, {u"name"_s, call.name}, {u"arguments"_s, call.arguments}});
    return textOf(array);
}

QList<ToolCall> callsOf(const QVariant &text)
{
    QList<ToolCall> calls;
    const QJsonArray array = arrayOf(text);
    for (const QJsonValue &call : array)
        calls.append({call["id"_L1].toString(), call["name"_L1].toString(),
                      call["arguments"_L1].toString()});
    return calls;
}

QString headersText(const Headers &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers)
        array.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    return textOf(array);
}

Headers headersOf(const QVariant &text)
{
    Headers headers;
    const QJsonArray array = arrayOf(text);
    for (const QJsonValue &pair : array)
        headers.append({pair[0].toString().toLatin1(), pair[1].toString().toLatin1()});
    return headers;
}

QJsonValue picoOrNull(const std::optional<qint64> &rate)
{
    return rate ? QJsonValue(*rate) : QJsonValue();
}

std::optional<qint64> optionalPico(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QVariant moneyOrNull(const std::optional<Money> &amount)
{
    return amount ? QVariant(amount->pico) : QVariant();
}

std::optional<Money> moneyAt(const QVariant &pico)
{
    return pico.isNull() ? std::nullopt : std::optional(Money{pico.toLongLong()});
}

QString usageText(const Usage &usage)
{
    return textOf(QJsonObject{
        {u"prompt"_s, usage.prompt},
        {u"cached_read"_s, usage.cachedRead},
        {u"cache_write"_s, usage.cacheWrite},
        {u"completion"_s, usage.completion},
        {u"reasoning"_s, usage.reasoning},
        {u"reported"_s, usage.reportedCost ? QJsonValue(usage.reportedCost->pico) : QJsonValue()},
        {u"by_provider"_s, usage.basis == Usage::Basis::Provider}});
}

Usage usageOf(const QVariant &text)
{
    const QJsonObject object = objectOf(text);
    const auto reported = optionalPico(object["reported"_L1]);
    return {.prompt = object["prompt"_L1].toInteger(),
            .cachedRead = object["cached_read"_L1].toInteger(),
            .cacheWrite = object["cache_write"_L1].toInteger(),
            .completion = object["completion"_L1].toInteger(),
            .reasoning = object["reasoning"_L1].toInteger(),
            .reportedCost = reported ? std::optional(Money{*reported}) : std::nullopt,
            .basis = object["by_provider"_L1].toBool() ? Usage::Basis::Provider
                                                       : Usage::Basis::Estimated};
}

QString retriesText(const QList<Retry> &retries)
{
    QJsonArray array;
    for (const Retry &retry : retries)
        array.append(QJsonArray{retry.reason, retry.waitedMs});
    return textOf(array);
}

QList<Retry> retriesOf(const QVariant &text)
{
    QList<Retry> retries;
    const QJsonArray array = arrayOf(text);
    for (const QJsonValue &retry : array)
        retries.append({retry[0].toString(), retry[1].toInteger()});
    return retries;
}

} // namespace

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

qint64 msOf(const QDateTime &when)
{
    return when.isValid() ? when.toMSecsSinceEpoch() : 0;
}

QVariant msOrNull(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeAt(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

QString conversationColumns()
{
    return u"id, title, user_id, created_ms, updated_ms, active, pinned, tags, metadata, "
           "active_leaf, provider, model, strategy, draft, last_line, message_count, cost_pico, "
           "unpriced, has_error"_s;
}

QVariantList conversationValues(const Conversation &conversation)
{
    return {conversation.id,
            conversation.title,
            conversation.userId,
            msOf(conversation.createdAt),
            msOf(conversation.updatedAt),
            conversation.active ? 1 : 0,
            conversation.pinned ? 1 : 0,
            textOf(QJsonArray::fromStringList(conversation.tags)),
            textOf(conversation.metadata),
            conversation.activeLeaf,
            conversation.provider,
            conversation.model,
            conversation.strategy,
            conversation.draft,
            conversation.lastLine,
            conversation.messageCount,
            conversation.cost.pico,
            conversation.unpricedRequests,
            conversation.hasError ? 1 : 0};
}

Conversation conversationAt(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    Conversation row;
    row.id = next().toString();
    row.title = next().toString();
    row.userId = next().toString();
    row.createdAt = timeAt(next());
    row.updatedAt = timeAt(next());
    row.active = next().toBool();
    row.pinned = next().toBool();
    const QJsonArray tags = arrayOf(next());
    for (const QJsonValue &tag : tags)
        row.tags += tag.toString();
    row.metadata = objectOf(next());
    row.activeLeaf = next().toString();
    row.provider = next().toString();
    row.model = next().toString();
    row.strategy = next().toString();
    row.draft = next().toString();
    row.lastLine = next().toString();
    row.messageCount = next().toInt();
    row.cost = {next().toLongLong()};
    row.unpricedRequests = next().toInt();
    row.hasError = next().toBool();
    return row;
}

QString messageColumns()
{
    return u"id, conversation_id, parent_id, role, status, content, reasoning, name, tool_calls, "
           "tool_call_id, model, created_ms, metadata, token_count, encoding"_s;
}

QVariantList messageValues(const Message &message)
{
    return {message.id,
            message.conversationId,
            message.parentId,
            roleName(message.role),
            statusName(message.status),
            message.content,
            message.reasoning,
            message.name,
            callsText(message.toolCalls),
            message.toolCallId,
            message.model,
            msOrNull(message.createdAt),
            message.metadata.isEmpty() ? u""_s : textOf(message.metadata),
            message.tokens,
            int(message.encoding)};
}

Message messageAt(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    Message row;
    row.id = next().toString();
    row.conversationId = next().toString();
    row.parentId = next().toString();
    row.role = roleFromName(next().toString()).value_or(Role::User);
    row.status = statusFromName(next().toString()).value_or(MessageStatus::Complete);
    row.content = next().toString();
    row.reasoning = next().toString();
    row.name = next().toString();
    row.toolCalls = callsOf(next());
    row.toolCallId = next().toString();
    row.model = next().toString();
    row.createdAt = timeAt(next());
    row.metadata = objectOf(next());
    row.tokens = next().toInt();
    row.encoding = Encoding(next().toInt());
    row.sequence = next().toLongLong();
    return row;
}

QString attemptColumns()
{
    return u"id, conversation_id, message_id, provider, model, strategy, at_ms, state, "
           "request_url, request_headers, request_body, plan, status, response_headers, "
           "response_body, error, usage, timing, retries"_s;
}

QVariantList attemptValues(const Attempt &attempt)
{
    const Timing &timing = attempt.timing;
    return {attempt.id,
            attempt.conversationId,
            attempt.messageId,
            attempt.provider,
            attempt.model,
            attempt.strategy,
            msOf(attempt.at),
            stateName(attempt.state),
            QString::fromUtf8(attempt.requestUrl),
            headersText(attempt.requestHeaders),
            packed(attempt.requestBody),
            packed(attempt.plan),
            attempt.status,
            headersText(attempt.responseHeaders),
            packed(attempt.responseBody),
            attempt.error,
            usageText(attempt.usage),
            textOf(QJsonArray{timing.queued, timing.connected, timing.firstToken, timing.total}),
            retriesText(attempt.retries)};
}

Attempt attemptAt(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    Attempt row;
    row.id = next().toString();
    row.conversationId = next().toString();
    row.messageId = next().toString();
    row.provider = next().toString();
    row.model = next().toString();
    row.strategy = next().toString();
    row.at = timeAt(next());
    row.state = attemptStateFromName(next().toString()).value_or(Attempt::State::Failed);
    row.requestUrl = next().toString().toUtf8();
    row.requestHeaders = headersOf(next());
    row.requestBody = unpacked(next().toByteArray());
    row.plan = unpacked(next().toByteArray());
    row.status = next().toInt();
    row.responseHeaders = headersOf(next());
    row.responseBody = unpacked(next().toByteArray());
    row.error = next().toString();
    row.usage = usageOf(next());
    const QJsonArray timing = arrayOf(next());
    row.timing = {timing[0].toInteger(-1), timing[1].toInteger(-1), timing[2].toInteger(-1),
                  timing[3].toInteger(-1)};
    row.retries = retriesOf(next());
    return row;
}

QString chargeColumns()
{
    return u"id, attempt_id, conversation_id, message_id, user_id, at_ms, provider, model, "
           "strategy, kind, prompt, cached_read, cache_write, completion, reasoning, "
           "reported_pico, usage_reported, amount_pico, basis, rates, price_row"_s;
}

QVariantList chargeValues(const Charge &charge)
{
    const Usage &usage = charge.usage;
    const Rates &rates = charge.rates;
    const QJsonArray packedRates{rates.input, rates.output, picoOrNull(rates.cachedRead),
                                 picoOrNull(rates.cacheWrite), picoOrNull(rates.reasoning)};
    return {charge.id,
            charge.attemptId,
            charge.conversationId,
            charge.messageId,
            charge.userId,
            msOf(charge.at),
            charge.provider,
            charge.model,
            charge.strategy,
            kindName(charge.kind),
            usage.prompt,
            usage.cachedRead,
            usage.cacheWrite,
            usage.completion,
            usage.reasoning,
            moneyOrNull(usage.reportedCost),
            usage.basis == Usage::Basis::Provider ? 1 : 0,
            moneyOrNull(charge.amount),
            basisName(charge.basis),
            textOf(packedRates),
            charge.priceRow};
}

Charge chargeAt(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    Charge row;
    row.id = next().toString();
    row.attemptId = next().toString();
    row.conversationId = next().toString();
    row.messageId = next().toString();
    row.userId = next().toString();
    row.at = timeAt(next());
    row.provider = next().toString();
    row.model = next().toString();
    row.strategy = next().toString();
    row.kind = chargeKindFromName(next().toString()).value_or(Charge::Kind::Turn);
    row.usage.prompt = next().toLongLong();
    row.usage.cachedRead = next().toLongLong();
    row.usage.cacheWrite = next().toLongLong();
    row.usage.completion = next().toLongLong();
    row.usage.reasoning = next().toLongLong();
    row.usage.reportedCost = moneyAt(next());
    row.usage.basis = next().toBool() ? Usage::Basis::Provider : Usage::Basis::Estimated;
    row.amount = moneyAt(next());
    row.basis = chargeBasisFromName(next().toString()).value_or(Charge::Basis::Unpriced);
    const QJsonArray rates = arrayOf(next());
    row.rates = {rates[0].toInteger(), rates[1].toInteger(), optionalPico(rates[2]),
                 optionalPico(rates[3]), optionalPico(rates[4])};
    row.priceRow = next().toString();
    return row;
}

HourSum hourSumAt(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    HourSum sum;
    sum.hour = timeAt(next());
    sum.userId = next().toString();
    sum.provider = next().toString();
    sum.model = next().toString();
    sum.strategy = next().toString();
    sum.kind = chargeKindFromName(next().toString()).value_or(Charge::Kind::Turn);
    sum.requests = next().toLongLong();
    sum.prompt = next().toLongLong();
    sum.cachedRead = next().toLongLong();
    sum.cacheWrite = next().toLongLong();
    sum.completion = next().toLongLong();
    sum.reasoning = next().toLongLong();
    sum.cost = {next().toLongLong()};
    sum.unpriced = next().toLongLong();
    sum.estimated = next().toLongLong();
    return sum;
}

} // namespace Core
