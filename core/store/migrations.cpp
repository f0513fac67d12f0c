#include "core/store/migrations.h"

#include "core/base/id.h"
#include "core/store/engine.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

Result<void> migrate(Connection &connection, const Clock &clock)
{
    const Engine &engine = connection.engine();
    const Result<int> version = engine.version(connection);
    if (!version)
        return version.error();
    if (*version >= engine.newestVersion())
        return {};
    return connection.inTransaction([&]() -> Result<void> {
        if (const Result<void> taken = engine.takeSteps(connection, *version); !taken)
            return taken;
        const Result<QString> id = storeId(connection);
        if (!id)
            return id.error();
        return id->isEmpty() ? engine.addWorkspace(connection, newId(), clock.now())
                             : Result<void>();
    });
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
