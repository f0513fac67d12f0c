#include "core/net/errorclass.h"

#include "core/base/redact.h"
#include "core/base/text.h"
#include "core/net/goduration.h"
#include "core/net/retryafter.h"
#include "core/net/wirejson.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

using Kind = Error::Kind;

constexpr int longestDetail = 500;

/// What a provider says went wrong, from whichever of the known shapes.
struct Report
{
    QString message;
    QString words; ///< code, type and message in lower case, to look for words in
    int status = 0;
    qint64 asked = -1;
    qint64 limit = -1;
    bool moderated = false;
};

template <typename Words>
bool hasAny(const QString &text, const Words &words)
{
    return std::any_of(std::begin(words), std::end(words),
                       [&text](QLatin1String word) { return text.contains(word); });
}

WireJson reportIn(const WireJson &root)
{
    for (const char *key : {"error", "errors", "detail"}) {
        const WireJson found = root[key];
        if (found.isArray())
            return found.first();
        if (found.isObject())
            return found["error"].isObject() ? found["error"] : found;
    }
    return root;
}

QString messageIn(const WireJson &root, const WireJson &report)
{
    for (const char *key : {"message", "msg", "error", "detail"}) {
        if (const QString text = report[key].text(); !text.isEmpty())
            return text;
    }
    for (const char *key : {"error", "detail", "message"}) {
        if (const QString text = root[key].text(); !text.isEmpty())
            return text;
    }
    return report.text();
}

Report reportFrom(const WireJson &root, int status)
{
    const WireJson found = reportIn(root);
    const WireJson metadata = found["metadata"]; // OpenRouter's: the upstream's own words
    Report report{.message = messageIn(root, found), .status = status};
    report.words = QStringList{found["code"].text(),
                               found["type"].text(),
                               found["status"].text(),
                               metadata["raw"].text(),
                               found["innererror"]["code"].text(),
                               report.message}
                       .join(u'\n')
                       .toLower();
    const qint64 code = found["code"].integer().value_or(found["status"].integer().value_or(0));
    if (status == 0 && code >= 400 && code < 600)
        report.status = int(code);
    report.asked = found["n_prompt_tokens"].integer().value_or(-1); // llama.cpp
    report.limit = found["n_ctx"].integer().value_or(-1);
    report.moderated = metadata["flagged_input"].isSomething();
    return report;
}

bool isQuota(const Report &report)
{
    static constexpr QLatin1String words[] = {
        "insufficient_quota"_L1,   "exceeded your current quota"_L1,
        "usage_limit_reached"_L1,  "billing_hard_limit_reached"_L1,
        "billing_not_active"_L1,   "credit balance"_L1,
        "insufficient balance"_L1, "insufficient credits"_L1,
        "insufficient_balance"_L1, "insufficient_credits"_L1,
        "requires more credits"_L1};
    return report.status == 402 || hasAny(report.words, words);
}

bool isThrottled(const Report &report)
{
    static constexpr QLatin1String words[] = {"rate limit"_L1,        "rate_limit"_L1,
                                              "ratelimit"_L1,         "throttl"_L1,
                                              "too many requests"_L1, "tokens per min"_L1,
                                              "requests per min"_L1,  "resource_exhausted"_L1};
    return report.status == 429 || hasAny(report.words, words);
}

bool isFiltered(const Report &report)
{
    static constexpr QLatin1String words[] = {
        "content_filter"_L1, "content_policy_violation"_L1, "responsibleaipolicyviolation"_L1,
        "moderation_blocked"_L1, "content management policy"_L1};
    return report.moderated || hasAny(report.words, words);
}

/// Asked only after isThrottled(), whose messages speak of too many tokens as well.
bool isTooLong(const Report &report)
{
    static constexpr QLatin1String other[] = {"string_above_max_length"_L1, "string too long"_L1};
    static constexpr QLatin1String words[] = {
        "context_length"_L1,
        "exceed_context_size"_L1,
        "maximum context length"_L1,
        "maximum context limit"_L1,
        "exceed context limit"_L1,
        "exceeds the context window"_L1,
        "longer than the model's context"_L1,
        "exceed the configured limit"_L1,
        "exceeds the available context size"_L1,
        "exceeds the maximum number of tokens"_L1,
        "exceeds the maximum allowed input length"_L1,
        "maximum input length"_L1,
        "prompt is too long"_L1,
        "input is too long"_L1,
        "length of all messages is too long"_L1,
        "reduce the length of the messages"_L1,
        "`inputs` tokens + `max_new_tokens`"_L1,
        "`inputs` must have less than"_L1,
    };
    return !hasAny(report.words, other) && hasAny(report.words, words);
}

bool isOverloaded(const Report &report)
{
    static constexpr QLatin1String words[] = {"overloaded"_L1,          "server_error"_L1,
                                              "internal_error"_L1,      "api_error"_L1,
                                              "service unavailable"_L1, "unavailable"_L1};
    return report.status >= 500 || hasAny(report.words, words);
}

bool isUnauthorized(const Report &report)
{
    static constexpr QLatin1String words[] = {"invalid_api_key"_L1, "authentication_error"_L1,
                                              "permission_error"_L1, "incorrect api key"_L1};
    return report.status == 401 || report.status == 403 || hasAny(report.words, words);
}

bool isMissing(const Report &report)
{
    static constexpr QLatin1String words[] = {"model_not_found"_L1, "not_found_error"_L1};
    return report.status == 404 || hasAny(report.words, words);
}

