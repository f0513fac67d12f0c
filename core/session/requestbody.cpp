#include "core/session/requestbody.h"

#include "core/context/planjson.h"

namespace Core {

QByteArray requestBody(const Turn &turn, const ContextPlan &plan)
{
    // Written by hand and not through QJsonObject, which sorts the names: a person who reads
    // the request finds the model first and the messages before the parameters.
    QByteArray body = "{\"model\":" + jsonString(turn.model);
    body += ",\"messages\":";
    appendRequest(body, plan);
    body += ",\"temperature\":" + QByteArray::number(turn.temperature, 'g', 6);
    body +=
        turn.provider.wantsMaxCompletionTokens ? ",\"max_completion_tokens\":" : ",\"max_tokens\":";
    body += QByteArray::number(turn.maxTokens);
    if (turn.stream) {
        body += ",\"stream\":true";
        if (turn.provider.acceptsStreamOptions)
            body += ",\"stream_options\":{\"include_usage\":true}";
    }
    body += '}';
    return body;
}

} // namespace Core
