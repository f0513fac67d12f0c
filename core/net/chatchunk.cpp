#include "core/net/chatchunk.h"

#include "core/net/errorclass.h"
#include "core/net/wirejson.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr int largestIndex = 127; // no model calls more tools at once; beyond is garbage

constexpr qint64 mostReported = 20'000'000; // twice the widest window; more was never asked
constexpr qsizetype mostOddUsage = 1000; // characters that are kept of it

/// A number of tokens as a provider reports it.
struct Count
{
    std::optional<qint64> tokens; ///< nothing where none is reported, or none that can be
    bool isOdd = false; ///< something is reported that cannot be

    Count orElse(const Count &other) const { return tokens || isOdd ? *this : other; }
};

/// The first of `keys` that holds a count.
Count countIn(const WireJson &object, std::initializer_list<const char *> keys)
{
    Count found;
    for (const char *key : keys) {
        const WireJson value = object[key];
        const std::optional<qint64> count = value.integer();
        if (count && *count >= 0 && *count <= mostReported)
            return {.tokens = count};
        found.isOdd = found.isOdd || value.isSomething();
    }
    return found;
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

/// Some servers say the same in several places.
QString firstText(const WireJson &text, const WireJson &other, const WireJson &details)
{
    if (const QString found = text.text(); !found.isEmpty())
        return found;
    if (const QString found = other.text(); !found.isEmpty())
        return found;
    QString joined;
    for (const WireJson &detail : details.elements())
        joined += detail["text"].text() + detail["summary"].text();
    return joined;
}

void append(QString &text, const QString &piece)
{
    if (text.isEmpty())
        text = piece; // shares it
    else
        text += piece;
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

void readDelta(const WireJson &delta, ChatChunk &chunk)
{
    const auto [content, refusal, reasoningContent, reasoning, details, calls, oldCall] =
        delta.pick<7>({"content", "refusal", "reasoning_content", "reasoning", "reasoning_details",
                       "tool_calls", "function_call"});
    append(chunk.text, contentFrom(content));
    append(chunk.text, refusal.text());
    append(chunk.reasoning, firstText(reasoningContent, reasoning, details));
    for (const WireJson &call : calls.elements())
        chunk.toolCalls.append(toolCallFrom(call));
    if (oldCall.isObject())
        chunk.toolCalls.append(functionFrom(oldCall));
}

/// Where the usage of a chunk may hide, in the order of trust.
struct UsagePlaces
{
    WireJson top;
    WireJson groq; ///< an object of its own
    WireJson choice;
};

void readChoice(const WireJson &choice, ChatChunk &chunk, UsagePlaces &places)
{
    const auto [index, delta, message, finish, error, usage] =
        choice.pick<6>({"index", "delta", "message", "finish_reason", "error", "usage"});
    if (index.integer().value_or(0) != 0)
        return;
    if (delta.isObject())
        readDelta(delta, chunk);
    if (message.isObject())
        readDelta(message, chunk);
    if (const QString reason = finish.text(); !reason.isEmpty())
        chunk.finishReason = reason;
    if (error.isSomething())
        chunk.error = errorFrom(choice, 0);
    places.choice = usage;
}

ReportedUsage usageIn(const UsagePlaces &places)
{
    QString odd;
    for (const WireJson *usage : {&places.top, &places.groq, &places.choice}) {
        ReportedUsage found = usageFrom(*usage);
        if (found.usage)
            return found;
        if (odd.isEmpty())
            odd = found.odd;
    }
    return {.usage = {}, .odd = odd};
}

/// By the names of OpenAI, Groq and Anthropic; what they serve as usual has none.
std::optional<QString> tierFrom(const WireJson &tier)
{
    const QString said = tier.text().toLower();
    if (said.isEmpty())
        return std::nullopt;
    for (const QLatin1StringView usual :
         {"auto"_L1, "default"_L1, "standard"_L1, "on_demand"_L1, "scale"_L1}) {
        if (said == usual)
            return QString();
    }
    return said == "fast"_L1 ? u"priority"_s : said;
}

/// Gemini leaves out a count of zero, and others all but one; what is missing is not nothing.
void takeFromTotal(const WireJson &usage, Count &prompt, Count &completion)
{
    if (prompt.isOdd || completion.isOdd || (prompt.tokens && completion.tokens))
        return;
    Count &missing = prompt.tokens ? completion : prompt;
    const qint64 known = prompt.tokens ? *prompt.tokens : *completion.tokens;
    const Count total = countIn(usage, {"total_tokens"});
    if (total.tokens && *total.tokens >= known)
        missing.tokens = *total.tokens - known;
}

} // namespace

ReportedUsage usageFrom(const WireJson &usage)
{
    if (!usage.isObject())
        return {};
    Count prompt = countIn(usage, {"prompt_tokens", "input_tokens"});
    Count completion = countIn(usage, {"completion_tokens", "output_tokens"});
    if (!prompt.isOdd && !completion.isOdd && !prompt.tokens && !completion.tokens)
        return {};
    takeFromTotal(usage, prompt, completion);
    if (!prompt.tokens || !completion.tokens)
        return {.usage = {}, .odd = usage.compact().left(mostOddUsage)};

    const WireJson details = usage["prompt_tokens_details"];
    const Count cached =
        countIn(details, {"cached_tokens"})
            .orElse(countIn(
                usage, {"prompt_cache_hit_tokens", "cached_tokens", "cache_read_input_tokens"}));
    const Count written = countIn(details, {"cache_write_tokens"})
                              .orElse(countIn(usage, {"cache_creation_input_tokens"}));
    const Count reasoning = countIn(usage["completion_tokens_details"], {"reasoning_tokens"})
                                .orElse(countIn(usage, {"reasoning_tokens"}));
    const Usage said{.prompt = prompt.tokens.value_or(0),
                     .cachedRead = cached.tokens.value_or(0),
                     .cacheWrite = written.tokens.value_or(0),
                     .completion = completion.tokens.value_or(0),
                     .reasoning = reasoning.tokens.value_or(0),
                     .reportedCost = costFrom(usage["cost"]),
                     .basis = Usage::Basis::Provider};
    const Usage fitting = withinReason(said);
    const bool isOdd = cached.isOdd || written.isOdd || reasoning.isOdd || fitting != said;
    return {.usage = fitting, .odd = isOdd ? usage.compact().left(mostOddUsage) : QString()};
}

Result<ChatChunk> parseChunk(WireParser &parser, QByteArrayView json)
{
    const Result<WireJson> parsed = parser.parse(json);
    if (!parsed)
        return parsed.error();
    const WireJson root = parsed->isArray() ? parsed->first() : *parsed; // Gemini wraps its errors
    if (!root.isObject())
        return Error{Error::Kind::BadReply, u"a chunk is not an object"_s};

    const auto [model, error, object, type, choices, usage, groq, tier] = root.pick<8>(
        {"model", "error", "object", "type", "choices", "usage", "x_groq", "service_tier"});
    ChatChunk chunk;
    chunk.model = model.text();
    if (error.isSomething() || object.isText("error") || type.isText("error")) {
        if (isProviderError(root))
            chunk.error = errorFrom(root, 0);
    }
    UsagePlaces places{.top = usage, .groq = groq["usage"]};
    for (const WireJson &choice : choices.elements())
        readChoice(choice, chunk, places);
    ReportedUsage reported = usageIn(places);
    chunk.usage = std::move(reported.usage);
    chunk.oddUsage = std::move(reported.odd);
    chunk.tier = tierFrom(tier);
    return chunk;
}

} // namespace Core
