#include "core/base/redact.h"

#include <QList>

#include <atomic>
#include <mutex>

namespace Core {

namespace {

// Shorter ones would turn ordinary words into stars; no provider hands out keys like that.
constexpr qsizetype shortestSecret = 6;

std::mutex guard;
std::atomic<bool> hasSecrets = false;

QList<QByteArray> &secrets()
{
    static QList<QByteArray> known;
    return known;
}

} // namespace

void rememberSecret(const QByteArray &secret)
{
    if (secret.size() < shortestSecret)
        return;
    const std::lock_guard lock(guard);
    if (!secrets().contains(secret))
        secrets().append(secret);
    hasSecrets = true;
}

void forgetSecrets()
{
    const std::lock_guard lock(guard);
    secrets().clear();
    hasSecrets = false;
}

QByteArray redacted(QByteArray text)
{
    const std::lock_guard lock(guard);
    for (const QByteArray &secret : std::as_const(secrets()))
        text.replace(secret, "***");
    return text;
}

QString redacted(const QString &text)
{
    if (!hasSecrets) // every text of the store comes by here, from many threads at once
        return text;
    return QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace Core
