#include "core/base/resources.h"

#include <QFile>

/// A library that is linked in has to be asked for its resources, from outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(core);
}

namespace Core {

QByteArray readResource(const QString &path)
{
    initResources();
    QFile file(path);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "readResource", qUtf8Printable(path));
    return open ? file.readAll() : QByteArray();
}

} // namespace Core
