#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// Standard output, buffered by the C library. False once the reader has gone.
bool print(const QByteArray &utf8);
bool printLine(const QString &text = {});
bool printJson(const QJsonObject &object); ///< one document, one line
void flushOutput();

/// A table for people: columns padded to their widest cell, those in `right` aligned to the
/// right.
QString table(const QStringList &head, const QList<QStringList> &rows,
              const QList<int> &right = {});

/// "1 message", "2 messages": English, for the verbs.
QString counted(qint64 count, const QString &one, const QString &many);

/// Whether standard error is a terminal: only then progress is drawn.
bool progressWanted();
