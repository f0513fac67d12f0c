#pragma once

#include "core/base/error.h"
#include "core/store/connection.h"
#include "core/store/page.h"
#include "core/store/quickrow.h"
#include "core/store/rowwriter.h"
#include "core/store/timespans.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <memory>

class QSqlError;

/// All that holds for SQLite and not for other databases. Another engine is another set of
/// these functions; the statements in the rest of the room are common SQL.
namespace Core::Sqlite {

/// "Skn1", so that a file of ours is told from any other database.
inline constexpr qint32 applicationId = 0x536b6e31;

void prepare(QSqlDatabase &database, const QString &path, Connection::Access access);
QStringList pragmas(Connection::Access access);

/// Tells a full disk, a damaged file, a read-only place and a lock apart.
Error errorFrom(const QSqlError &error, const QString &path);

/// The statements of each step of the schema, oldest first. The list only grows; a step that
/// was released is never changed.
QList<QStringList> schemaSteps();
/// One of them: tiers of service, and what charges are worth by later prices.
QStringList repricingStep();

Result<int> schemaVersion(Connection &connection);
Result<void> setSchemaVersion(Connection &connection, int version);

/// Hands every row to `take`. `values` are whole numbers and texts.
Result<void> readQuickly(Connection &connection, const QString &sql, const QVariantList &values,
                         const TakeRow &take);

/// Around so many conversations that are written in one transaction.
Result<void> beginLot(Connection &connection, qsizetype conversations);
Result<void> endLot(Connection &connection);

/// Of the connection with this handle.
std::unique_ptr<RowWriter> rowWriter(const QVariant &handle, const QString &place);

// --- care ---

/// What the engine finds wrong with the file; nothing where all is well. The quick check does
/// not compare indexes with their tables.
Result<QStringList> quickCheck(Connection &connection);
Result<QStringList> wholeCheck(Connection &connection);
Result<qint64> brokenReferences(Connection &connection);

/// Writes all that the connection sees into a new file.
Result<void> copyInto(Connection &connection, const QString &path);

// --- sums over spans of time ---

/// A SELECT of span, key and `totals` over the rows of `table` whose `time` is in one of the
/// pieces, grouped by span and key. Its values: the pieces, the workspace and those of
/// `condition`, which is SQL that begins with AND, or nothing.
QString spanJoin(const QString &table, const QString &time, const QString &key,
                 const QString &totals, const QString &condition);

// --- text search ---

/// The text is folded. What is taken out must be what was put in.
Result<void> indexText(Connection &connection, qint64 sequence, const QString &folded);
Result<void> unindexText(Connection &connection, qint64 sequence, const QString &folded);
Result<void> clearTextIndex(Connection &connection);

/// How many messages are not in the index though they should be, or the other way round.
Result<qint64> wrongIndexEntries(Connection &connection);

/// Newest first: messages with every one of `words`, which are folded; the last is a prefix.
Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                const ConversationFilter &filter, int limit,
                                const std::optional<SearchKey> &after);
Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                const QStringList &conversations);

} // namespace Core::Sqlite
