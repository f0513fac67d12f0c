#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// A stream that came closed stays one that fails. The next file to be opened would have its number
/// else, and be written to by what is printed.
void holdClosedStreams();

/// Standard output, buffered by the C library. False once it takes no more.
bool print(const QByteArray &utf8);
bool printLine(const QString &text = {});
bool printJson(const QJsonObject &object); ///< one document, one line
void flushOutput();

/// Hands on the rest of what was printed; an error where any of it was lost: Cancelled where its
/// reader had read enough and gone.
Core::Result<> endOutput();

/// Standard output for what writes to a device; endOutput() tells why a write failed.
class OutputDevice final : public QIODevice
{
public:
    OutputDevice();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;
};

/// A table for people: columns padded to their widest cell, those in `right` aligned to the
/// right.
QString table(const QStringList &head, const QList<QStringList> &rows,
              const QList<int> &right = {});

/// "1 message", "2 messages": English, for the verbs.
QString counted(qint64 count, const QString &one, const QString &many);

/// Whether standard error is a terminal: only then progress is drawn.
bool progressWanted();
