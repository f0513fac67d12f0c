#pragma once

#include "core/base/error.h"
#include "core/store/connection.h"
#include "core/store/page.h"
#include "core/store/quickrow.h"
#include "core/store/rowwriter.h"
#include "core/store/timespans.h"

#include <QDateTime>
#include <QStringList>

#include <memory>

class QSqlDatabase;
class QSqlError;

namespace Core {

/// The words of a database's SQL where the common ones differ.
struct Dialect
{
    QString begin; ///< a transaction that writes
    QString returningRow; ///< what an INSERT needs so that it tells its row
    QString noId; ///< what stands in a column where there is no id
    QString hasId; ///< whether column %1 holds an id
    QString idText; ///< column %1, which holds an id or none, as text
    QString hour; ///< time %1 in hours since 1970, in UTC
    QString chain; ///< which chain of the ledger a line belongs to
    QString chainEnd; ///< locks that of this connection and takes the hash of its last line
    QString ownChain; ///< whether it is that of this connection
    QString abandoned; ///< whether the program that a row belongs to is gone
    QString version; ///< of a conversation; 0 where nobody else writes
    QString draft; ///< of a conversation: the user's own
    QString user; ///< who this login is; empty: nobody by name
    QString role; ///< of this login; empty: there are none
    QString readsAllCosts; ///< whether this login does; empty: there are no logins
    QString ownCharges; ///< which charges one does see who does not
    QString isBound; ///< whether rows are kept from this login; empty: there is no such thing
    QString eachUser; ///< where it is: a row for each user whose rows it sees
    int hitsAtOnce = 5000; ///< that are looked for in one go where more are wanted
    bool sumsCharges = false; ///< the database keeps the sums itself
    bool beginsAtMoment = false; ///< beginAt() says the moment, and setMoment() need not
};

/// What one may see, in numbers and names.
struct Inventory
{
    qint64 conversations = 0; ///< without those removed
    QStringList providers; ///< of these
    QStringList tags;
};

/// A kind of database that a store can lie in: all that is not common SQL. Statements in the
/// rest of the room name times by how SQLite keeps them, such as created_ms; ids, times and JSON
/// are bound by storedId(), storedTime() and storedObject(), and each engine keeps them as it
/// does best. Has no state of its own; belongs to no thread.
class Engine
{
public:
    virtual ~Engine() = default;

    virtual const Dialect &dialect() const = 0;

    // --- connections ---
    virtual QString driverName() const = 0;
    virtual QString shownLocation(const QString &location) const = 0; ///< without password
    virtual Result<void> prepare(QSqlDatabase &database, const QString &location,
                                 Connection::Access access) const = 0;
    virtual QStringList openingStatements(Connection::Access access) const = 0;
    virtual Result<void> whenConnected(Connection &connection, Connection::Access access) const = 0;
    /// Of a driver's connection; -1 where there is none.
    virtual int socketOf(const QVariant & /*handle*/) const { return -1; }
    virtual bool isAlive(const QVariant & /*handle*/) const { return true; } ///< likewise
    /// A statement in this engine's words, for good.
    virtual Result<std::unique_ptr<Statement>>
    prepared(const QSqlDatabase &database, const QString &sql, const QString &place) const = 0;
    virtual Error errorFrom(const QSqlError &error, const QString &place) const = 0;
    /// The same of a connection that was not made.
    virtual Error openingError(const QSqlError &error, const QString & /*location*/,
                               const QString &place) const
    {
        return errorFrom(error, place);
    }
    /// A common statement in this engine's words.
    virtual QString statement(const QString &sql) const = 0;
    virtual QVariant bound(const QVariant &value) const = 0;

    // --- schema ---
    virtual int newestVersion() const = 0;
    virtual Result<int> version(Connection &connection) const = 0;
    /// Takes the steps behind `version`, within a transaction.
    virtual Result<void> takeSteps(Connection &connection, int version) const = 0;
    virtual Result<void> addWorkspace(Connection &connection, const QString &storeId,
                                      const QDateTime &now) const = 0;

