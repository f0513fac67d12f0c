#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <utility>

namespace Core {

/// Where a server is and who asks, from a URL such as postgresql://user@host:5432/database.
/// Off this machine the server must show a certificate that is checked (sslmode=verify-full);
/// less is refused. postgresql://user@/database?host=/run/postgresql is a socket in that folder.
struct ServerAddress
{
    QString host;
    int port = -1; ///< -1: the usual one
    QString database;
    QString user;
    QString password; ///< empty: from PGPASSWORD or ~/.pgpass
    QList<std::pair<QString, QString>> options; ///< of the connection, such as sslrootcert

    static Result<ServerAddress> fromUrl(const QString &url);

    QString shown() const; ///< as a URL without password and options
    bool isOnThisMachine() const;
};

} // namespace Core
