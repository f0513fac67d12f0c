#include "core/store/sqlite.h"

#include "core/store/ledgersumcolumns.h"
#include "core/store/storedvalues.h"

#include <sqlite3.h>

#include <memory>

// A report over a year reads a hundred thousand sums. Made into QVariants one by one they would
// take longer than all the rest, so they are taken from the engine as they are.

namespace Core::Sqlite {

using namespace Qt::Literals::StringLiterals;

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Error errorOf(sqlite3 *database, const Connection &connection)
{
    return {.kind = Error::Kind::StoreFailed,
            .detail = QString::fromUtf8(sqlite3_errmsg(database)),
            .where = connection.location()};
}

ChargeTotals totalsOf(sqlite3_stmt *row, int first)
{
    const auto number = [&](int column) { return qint64(sqlite3_column_int64(row, column)); };
    return {.requests = number(first),
            .prompt = number(first + 1),
            .cachedRead = number(first + 2),
            .cacheWrite = number(first + 3),
            .completion = number(first + 4),
            .reasoning = number(first + 5),
            .cost = {number(first + 6)},
            .unpriced = number(first + 7),
            .estimated = number(first + 8)};
}

} // namespace

Result<void> readSums(Connection &connection, const SumRange &range,
                      const std::function<void(const QString &, const ChargeTotals &)> &take)
{
    auto *database = *static_cast<sqlite3 *const *>(connection.driverHandle().constData());
    const QByteArray sql = "SELECT key, " + QByteArray(totalColumns.data(), totalColumns.size())
        + " FROM charge_sum WHERE workspace_id = ?1 AND dimension = ?2 AND hours = ?3 "
          "AND start >= ?4 AND start < ?5";
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), int(sql.size()), &prepared, nullptr)
        != SQLITE_OK)
        return errorOf(database, connection);
    const Statement statement(prepared, &sqlite3_finalize);
    const QByteArray dimension(range.dimension.data(), range.dimension.size());
    sqlite3_bind_int64(prepared, 1, workspaceId);
    sqlite3_bind_text(prepared, 2, dimension.constData(), int(dimension.size()), SQLITE_STATIC);
    sqlite3_bind_int(prepared, 3, range.hours);
    sqlite3_bind_int64(prepared, 4, range.from);
    sqlite3_bind_int64(prepared, 5, range.to);
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared)) {
        const auto *key = reinterpret_cast<const char *>(sqlite3_column_text(prepared, 0));
        take(QString::fromUtf8(key, sqlite3_column_bytes(prepared, 0)), totalsOf(prepared, 1));
    }
    return step == SQLITE_DONE ? Result<void>() : errorOf(database, connection);
}

} // namespace Core::Sqlite
