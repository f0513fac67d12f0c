#pragma once

#include "core/chat/usage.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Core {

/// An answer ready to be sent, whole or piece by piece.
struct PracticeAnswer
{
    QString id;
    QString model;
    qint64 created = 0; ///< seconds since 1970
    QStringList pieces; ///< one a token, or a few where a character needs them
    QString finishReason;
    Usage usage;
    bool includeUsage = false;
};

// The JSON that OpenAI's API documents for each of these, on one line.
QByteArray completionJson(const PracticeAnswer &answer);
QByteArray roleChunk(const PracticeAnswer &answer);
QByteArray textChunk(const PracticeAnswer &answer, const QString &text);
QByteArray finishChunk(const PracticeAnswer &answer);
QByteArray usageChunk(const PracticeAnswer &answer);
QByteArray modelsJson();
QByteArray modelJson(const QString &id);
QByteArray embeddingsJson(const QString &model, const QList<QList<float>> &vectors, int tokens,
                          bool asBase64);

QByteArray errorJson(const QString &message, const QString &type, const QString &code);

/// One event of a stream.
QByteArray sseEvent(const QByteArray &data);

} // namespace Core
