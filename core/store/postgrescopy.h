#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/postgresvalues.h"

#include <QList>
#include <QString>
#include <QVariantList>

#include <functional>

namespace Core::Postgres {

/// Takes rows and hands them to the server in parts, which reads them while the next are made.
class CopySink
{
    Q_DISABLE_COPY_MOVE(CopySink)

public:
    /// Of a connection that is in the middle of COPY into columns of these types.
    CopySink(void *connection, const QList<Type> &types);

    /// The values as they are bound in statements, in the order of the columns.
    void add(const QVariantList &values);
    /// Behind the last row.
    void close();
    bool isBroken() const { return m_isBroken; }

private:
    void flush();

    void *m_connection; ///< PGconn
    const QList<Type> m_types;
    FieldBuffer m_bytes;
    bool m_isBroken = false;
};

/// Writes the rows that `produce` adds, within a transaction. They must be new: COPY knows no
/// conflict. `columns` are those of the common SQL. A login that is bound by policies may not.
Result<void> copyRows(Connection &connection, const QString &table, const QString &columns,
                      const std::function<void(CopySink &)> &produce);

} // namespace Core::Postgres
