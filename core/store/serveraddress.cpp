#include "core/store/serveraddress.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Error badUrl(const QString &detail, const QString &shown)
{
    return {.kind = Error::Kind::BadInput, .detail = detail, .where = shown};
}

/// What a URL may set; the rest is ours.
const QStringList &knownOptions()
{
    static const QStringList names{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s,
                                   u"sslkey"_s,  u"sslcrl"_s,      u"connect_timeout"_s};
    return names;
}

const QString *find(const ServerAddress &address, const QString &name)
{
    const auto found = std::find_if(address.options.cbegin(), address.options.cend(),
                                    [&](const auto &option) { return option.first == name; });
    return found == address.options.cend() ? nullptr : &found->second;
}

/// libpq looks for the authorities it trusts in the user's folder only.
QString trustedAuthorities()
{
    const QString own = QDir::homePath() + u"/.postgresql/root.crt"_s;
    return QFileInfo::exists(own) ? own : u"/etc/ssl/certs/ca-certificates.crt"_s;
}

Result<void> requireTls(ServerAddress &address)
{
    if (address.isOnThisMachine())
        return {};
    const QString *mode = find(address, u"sslmode"_s);
    if (mode && *mode != "verify-full"_L1)
        return badUrl(u"a server on another machine must be checked: sslmode=verify-full, "
                      "not %1"_s.arg(*mode),
                      address.shown());
    if (!mode)
        address.options.append({u"sslmode"_s, u"verify-full"_s});
    if (!find(address, u"sslrootcert"_s))
        address.options.append({u"sslrootcert"_s, trustedAuthorities()});
    return {};
}

} // namespace

Result<ServerAddress> ServerAddress::fromUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    ServerAddress address{.host = url.host(QUrl::FullyDecoded),
                          .port = url.port(),
                          .database = url.path(QUrl::FullyDecoded).mid(1),
                          .user = url.userName(QUrl::FullyDecoded),
                          .password = url.password(QUrl::FullyDecoded)};
    if (!url.isValid())
        return badUrl(u"this is no URL of a server"_s, url.toString(QUrl::RemovePassword));
    if (address.database.isEmpty() || address.database.contains(u'/'))
        return badUrl(u"a server is named as postgresql://user@host/database"_s, address.shown());
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == "host"_L1 && address.host.isEmpty()) {
            address.host = value; // the usual way to name the folder of a socket
            continue;
        }
        if (!knownOptions().contains(name) || value.contains(u';'))
            return badUrl(u"%1 cannot be set here"_s.arg(name), address.shown());
        address.options.append({name, value});
    }
    if (const Result<void> safe = requireTls(address); !safe)
        return safe.error();
    return address;
}

QString ServerAddress::shown() const
{
    const bool isSocket = host.startsWith(u'/');
    return u"postgresql://%1%2%3/%4%5"_s.arg(user.isEmpty() ? QString() : user + u'@',
                                             isSocket ? QString() : host,
                                             port < 0 ? QString() : u":%1"_s.arg(port), database,
                                             isSocket ? u"?host="_s + host : QString());
}

bool ServerAddress::isOnThisMachine() const
{
    return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1
        || QHostAddress(host).isLoopback();
}

} // namespace Core
