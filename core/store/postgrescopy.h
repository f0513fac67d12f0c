#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QByteArray>
#include <QString>
#include <QVariantList>

#include <functional>

namespace Core::Postgres {

/// Takes rows and hands them to the server in parts, which reads them while the next are made.
class CopySink
{
    Q_DISABLE_COPY_MOVE(CopySink)

public:
    /// Of a connection that is in the middle of COPY.
    explicit CopySink(void *connection)
        : m_connection(connection)
    {
    }

    /// The values as they are bound in statements, in the order of the columns.
    void add(const QVariantList &values);
    void flush();
    bool isBroken() const { return m_isBroken; }

private:
    void *m_connection; ///< PGconn
    QByteArray m_text;
    bool m_isBroken = false;
};

/// A row as COPY reads it, with its end.
void appendRow(QByteArray &text, const QVariantList &values);

/// Writes the rows that `produce` adds, within a transaction. They must be new: COPY knows no
/// conflict. `columns` are those of the common SQL. A login that is bound by policies may not.
Result<void> copyRows(Connection &connection, const QString &table, const QString &columns,
                      const std::function<void(CopySink &)> &produce);

} // namespace Core::Postgres
