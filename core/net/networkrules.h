#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QUrl>

namespace Core {

/// The address of `path` ("chat/completions") below a provider's base URL. BadInput where the
/// base has no scheme or host, is not https (http is for this machine only), or holds a user
/// name, a password, a query or a fragment.
Result<QUrl> endpoint(const QUrl &base, QStringView path);

/// The base URL that was meant: without the path of a call behind it, with https:// where no
/// scheme was typed, or http:// for this machine.
QUrl baseUrlFrom(const QString &typed);

/// Whether the host is this machine: localhost, 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

/// BadInput for a key that cannot stand in a header: something other than visible ASCII.
Result<> checkKey(const QByteArray &key);

/// A request for an API: HTTP/1.1, no redirects followed, no cookies, no cache, no compression,
/// our name as the user agent. `key` empty: no Authorization header.
QNetworkRequest apiRequest(const QUrl &url, const QByteArray &key);

/// The system's proxies for all but this machine, whose servers no proxy can reach.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

/// What may be shown of a URL: without user, query and fragment.
QString shownUrl(const QUrl &url);

} // namespace Core
