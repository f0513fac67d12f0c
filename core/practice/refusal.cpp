#include "core/practice/refusal.h"

#include "core/practice/practicejson.h"

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

Refusal rateLimited(const Headers &headers)
{
    return {429,
            errorJson(u"Rate limit reached for practice requests. Please try again later."_s,
                      u"requests"_s, u"rate_limit_exceeded"_s),
            headers};
}

Refusal page()
{
    return {200,
            "<!DOCTYPE html><html><head><title>Welcome to the guest network</title></head>"
            "<body><p>Please accept the terms.</p></body></html>\n",
            {},
            "text/html"};
}

} // namespace

std::optional<Refusal> refusalFor(Fault fault, const PracticeModel &model)
{
    switch (fault) {
    case Fault::RateLimit:
        return rateLimited({{"Retry-After", "1"}});
    case Fault::RateLimitNoHeader:
        return rateLimited({});
    case Fault::ServerError:
        return Refusal{500,
                       errorJson(u"The server had an error while processing your request."_s,
                                 u"server_error"_s, {})};
    case Fault::Unavailable:
        return Refusal{503,
                       errorJson(u"The engine is currently overloaded."_s, u"server_error"_s, {})};
    case Fault::Quota:
        return Refusal{429,
                       errorJson(u"You exceeded your current quota, please check your plan "
                                 "and billing details."_s,
                                 u"insufficient_quota"_s, u"insufficient_quota"_s)};
    case Fault::Unauthorized:
        return Refusal{401,
                       errorJson(u"Incorrect API key provided."_s, u"invalid_request_error"_s,
                                 u"invalid_api_key"_s)};
    case Fault::ContextOverflow:
        return overWindow(model, model.window + 1, -1);
    case Fault::Html:
        return page();
    case Fault::SlowStart:
    case Fault::Stall:
    case Fault::Cut:
    case Fault::Garbage:
    case Fault::DoubleUsage:
    case Fault::ErrorMidStream:
        break;
    }
    return std::nullopt;
}

Refusal badRequest(const QString &message)
{
    return {400, errorJson(message, u"invalid_request_error"_s, {})};
}

Refusal unknownModel(const QString &model)
{
    return {
        404,
        errorJson(u"The model `%1` does not exist or you do not have access to it."_s.arg(model),
                  u"invalid_request_error"_s, u"model_not_found"_s)};
}

Refusal overWindow(const PracticeModel &model, int promptTokens, int maxTokens)
{
    const QString limit = u"This model's maximum context length is %1 tokens. "_s.arg(model.window);
    const QString asked = maxTokens < 0
        ? u"However, your messages resulted in %1 tokens. "
          "Please reduce the length of the messages."_s.arg(promptTokens)
        : u"However, you requested %1 tokens (%2 in the messages, %3 in the completion). "
          "Please reduce the length of the messages or completion."_s.arg(promptTokens + maxTokens)
              .arg(promptTokens)
              .arg(maxTokens);
    return {400,
            errorJson(limit + asked, u"invalid_request_error"_s, u"context_length_exceeded"_s)};
}

} // namespace Core
