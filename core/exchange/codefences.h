#pragma once

#include <QList>
#include <QString>

namespace Core {

/// A stretch of a message: prose, or the inside of a fenced block of code.
struct TextStretch
{
    QString text; ///< without the fences; lines as they were
    QString language; ///< of code, as far as told
    bool isCode = false;

    friend bool operator==(const TextStretch &, const TextStretch &) = default;
};

/// Cuts a text at its Markdown fences. A fence that is never closed reaches to the end.
QList<TextStretch> stretchesOf(const QString &text);

/// What has to be written behind `text` so that all its fences are closed; empty where they are.
QString missingFence(const QString &text);

} // namespace Core
