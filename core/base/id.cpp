#include "core/base/id.h"

#include <QUuid>

namespace Core {

namespace {

const QUuid skeinNamespace(0x5be1f0a2, 0x3c47, 0x4d19, 0x9a, 0x61, 0x0e, 0x6b, 0x54, 0x27, 0xc8,
                           0x13);

} // namespace

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString derivedId(const QString &space, const QString &name)
{
    const QString key = space + QChar(0x1f) + name; // the unit separator is in no id
    return QUuid::createUuidV5(skeinNamespace, key).toString(QUuid::WithoutBraces);
}

QString asUuid(const QString &space, const QString &id)
{
    const QUuid uuid = QUuid::fromString(id);
    return uuid.isNull() ? derivedId(space, id) : uuid.toString(QUuid::WithoutBraces);
}

} // namespace Core
