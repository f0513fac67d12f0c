#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Core {

/// What a client asks of /v1/chat/completions, as far as the practice provider minds it.
struct PracticeRequest
{
    QString model;
    QList<Message> messages;
    bool stream = false;
    bool includeUsage = false;
    int maxTokens = -1; ///< -1: not said
};

/// Reads the body of a chat request. BadInput says what is wrong with it.
Result<PracticeRequest> practiceRequestFrom(const QByteArray &body);

} // namespace Core
