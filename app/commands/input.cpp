#include "app/commands/input.h"

#include "core/base/text.h"
#include "core/exchange/sourcefiles.h"

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
    return Core::Error{Core::Error::Kind::FileAccess, file.errorString(), Core::sourceLabel(name)};
}

Core::Result<QByteArray> readText(const QString &name)
{
    QFile file(name);
    if (const auto opened = openInput(file); !opened)
        return opened.error();
    QByteArray text = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Core::Error{Core::Error::Kind::FileAccess, file.errorString(),
                           Core::sourceLabel(name)};
    if (const qsizetype bad = Core::firstInvalidUtf8(text); bad >= 0)
        return Core::Error{Core::Error::Kind::BadInput, u"invalid UTF-8 at byte %1"_s.arg(bad),
                           Core::sourceLabel(name)};
    return text;
}
