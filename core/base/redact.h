#pragma once

#include <QByteArray>
#include <QString>

namespace Core {

/// Secrets that must never be seen in a log, an error, an export or the store. Redaction is
/// by value: whatever text passes, every known secret in it becomes "***". Thread-safe; the
/// one process-wide register, because a secret stays a secret in every room.
void rememberSecret(const QByteArray &secret);
void forgetSecrets();

QByteArray redacted(QByteArray text);
QString redacted(const QString &text);

} // namespace Core