Kind kindOf(const Report &report)
{
    if (isQuota(report))
        return Kind::QuotaExhausted;
    if (report.status == 401)
        return Kind::Unauthorized;
    if (isThrottled(report))
        return Kind::RateLimited;
    if (report.status != 503 && isTooLong(report))
        return Kind::ContextExceeded;
    if (isFiltered(report))
        return Kind::ContentFiltered;
    if (isUnauthorized(report))
        return Kind::Unauthorized;
    if (isMissing(report))
        return Kind::NotFound;
    if (report.status == 408)
        return Kind::TimedOut;
    if (isOverloaded(report))
        return Kind::ServerFailed;
    if (report.status >= 400 || report.words.contains("invalid_request"_L1))
        return Kind::Rejected;
    return report.status >= 300 ? Kind::BadReply : Kind::ServerFailed;
}

/// "265,330" and "265_330" are one number.
QString withoutSeparators(QString text)
{
    static const QRegularExpression separator(u"(?<=\\d)[,_](?=\\d{3}(?!\\d))"_s);
    return text.remove(separator);
}

qint64 largestNumberIn(const QString &text)
{
    static const QRegularExpression number(u"(?<![\\w.-])\\d{1,12}(?![\\w-])"_s);
    qint64 largest = -1;
    for (auto match = number.globalMatch(text); match.hasNext();)
        largest = std::max(largest, match.next().captured().toLongLong());
    return largest;
}

qint64 firstMatch(const QRegularExpression &pattern, const QString &text)
{
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()).toLongLong() : -1;
}

/// Messages name the limit after words like "maximum"; what was asked is the largest number
/// beyond it, since the parts that it is made of are named too.
void findContextNumbers(const QString &words, Error &error)
{
    static const QRegularExpression limitAfter(
        u"(?:context length (?:is|of)|context length \\(|limit(?: is| of|:)|input length (?:is|of)|"
        "tokens allowed \\(|context size \\(|<=|less than|>|window (?:is|of)) ?(\\d{2,12})"_s);
    static const QRegularExpression limitBefore(u"(\\d{2,12})(?: tokens?)? maximum"_s);
    const QString text = withoutSeparators(words);
    if (error.limit < 0)
        error.limit = firstMatch(limitAfter, text);
    if (error.limit < 0)
        error.limit = firstMatch(limitBefore, text);
    const qint64 largest = largestNumberIn(text);
    if (error.asked < 0 && error.limit >= 0 && largest > error.limit)
        error.asked = largest;
}

/// "Limit 30000, Used 29000, Requested 2000": a request that alone is beyond the limit will
/// never pass, however long one waits.
void findRateNumbers(const QString &words, Error &error)
{
    static const QRegularExpression limit(u"limit:? (\\d{1,12})"_s);
    static const QRegularExpression requested(u"requested:? (\\d{1,12})"_s);
    const QString text = withoutSeparators(words);
    error.asked = firstMatch(requested, text);
    error.limit = error.asked < 0 ? -1 : firstMatch(limit, text);
}

qint64 waitNamedIn(const QString &words)
{
    static const QRegularExpression again(u"(?:try again|retry) in ([0-9.hmsun]*[hms])"_s);
    const QRegularExpressionMatch match = again.match(words);
    return match.hasMatch() ? millisecondsFromGo(match.captured(1)).value_or(-1) : -1;
}

Error errorOf(const Report &report)
{
    Error error{.kind = kindOf(report),
                .detail = redacted(firstLine(report.message, longestDetail)),
                .status = report.status,
                .asked = report.asked,
                .limit = report.limit};
    if (error.kind == Kind::ContextExceeded)
        findContextNumbers(report.words, error);
    if (error.kind == Kind::RateLimited) {
        findRateNumbers(report.words, error);
        error.retryAfterMs = waitNamedIn(report.words);
    }
    return error;
}

/// A web page, as a proxy or the portal of a hotel's network sends it.
QString titleOf(const QString &page)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)</title"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return u"a web page: %1"_s.arg(title.match(page).captured(1).simplified());
}

Report reportFromBody(int status, QByteArrayView body)
{
    WireParser parser;
    const Result<WireJson> parsed = parser.parse(body);
    if (parsed)
        return reportFrom(parsed->isArray() ? parsed->first() : *parsed, status);
    const QString text = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 65536)));
    Report report{.message = text.trimmed().startsWith(u'<') ? titleOf(text) : text,
                  .status = status};
    report.words = report.message.toLower();
    return report;
}

} // namespace

bool isProviderError(const WireJson &root)
{
    const WireJson error = root["error"];
    return error.isObject() || !error.text().isEmpty() || root["object"].text() == "error"_L1
        || root["type"].text() == "error"_L1;
}

Error errorFrom(const WireJson &root, int status)
{
    return errorOf(reportFrom(root, status));
}

Error errorFromReply(int status, const Headers &headers, QByteArrayView body, const QDateTime &now)
{
    Error error = errorOf(reportFromBody(status, body));
    if (const auto wait = retryAfterMs(headers, now))
        error.retryAfterMs = *wait;
    if (status >= 300 && status < 400) {
        const QByteArray target = headerValue(headers, "location");
        error.detail = redacted(u"redirected to %1, which is not followed"_s.arg(
            QString::fromUtf8(target.split('?').first())));
    }
    if (error.detail.isEmpty())
        error.detail = u"HTTP %1"_s.arg(status);
    return error;
}

} // namespace Core
