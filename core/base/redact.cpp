#include "core/base/redact.h"

#include <QList>

#include <mutex>

namespace Core {

namespace {

// Shorter ones would turn ordinary words into stars; no provider hands out keys like that.
constexpr qsizetype shortestSecret = 6;

std::mutex guard;

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
}

void forgetSecrets()
{
    const std::lock_guard lock(guard);
    secrets().clear();
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
    {
        const std::lock_guard lock(guard);
        if (secrets().isEmpty()) // every text of the store comes by here
            return text;
    }
    return QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace Core
