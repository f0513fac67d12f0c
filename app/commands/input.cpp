#include "app/commands/input.h"

using namespace Qt::Literals::StringLiterals;

Core::Result<> openInput(QFile &file)
{
    const QString name = file.fileName();
    const bool isOpen =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (isOpen)
        return {};
    if (!file.exists())
        return Core::Error{.kind = Core::Error::Kind::NotFound,
                           .detail = u"the file %1"_s.arg(name.left(1000))};
    return Core::Error{Core::Error::Kind::FileAccess, file.errorString(), name};
}
