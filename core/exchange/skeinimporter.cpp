#include "core/exchange/skeinimporter.h"

#include "core/exchange/skeinexporter.h"
#include "core/exchange/sourcetree.h"

#include <QJsonObject>
#include <QSet>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

int intOf(const JsonValue &value, int byDefault = 0)
{
    return int(value.integer().value_or(byDefault));
}

QByteArray bytesOf(const JsonValue &value)
{
    return value.isObject() ? QByteArray::fromBase64(value["base64"].bytes()) : value.bytes();
}

std::optional<Money> moneyOf(const JsonValue &value)
{
    const Result<Money> money = moneyFromDecimal(value.text());
    return money ? std::optional(*money) : std::nullopt;
}

Conversation conversationOf(const JsonValue &json)
{
    Conversation conversation{.id = json["id"].text(),
                              .title = json["title"].text(),
                              .userId = json["user"].text(),
                              .createdAt = timeOf(json["created_at"]),
                              .updatedAt = timeOf(json["updated_at"]),
                              .active = !json["active"].isFalse(),
                              .pinned = json["pinned"].isTrue(),
                              .metadata = json["metadata"].toQt().toObject(),
                              .activeLeaf = json["active_leaf"].text(),
                              .provider = json["provider"].text(),
                              .model = json["model"].text(),
                              .strategy = json["strategy"].text(),
                              .draft = json["draft"].text(),
                              .lastLine = json["last_line"].text(),
                              .messageCount = intOf(json["message_count"]),
                              .cost = moneyOf(json["cost_usd"]).value_or(Money{}),
                              .unpricedRequests = intOf(json["unpriced_requests"]),
                              .hasError = json["has_error"].isTrue()};
    const QList<JsonValue> tags = json["tags"].items();
    for (const JsonValue &tag : tags)
        conversation.tags += tag.text();
    return conversation;
}

Encoding encodingOf(const QString &name)
{
    if (name == "cl100k_base"_L1)
        return Encoding::Cl100k;
    return name == "o200k_base"_L1 ? Encoding::O200k : Encoding::Unknown;
}

Message messageOf(const JsonValue &json, Role role, const QString &conversationId)
{
    Message message{.id = json["id"].text(),
                    .parentId = json["parent"].text(),
                    .conversationId = conversationId,
                    .role = role,
                    .status =
                        statusFromName(json["status"].text()).value_or(MessageStatus::Complete),
                    .content = json["content"].text(),
                    .reasoning = json["reasoning"].text(),
                    .name = json["name"].text(),
                    .author = json["author"].text(),
                    .toolCallId = json["tool_call_id"].text(),
                    .model = json["model"].text(),
                    .createdAt = timeOf(json["created_at"]),
                    .sequence = json["sequence"].integer().value_or(0),
                    .metadata = json["metadata"].toQt().toObject(),
                    .tokens = intOf(json["tokens"], -1),
                    .encoding = encodingOf(json["encoding"].text())};
    const QList<JsonValue> calls = json["tool_calls"].items();
    for (const JsonValue &call : calls) {
        message.toolCalls.append({.id = call["id"].text(),
                                  .name = call["name"].text(),
                                  .arguments = call["arguments"].text()});
    }
    return message;
}

Usage usageOf(const JsonValue &json)
{
    return {.prompt = json["prompt"].integer().value_or(0),
            .cachedRead = json["cached_read"].integer().value_or(0),
            .cacheWrite = json["cache_write"].integer().value_or(0),
            .completion = json["completion"].integer().value_or(0),
            .reasoning = json["reasoning"].integer().value_or(0),
            .reportedCost = moneyOf(json["reported_cost_usd"]),
            .tier = json["tier"].text(),
            .basis = json["reported"].isTrue() ? Usage::Basis::Provider : Usage::Basis::Estimated};
}

Timing timingOf(const JsonValue &json)
{
    return {.queued = json["queued"].integer().value_or(-1),
            .connected = json["connected"].integer().value_or(-1),
            .firstToken = json["first_token"].integer().value_or(-1),
            .total = json["total"].integer().value_or(-1)};
}

Headers headersOf(const JsonValue &json)
{
    Headers headers;
    const QList<JsonValue> listed = json.items();
    for (const JsonValue &header : listed) {
        const QList<JsonValue> pair = header.items();
        if (pair.size() == 2)
            headers.append({bytesOf(pair[0]), bytesOf(pair[1])});
    }
    return headers;
}

