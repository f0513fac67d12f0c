#include "core/net/chatchunk.h"

#include "core/net/errorclass.h"
#include "core/net/wirejson.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr int largestIndex = 127; // no model calls more tools at once; beyond is garbage

/// The first of `keys` that holds a count.
std::optional<qint64> countIn(const WireJson &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const std::optional<qint64> count = object[key].integer())
            return std::max<qint64>(*count, 0);
    }
    return std::nullopt;
}

std::optional<Money> costFrom(const WireJson &cost)
{
    constexpr double sensible = 1e6; // dollars for one call; more is another unit
    const std::optional<double> dollars = cost.number();
    if (!dollars || !(*dollars >= 0) || *dollars > sensible)
        return std::nullopt;
    return Money{qint64(std::llround(*dollars * double(picoPerDollar)))};
}

/// A text, or a list of parts with texts.
QString contentFrom(const WireJson &content)
{
    if (!content.isArray())
        return content.text();
    QString joined;
    for (const WireJson &part : content.elements())
        joined += part.isString() ? part.text() : part["text"].text();
    return joined;
}

QString reasoningFrom(const WireJson &delta)
{
    for (const char *key : {"reasoning_content", "reasoning"}) {
        if (const QString text = delta[key].text(); !text.isEmpty())
            return text;
    }
    QString joined;
    for (const WireJson &detail : delta["reasoning_details"].elements())
        joined += detail["text"].text() + detail["summary"].text();
    return joined;
}

/// Arguments are a text; some servers send the object itself.
ToolCallDelta functionFrom(const WireJson &function)
{
    const WireJson arguments = function["arguments"];
    return {.index = {},
            .id = {},
            .name = function["name"].text(),
            .arguments = arguments.isObject() ? arguments.compact() : arguments.text()};
}

ToolCallDelta toolCallFrom(const WireJson &call)
{
    ToolCallDelta delta = functionFrom(call["function"]);
    delta.id = call["id"].text();
    const std::optional<double> index = call["index"].number();
    if (index && *index >= 0 && *index <= largestIndex && *index == std::trunc(*index))
        delta.index = int(*index);
    return delta;
}

bool isFirstChoice(const WireJson &choice)
{
    return choice["index"].integer().value_or(0) == 0;
}

void readDelta(const WireJson &delta, ChatChunk &chunk)
{
    chunk.text += contentFrom(delta["content"]) + delta["refusal"].text();
    chunk.reasoning += reasoningFrom(delta);
    for (const WireJson &call : delta["tool_calls"].elements())
        chunk.toolCalls.append(toolCallFrom(call));
    if (const WireJson old = delta["function_call"]; old.isObject())
        chunk.toolCalls.append(functionFrom(old));
}

void readChoice(const WireJson &choice, ChatChunk &chunk)
{
    readDelta(choice["delta"], chunk);
    readDelta(choice["message"], chunk);
    if (const QString reason = choice["finish_reason"].text(); !reason.isEmpty())
        chunk.finishReason = reason;
    if (choice["error"].isSomething())
        chunk.error = errorFrom(choice, 0);
}

/// Looked for where it is known to hide: at the top, in Groq's own object, in the choice.
std::optional<Usage> usageIn(const WireJson &root, const WireJson &choice)
{
    for (const WireJson &usage : {root["usage"], root["x_groq"]["usage"], choice["usage"]}) {
        if (auto found = usageFrom(usage))
            return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<Usage> usageFrom(const WireJson &usage)
{
    const auto prompt = countIn(usage, {"prompt_tokens", "input_tokens"});
    const auto completion = countIn(usage, {"completion_tokens", "output_tokens"});
    if (!prompt && !completion)
        return std::nullopt;

    Usage found{.basis = Usage::Basis::Provider};
    found.prompt = prompt.value_or(0);
    found.completion = completion.value_or(0);
    const WireJson details = usage["prompt_tokens_details"];
    const auto cached = countIn(details, {"cached_tokens"});
    found.cachedRead = cached
        ? *cached
        : countIn(usage, {"prompt_cache_hit_tokens", "cached_tokens", "cache_read_input_tokens"})
              .value_or(0);
    const auto written = countIn(details, {"cache_write_tokens"});
    found.cacheWrite =
        written ? *written : countIn(usage, {"cache_creation_input_tokens"}).value_or(0);
    const auto reasoning = countIn(usage["completion_tokens_details"], {"reasoning_tokens"});
    found.reasoning = reasoning ? *reasoning : countIn(usage, {"reasoning_tokens"}).value_or(0);
    found.reportedCost = costFrom(usage["cost"]);
    return found;
}

Result<ChatChunk> parseChunk(WireParser &parser, QByteArrayView json)
{
    const Result<WireJson> parsed = parser.parse(json);
    if (!parsed)
        return parsed.error();
    const WireJson root = parsed->isArray() ? parsed->first() : *parsed; // Gemini wraps its errors
    if (!root.isObject())
        return Error{Error::Kind::BadReply, u"a chunk is not an object"_s};

    ChatChunk chunk;
    chunk.model = root["model"].text();
    if (isProviderError(root))
        chunk.error = errorFrom(root, 0);
    WireJson first;
    for (const WireJson &choice : root["choices"].elements()) {
        if (!isFirstChoice(choice))
            continue;
        first = choice;
        readChoice(choice, chunk);
    }
    chunk.usage = usageIn(root, first);
    return chunk;
}

} // namespace Core
