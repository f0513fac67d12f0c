#include "core/net/retryafter.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr qint64 aWeek = 7LL * 24 * 3600 * 1000;

std::optional<qint64> sensible(double milliseconds)
{
    if (!(milliseconds >= 0) || milliseconds > double(aWeek))
        return std::nullopt;
    return qint64(std::ceil(milliseconds));
}

std::optional<QDateTime> dateIn(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

std::optional<qint64> retryAfterMs(const Headers &headers, const QDateTime &now)
{
    for (const char *name : {"retry-after-ms", "x-ms-retry-after-ms"}) {
        bool ok = false;
        const double wait = headerValue(headers, name).trimmed().toDouble(&ok);
        if (ok && sensible(wait))
            return sensible(wait);
    }
    const QByteArray text = headerValue(headers, "retry-after").trimmed();
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (ok)
        return sensible(seconds * 1000);
    const std::optional<QDateTime> until = dateIn(text);
    if (!until)
        return std::nullopt;
    const QDateTime then = dateIn(headerValue(headers, "date")).value_or(now);
    return sensible(double(then.msecsTo(*until)));
}

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace Core