    /// In no more time than it takes to tell it, where the engine can.
    virtual Result<Inventory> inventory(Connection &connection) const = 0;
    /// How many numbers that the engine keeps for it are wrong.
    virtual Result<qint64> wrongCounts(Connection &) const { return 0; }
    virtual Result<void> recount(Connection &) const { return {}; }

    // --- transactions that write ---
    virtual QString beginAt(const QDateTime & /*moment*/) const { return dialect().begin; }
    /// What triggers take for the time.
    virtual Result<void> setMoment(Connection &connection, const QDateTime &moment) const = 0;
    /// Must come before messages and charges of that time.
    virtual Result<void> makeRoom(Connection &connection, const QDateTime &time) const = 0;
    virtual Result<void> lockChain(Connection &connection) const = 0;
    /// Whether this connection may write many conversations at once by LotImport.
    virtual Result<bool> takesLots(Connection &connection) const = 0;
    /// Takes away what slows down the filling of an empty store, until endLoad() of the same
    /// transaction: false where there is no such thing or the store has rows.
    virtual Result<bool> beginLoad(Connection & /*connection*/) const { return false; }
    virtual Result<void> endLoad(Connection & /*connection*/) const { return {}; }

    // --- care ---
    /// What the engine finds wrong with itself; nothing where all is well.
    virtual Result<QStringList> wholeCheck(Connection &connection) const = 0;
    virtual Result<qint64> brokenReferences(Connection &connection) const = 0;
    virtual Result<void> copyInto(Connection &connection, const QString &path) const = 0;

    // --- many rows ---
    /// Around so many conversations that are written at once, in one transaction. Whether a
    /// column holds one of the words it may is not looked at: all of them are made here.
    virtual Result<void> beginLot(Connection &, qsizetype /*conversations*/) const { return {}; }
    virtual Result<void> endLot(Connection &) const { return {}; }
    virtual bool writesRows() const { return false; } ///< it has a rowWriter()
    /// For the connection with this handle; nothing where its driver is quick enough.
    virtual std::unique_ptr<RowWriter> rowWriter(const QVariant & /*handle*/,
                                                 const QString & /*place*/) const
    {
        return {};
    }
    /// Hands every row to `take`. `values` are whole numbers and texts.
    virtual Result<void> readQuickly(Connection &connection, const QString &sql,
                                     const QVariantList &values, const TakeRow &take) const = 0;

    // --- sums over spans of time ---
    /// A SELECT of span, key and `totals` over the rows of `table` whose `start` is in one of the
    /// pieces, grouped by span and key. Its values: spanList(), the workspace and those of
    /// `condition`, which is SQL that begins with AND, or nothing.
    virtual QString spanJoin(const QString &table, const QString &start, const QString &key,
                             const QString &totals, const QString &condition) const = 0;

    // --- text search ---
    /// What the index keeps of a text as stored; on whatever thread, since that takes its time.
    virtual QString indexed(const QString &text) const = 0;
    /// What is taken out must be what was put in.
    virtual Result<void> indexText(Connection &connection, qint64 sequence,
                                   const QString &indexed) const = 0;
    virtual Result<void> unindexText(Connection &connection, qint64 sequence,
                                     const QString &indexed) const = 0;
    virtual Result<void> clearTextIndex(Connection &connection) const = 0;
    /// How many messages are not in the index though they should be, or the other way round.
    virtual Result<qint64> wrongIndexEntries(Connection &connection) const = 0;
    /// Newest first: messages with every one of `words`, which are folded; the last is a prefix.
    virtual Result<QList<SearchHit>> search(Connection &connection, const QStringList &words,
                                            const ConversationFilter &filter, int limit,
                                            const std::optional<SearchKey> &after) const = 0;
    /// All hits in these conversations, likewise.
    virtual Result<QList<SearchHit>> hitsIn(Connection &connection, const QStringList &words,
                                            const QStringList &conversations) const = 0;
};

/// The pieces as the one value that spanJoin() takes for them.
QString spanList(const QList<TimePiece> &pieces);

const Engine &sqliteEngine();
const Engine &postgresEngine();
bool isServer(const QString &location); ///< postgresql://…; else it is a file
const Engine &engineFor(const QString &location);

} // namespace Core
