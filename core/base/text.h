#pragma once

#include <QByteArrayView>
#include <QString>

namespace Core {

/// The one gate that text passes before it is stored or sent: NUL is dropped and a lone
/// surrogate becomes U+FFFD, because databases cut at the first and garble the second
/// (QPSQL and QSQLITE, measured with Qt 6.4.2). Nothing else changes.
QString cleanText(QString text);

/// The offset of the first byte that is not valid UTF-8, or -1.
qsizetype firstInvalidUtf8(QByteArrayView bytes);

/// The first line with something in it, white space folded, at most `length` characters.
/// Used for titles and for the last line in lists.
QString firstLine(const QString &text, int length = 80);

/// As QString::normalized(), in time that grows with the length: Qt 6.4 puts what each character
/// decomposes into in its place and moves all behind it, so that megabytes of Vietnamese took
/// minutes.
QString normalizedText(const QString &text, QString::NormalizationForm form);

/// Lower case without diacritics, and d for đ, as search compares text.
QString foldedText(const QString &text);

} // namespace Core
