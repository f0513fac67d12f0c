#include "core/store/migrations.h"

#include "core/base/id.h"
#include "core/store/sqlite.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

int newestSchemaVersion()
{
    return int(Sqlite::schemaSteps().size());
}

Result<void> migrate(Connection &connection)
{
    const Result<int> version = Sqlite::schemaVersion(connection);
    if (!version)
        return version.error();
    const QList<QStringList> steps = Sqlite::schemaSteps();
    if (*version >= steps.size())
        return {};
    return connection.inTransaction([&]() -> Result<void> {
        for (const QStringList &step : steps.mid(*version)) {
            for (const QString &statement : step) {
                if (const Result<void> done = connection.exec(statement); !done)
                    return done;
            }
        }
        return Sqlite::setSchemaVersion(connection, int(steps.size()));
    });
}

Result<QString> addWorkspace(Connection &connection, const Clock &clock)
{
    const QString id = newId();
    const QVariant now = storedTime(clock.now());
    const Result<int> added = connection.change(
        u"INSERT INTO workspace (workspace_id, store_id, created_ms, now_ms) VALUES (?, ?, ?, ?)"_s,
        {workspaceId, id, now, now});
    if (!added)
        return added.error();
    return id;
}

Result<QString> storeId(Connection &connection)
{
    const Result<QVariant> id =
        connection.value(u"SELECT store_id FROM workspace WHERE workspace_id = ?"_s, {workspaceId});
    if (!id)
        return id.error();
    return id->toString();
}

} // namespace Core
