#pragma once

#include <QString>
#include <QtGlobal>

#include <mutex>

namespace Core {

/// The socket of a connection to a server, which any thread may end so that what waits there for
/// an answer that does not come fails now. May outlive the connection.
class ServerLine
{
    Q_DISABLE_COPY_MOVE(ServerLine)

public:
    ServerLine() = default;

    /// By the connection; -1, before it closes the socket: another may get the number then.
    void set(int socket);
    void hangUp();

private:
    std::mutex m_guard;
    int m_socket = -1;
};

/// Ends what this process has begun to connect to that server. Once it is let in, the driver asks
/// for this and that without a limit of time, and tells its socket only afterwards; a pooler whose
/// server is away lets everybody in.
void hangUpConnecting(const QString &url);

} // namespace Core
