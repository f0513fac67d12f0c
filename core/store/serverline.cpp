#include "core/store/serverline.h"

#include "core/store/serveraddress.h"

#include <QByteArray>
#include <QDir>
#include <QtEndian>

#include <fcntl.h>
#include <netinet/in.h>
#include <set>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the connections that are made.
class Sockets
{
public:
    void add(int socket)
    {
        const std::lock_guard lock(m_guard);
        m_sockets.insert(socket);
    }
    void remove(int socket)
    {
        const std::lock_guard lock(m_guard);
        m_sockets.erase(socket);
    }
    bool contains(int socket)
    {
        const std::lock_guard lock(m_guard);
        return m_sockets.count(socket) > 0;
    }

private:
    std::mutex m_guard;
    std::set<int> m_sockets;
};

Sockets &madeSockets()
{
    static Sockets sockets;
    return sockets;
}

union Peer {
    sockaddr any;
    sockaddr_in inet;
    sockaddr_in6 inet6;
    sockaddr_un local;
};

bool leadsTo(int socket, quint16 port)
{
    Peer peer = {};
    socklen_t size = sizeof peer;
    if (::getpeername(socket, &peer.any, &size) != 0)
        return false;
    switch (peer.any.sa_family) {
    case AF_INET:
        return qFromBigEndian(peer.inet.sin_port) == port;
    case AF_INET6:
        return qFromBigEndian(peer.inet6.sin6_port) == port;
    case AF_UNIX:
        return QByteArrayView(peer.local.sun_path).endsWith(".s.PGSQL." + QByteArray::number(port));
    default:
        return false;
    }
}

} // namespace

void ServerLine::set(int socket)
{
    const std::lock_guard lock(m_guard);
    if (m_socket >= 0)
        madeSockets().remove(m_socket);
    m_socket = socket;
    if (m_socket >= 0)
        madeSockets().add(m_socket);
}

void ServerLine::hangUp()
{
    const std::lock_guard lock(m_guard);
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

void hangUpConnecting(const QString &url)
{
    const Result<ServerAddress> address = ServerAddress::fromUrl(url);
    if (!address)
        return;
    const quint16 port = quint16(address->port < 0 ? 5432 : address->port);
    for (const QString &name : QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files)) {
        const int socket = name.toInt();
        // One of our own for it: meanwhile the number may become another's.
        const int held = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
        if (held < 0)
            continue;
        if (leadsTo(held, port) && !madeSockets().contains(socket))
            ::shutdown(held, SHUT_RDWR);
        ::close(held);
    }
}

} // namespace Core