Attempt attemptOf(const JsonValue &json, const QString &conversationId)
{
    Attempt attempt{.id = json["id"].text(),
                    .conversationId = conversationId,
                    .messageId = json["message"].text(),
                    .provider = json["provider"].text(),
                    .assigned = json["assigned"].text(),
                    .model = json["model"].text(),
                    .strategy = json["strategy"].text(),
                    .at = timeOf(json["at"]),
                    .state =
                        attemptStateFromName(json["state"].text()).value_or(Attempt::State::Failed),
                    .requestUrl = bytesOf(json["request_url"]),
                    .requestHeaders = headersOf(json["request_headers"]),
                    .requestBody = bytesOf(json["request_body"]),
                    .plan = bytesOf(json["plan"]),
                    .status = intOf(json["status"]),
                    .responseHeaders = headersOf(json["response_headers"]),
                    .responseBody = bytesOf(json["response_body"]),
                    .error = json["error"].text(),
                    .usage = usageOf(json["usage"]),
                    .timing = timingOf(json["timing_ms"])};
    const QList<JsonValue> retries = json["retries"].items();
    for (const JsonValue &retry : retries)
        attempt.retries.append({.reason = retry["reason"].text(),
                                .waitedMs = retry["waited_ms"].integer().value_or(0),
                                .provider = retry["provider"].text(),
                                .wasSent = !retry["sent"].isFalse()});
    const QList<JsonValue> remarks = json["remarks"].items();
    for (const JsonValue &remark : remarks)
        attempt.remarks.append(remark.text());
    return attempt;
}

Rates ratesOf(const JsonValue &json)
{
    return {.input = json["input"].integer().value_or(0),
            .output = json["output"].integer().value_or(0),
            .cachedRead = json["cached_read"].integer(),
            .cacheWrite = json["cache_write"].integer(),
            .reasoning = json["reasoning"].integer()};
}

Charge chargeOf(const JsonValue &json, const QString &conversationId)
{
    return {.id = json["id"].text(),
            .attemptId = json["attempt"].text(),
            .conversationId = conversationId,
            .messageId = json["message"].text(),
            .userId = json["user"].text(),
            .at = timeOf(json["at"]),
            .provider = json["provider"].text(),
            .model = json["model"].text(),
            .strategy = json["strategy"].text(),
            .kind = chargeKindFromName(json["kind"].text()).value_or(Charge::Kind::Turn),
            .usage = usageOf(json["usage"]),
            .amount = moneyOf(json["amount_usd"]),
            .basis = chargeBasisFromName(json["basis"].text()).value_or(Charge::Basis::Unpriced),
            .rates = ratesOf(json["rates_pico_usd"]),
            .priceRow = json["price_row"].text()};
}

Summary summaryOf(const JsonValue &json, const QString &conversationId)
{
    return {.id = json["id"].text(),
            .text = json["text"].text(),
            .lastCovered = json["last_covered"].text(),
            .madeBy = json["made_by"].text(),
            .conversationId = conversationId,
            .createdAt = timeOf(json["created_at"]),
            .version = intOf(json["version"])};
}

QSet<QString> idsIn(const JsonValue &json)
{
    QSet<QString> ids;
    const QList<JsonValue> items = json.items();
    for (const JsonValue &item : items)
        ids.insert(item.text());
    return ids;
}

void readMessages(const JsonValue &json, Bundle &bundle, ImportDesk &desk)
{
    const QList<JsonValue> messages = json["messages"].items();
    QSet<QString> seen;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString id = messages[i]["id"].text();
        const QString where = u"message %1"_s.arg(i + 1);
        const std::optional<Role> role = roleFromName(messages[i]["role"].text());
        if (id.isEmpty() || seen.contains(id)) {
            desk.leftOut.append({where, u"its id is missing or used twice"_s});
        } else if (!role) {
            desk.leftOut.append(unknownRole(i, messages[i]["role"].text()));
        } else {
            seen.insert(id);
            bundle.messages.append(messageOf(messages[i], *role, bundle.conversation.id));
        }
    }
    bundle.messages = parentsFirst(bundle.messages);
}

} // namespace

bool SkeinImporter::recognises(const JsonValue &conversation) const
{
    return conversation["skein"].isNumber() && conversation["conversation"].isObject();
}

Result<Bundle> SkeinImporter::read(const JsonValue &json, ImportDesk &desk) const
{
    if (json["skein"].integer().value_or(0) > SkeinExporter::version)
        return Error{Error::Kind::StoreNewer, u"it was written by a later version of Skein"_s};
    Bundle bundle{.conversation = conversationOf(json["conversation"])};
    const QString id = bundle.conversation.id;
    if (id.isEmpty())
        return Error{Error::Kind::BadInput, u"it has no id"_s};
    readMessages(json, bundle, desk);
    const QList<JsonValue> attempts = json["attempts"].items();
    for (const JsonValue &attempt : attempts)
        bundle.attempts.append(attemptOf(attempt, id));
    const QList<JsonValue> charges = json["charges"].items();
    for (const JsonValue &charge : charges)
        bundle.charges.append(chargeOf(charge, id));
    const QList<JsonValue> summaries = json["summaries"].items();
    for (const JsonValue &summary : summaries)
        bundle.summaries.append(summaryOf(summary, id));
    bundle.marks = {idsIn(json["pinned_messages"]), idsIn(json["excluded_messages"])};
    return bundle;
}

} // namespace Core
