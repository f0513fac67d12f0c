#include "core/net/networkrules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Error badUrl(const QUrl &base, const QString &why)
{
    return {.kind = Error::Kind::BadInput, .detail = why, .where = shownUrl(base)};
}

} // namespace

Result<QUrl> endpoint(const QUrl &base, QStringView path)
{
    if (!base.isValid() || base.host().isEmpty())
        return badUrl(base, u"the base URL needs a scheme and a host"_s);
    if (!base.userInfo().isEmpty())
        return badUrl(base, u"the base URL may not hold a user name or a password"_s);
    // Azure wants the version of its interface there; a key in it would land in logs.
    const auto parts = QUrlQuery(base).queryItems();
    const bool onlyVersion = std::all_of(parts.cbegin(), parts.cend(), [](const auto &part) {
        return part.first == "api-version"_L1;
    });
    if (!onlyVersion)
        return badUrl(base,
                      u"the base URL may hold nothing but api-version behind a question mark; "
                      "keys have their own place"_s);
    if (base.hasFragment())
        return badUrl(base, u"the base URL may not hold a fragment"_s);
    const bool allowed =
        base.scheme() == "https"_L1 || (base.scheme() == "http"_L1 && isLoopback(base));
    if (!allowed)
        return badUrl(base, u"the base URL must be https; http is for this machine only"_s);

    QUrl url = base;
    QString whole = base.path();
    while (whole.endsWith(u'/'))
        whole.chop(1);
    url.setPath(whole + u'/' + path.toString());
    return url;
}

QUrl baseUrlFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.isEmpty() && !text.contains("://"_L1)) {
        const QUrl plain(u"http://"_s + text);
        text = isLoopback(plain) ? plain.toString() : u"https://"_s + text;
    }
    QUrl url(text);
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const auto &call : {"/chat/completions"_L1, "/completions"_L1, "/models"_L1}) {
        if (path.endsWith(call))
            path.chop(call.size());
    }
    url.setPath(path);
    return url;
}

bool isLoopback(const QUrl &url)
{
    if (url.host() == "localhost"_L1)
        return true;
    const QHostAddress address(url.host());
    return !address.isNull() && address.isLoopback();
}

Result<> checkKey(const QByteArray &key)
{
    const bool visible =
        std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!visible)
        return Error{Error::Kind::BadInput, u"the key holds something other than visible ASCII"_s};
    return {};
}

QNetworkRequest apiRequest(const QUrl &url, const QByteArray &key)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Set by hand, it also keeps Qt from unpacking: no bomb, no waiting for a full block.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent",
                         "skein/" + QCoreApplication::applicationVersion().toLatin1());
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key);
    return request;
}

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

QString shownUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace Core
