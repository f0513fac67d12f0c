#include "core/store/filesync.h"

#include <QFile>

#include <unistd.h>

#include <fcntl.h>

namespace Core {

bool synced(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

} // namespace Core
