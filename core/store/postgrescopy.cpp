#include "core/store/postgrescopy.h"

#include "core/store/postgres.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace Core::Postgres {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype partSize = 256 * 1024;

PGconn *connectionOf(void *connection)
{
    return static_cast<PGconn *>(connection);
}

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// Takes every answer to a command; the error of the one that has one.
Result<void> ended(PGconn *connection, const QString &place)
{
    Result<void> done;
    while (const Answer answer{PQgetResult(connection), &PQclear}) {
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            done = errorOf(connection, answer.get(), place);
        if (PQresultStatus(answer.get()) == PGRES_COPY_IN) // nothing else ends it
            break;
    }
    return done;
}

/// Of columns, as the server knows them.
Result<QList<Type>> typesOf(PGconn *connection, const QString &table, const QString &columns,
                            const QString &place)
{
    const QByteArray sql = statement(u"SELECT %2 FROM %1 LIMIT 0"_s.arg(table, columns)).toUtf8();
    const Answer answer{PQexec(connection, sql.constData()), &PQclear};
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
        return errorOf(connection, answer.get(), place);
    QList<Type> types;
    for (int i = 0; i < PQnfields(answer.get()); ++i) {
        types.append(Type(PQftype(answer.get(), i)));
        if (!isWritable(types.constLast()))
            return Error{.kind = Error::Kind::Internal,
                         .detail = u"the type of column %1 of %2"_s.arg(i).arg(table),
                         .where = place};
    }
    return types;
}

} // namespace

CopySink::CopySink(void *connection, const QList<Type> &types)
    : m_connection(connection)
    , m_types(types)
{
    constexpr QByteArrayView signature("PGCOPY\n\377\r\n\0", 11);
    m_bytes.setEnd(
        std::copy(signature.begin(), signature.end(), m_bytes.room(partSize + partSize / 4)));
    appendNumber(m_bytes, qint32(0)); // no flags
    appendNumber(m_bytes, qint32(0)); // and nothing further at the head
}

void CopySink::add(const QVariantList &values)
{
    Q_ASSERT(values.size() == m_types.size());
    appendNumber(m_bytes, qint16(m_types.size()));
    for (qsizetype i = 0; i < m_types.size(); ++i)
        appendValue(m_bytes, values[i], m_types[i]);
    if (m_bytes.bytes().size() >= partSize)
        flush();
}

void CopySink::close()
{
    appendNumber(m_bytes, qint16(-1));
    flush();
}

void CopySink::flush()
{
    m_isBroken = m_isBroken
        || PQputCopyData(connectionOf(m_connection), m_bytes.bytes().data(),
                         int(m_bytes.bytes().size()))
            != 1;
    m_bytes.clear();
}

Result<void> copyRows(Connection &connection, const QString &table, const QString &columns,
                      const std::function<void(CopySink &)> &produce)
{
    const QVariant handle = connection.driverHandle();
    auto *server = *static_cast<PGconn *const *>(handle.constData());
    const Result<QList<Type>> types = typesOf(server, table, columns, connection.location());
    if (!types)
        return types.error();
    const QByteArray sql =
        statement(u"COPY %1 (%2) FROM STDIN (FORMAT binary)"_s.arg(table, columns)).toUtf8();
    const Answer begun{PQexec(server, sql.constData()), &PQclear};
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return errorOf(server, begun.get(), connection.location());
    CopySink sink(server, *types);
    produce(sink);
    sink.close();
    // Where a part did not go out, the connection is cut and this fails as well.
    (void)PQputCopyEnd(server, sink.isBroken() ? "broken off" : nullptr);
    return ended(server, connection.location());
}

} // namespace Core::Postgres
