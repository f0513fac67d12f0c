#include "core/store/examination.h"

#include "core/store/database.h"
#include "core/store/engine.h"
#include "core/store/filesync.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> checkCopy(Connection &original, const QString &path)
{
    const auto opened = Connection::open(path, Connection::Access::ReadFrozen);
    if (!opened)
        return opened.error();
    const Result<QStringList> problems = Sqlite::wholeCheck(**opened);
    if (!problems)
        return problems.error();
    const Result<QString> id = storeId(**opened);
    if (!id)
        return id.error();
    const Result<QString> expected = storeId(original);
    if (!expected)
        return expected.error();
    if (!problems->isEmpty() || *id != *expected)
        return Error{.kind = Error::Kind::StoreDamaged,
                     .detail = problems->value(0, u"another store"_s),
                     .where = path};
    return {};
}

Result<void> putInPlace(const QString &copy, const QString &path)
{
    if (synced(copy)
        && ::rename(QFile::encodeName(copy).constData(), QFile::encodeName(path).constData()) == 0
        && synced(QFileInfo(path).absolutePath()))
        return {};
    return Error{.kind = Error::Kind::FileAccess, .detail = qt_error_string(errno), .where = path};
}

} // namespace

Result<void> backUp(Database &database, const QString &path)
{
    Connection &connection = database.connection();
    if (QFileInfo(path).absoluteFilePath() == connection.location())
        return Error{.kind = Error::Kind::BadInput,
                     .detail = u"a store is no backup of itself"_s,
                     .where = path};
    const QString copy = QFileInfo(path).absoluteFilePath() + u".unfinished"_s;
    QFile::remove(copy);
    Result<void> done = connection.engine().copyInto(connection, copy);
    if (done)
        done = checkCopy(connection, copy);
    if (done)
        done = putInPlace(copy, path);
    if (!done)
        QFile::remove(copy);
    return done;
}

} // namespace Core
