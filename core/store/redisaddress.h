#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Core {

/// Where a Redis is, from a URL such as redis://localhost:6379/0 or
/// rediss://user:password@cache.example.com/0?cafile=/etc/team.crt. Off this machine only
/// rediss: is taken, whose certificate is checked.
struct RedisAddress
{
    QString host;
    quint16 port = 6379;
    int database = 0;
    QByteArray user;
    QByteArray password;
    bool isTls = false;
    QString authority; ///< a file with certificates to trust; empty: the system's

    static Result<RedisAddress> fromUrl(const QString &url);

    QString shown() const; ///< as a URL without password and options
};

} // namespace Core
