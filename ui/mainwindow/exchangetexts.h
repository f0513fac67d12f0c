#pragma once

#include "core/exchange/importer.h"

#include <QStringList>

/// What the window says about imports and exports.
namespace ExchangeTexts {

QString openTitle(); ///< of the dialog that chooses what to read
QString openFilter();
QString saveTitle();
/// The kinds of files that can be written, as a file dialog takes them, and the format of each.
QList<QPair<QString, QString>> saveKinds();
QString suggestedName(const QString &conversationTitle);

QString reading(qint64 conversations); ///< so far
QString cancel();
QString showLeftOut();

/// `added` and `there` count conversations, `leftOut` things that could not be read.
QString read(qint64 added, qint64 messages, qint64 there, qint64 leftOut);
QString leftOut(const QList<Core::LeftOut> &list); ///< one a line, the first few
QString written(const QString &path);

} // namespace ExchangeTexts
