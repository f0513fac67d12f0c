#include "core/store/redisaddress.h"

#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOnThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

Result<RedisAddress> RedisAddress::fromUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    RedisAddress address{.host = url.host(QUrl::FullyDecoded),
                         .port = quint16(url.port(6379)),
                         .database = url.path().mid(1).toInt(),
                         .user = url.userName(QUrl::FullyDecoded).toUtf8(),
                         .password = url.password(QUrl::FullyDecoded).toUtf8(),
                         .isTls = url.scheme() == "rediss"_L1,
                         .authority =
                             QUrlQuery(url).queryItemValue(u"cafile"_s, QUrl::FullyDecoded)};
    const bool isRedis = address.isTls || url.scheme() == "redis"_L1;
    if (!url.isValid() || !isRedis || address.host.isEmpty())
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"a Redis is named as rediss://host/0"_s,
                     .where = url.toDisplayString(QUrl::RemovePassword)};
    if (!address.isTls && !isOnThisMachine(address.host))
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"a Redis on another machine must be checked: rediss, not redis"_s,
                     .where = address.shown()};
    return address;
}

QString RedisAddress::shown() const
{
    return u"%1://%2%3:%4/%5"_s
        .arg(isTls ? u"rediss"_s : u"redis"_s,
             user.isEmpty() ? QString() : QString::fromUtf8(user) + u'@', host)
        .arg(port)
        .arg(database);
}

} // namespace Core
