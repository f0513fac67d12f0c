#pragma once

#include "core/exchange/json.h"

#include <QString>
#include <QStringList>

namespace Core {

/// What a message's content comes to when only text can be shown.
struct ContentText
{
    QString text;
    QString reasoning;
    bool isPlain = true; ///< false: there was more to it than text, so keep the original
};

/// Stands in a text for what is not text: "[image: receipt.png]", or "[image]" without a name.
QString chip(const QString &kind, const QString &name = {});

/// A fenced block of code whose fence is longer than any in `code`.
QString fenced(const QString &code, const QString &language = {});

/// Reads content as chat APIs write it: a text, a list of texts and typed parts, or nothing.
ContentText contentText(const JsonValue &content);

/// The non-empty ones, with `separator` between.
QString joined(const QStringList &texts, const QString &separator = QStringLiteral("\n\n"));

} // namespace Core
