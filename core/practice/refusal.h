#pragma once

#include "core/chat/attempt.h"
#include "core/practice/fault.h"
#include "core/practice/practicemodels.h"

#include <QByteArray>

#include <optional>

namespace Core {

/// An answer that is no completion, in the words of OpenAI's API. A plain value.
struct Refusal
{
    int status = 400;
    QByteArray body;
    Headers headers;
    QByteArray type = "application/json";
};

/// What a fault answers instead of a completion; nothing for those that strike later.
std::optional<Refusal> refusalFor(Fault fault, const PracticeModel &model);

Refusal badRequest(const QString &message);
Refusal unknownModel(const QString &model);
Refusal overWindow(const PracticeModel &model, int promptTokens, int maxTokens);

} // namespace Core
