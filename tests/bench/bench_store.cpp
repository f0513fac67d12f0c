// Measures the store against the same work done by SQLite alone, in the same run and on the
// same disk: charges written durably, reports over a year, and lists, searches and threads of
// many conversations.
//
// bench_store [FOLDER [CHARGES [CONVERSATIONS]]]

#include "core/cost/ledgerreport.h"
#include "core/store/connection.h"
#include "core/store/ledgersums.h"
#include "tests/support/storesamples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <sqlite3.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 5;
const QDateTime yearBegin(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
const QDateTime yearEnd(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The middle one of some runs.
double median(const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < runs; ++i)
        times += msOf(work);
    std::sort(times.begin(), times.end());
    return times[runs / 2];
}

void printRow(const QString &what, double ours, double bare)
{
    std::printf("%-52s %10.2f ms %10.2f ms %7.2f\n", qPrintable(what), ours, bare, ours / bare);
    std::fflush(stdout);
}

/// SQLite without anything of ours.
class Bare
{
    Q_DISABLE_COPY_MOVE(Bare)

public:
    explicit Bare(const QString &path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(path));
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("PRAGMA cache_size = -65536");
    }
    ~Bare() { sqlite3_close(m_database); }

    /// Runs statements and reads every column of every row; the number of rows.
    int run(const QByteArray &sql)
    {
        int rows = 0;
        const char *rest = sql.constData();
        while (*rest != '\0') {
            sqlite3_stmt *statement = nullptr;
            if (sqlite3_prepare_v2(m_database, rest, -1, &statement, &rest) != SQLITE_OK)
                qFatal("%s: %s", sqlite3_errmsg(m_database), sql.constData());
            while (statement && sqlite3_step(statement) == SQLITE_ROW) {
                ++rows;
                for (int i = 0; i < sqlite3_column_count(statement); ++i)
                    m_read += sqlite3_column_bytes(statement, i);
            }
            if (sqlite3_finalize(statement) != SQLITE_OK)
                qFatal("%s: %s", sqlite3_errmsg(m_database), sql.constData());
        }
        return rows;
    }

private:
    sqlite3 *m_database = nullptr;
    qint64 m_read = 0; ///< so that no read is left out
};

// --- charges written ---

Bundle lotOfCharges(int lot, int size)
{
    Bundle bundle{.conversation = {.id = u"lot %1"_s.arg(lot)}};
    for (int i = 0; i < size; ++i) {
        Charge charge = sampleCharge(1000 + i);
        charge.id = u"charge %1 of lot %2"_s.arg(i).arg(lot);
        charge.attemptId = charge.id;
        charge.at = yearBegin.addSecs(60LL * lot + i);
        charge.provider = u"openai"_s;
        charge.model = i % 3 ? u"gpt-4.1"_s : u"gpt-4.1-mini"_s;
        charge.strategy = u"sliding"_s;
        bundle.charges += charge;
    }
    return bundle;
}

void writeCharges(const QString &folder)
{
    constexpr int lots = 40;
    constexpr int size = 1000;
    SystemClock clock;
    ConversationStore store(clock);
    valueOf(store.open(folder + u"/written.db"_s));
    QList<Bundle> bundles;
    for (int lot = 0; lot < lots; ++lot)
        bundles += lotOfCharges(lot, size);
    const double ours = msOf([&] {
        for (const Bundle &bundle : bundles)
            valueOf(store.importBundles({bundle}));
    });

    Bare bare(folder + u"/bare.db"_s);
    bare.run("CREATE TABLE charge (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE, a TEXT UNIQUE, "
             "c TEXT, u TEXT, at_ms INTEGER, p TEXT, m TEXT, s TEXT, k TEXT, t1 INTEGER, "
             "t2 INTEGER, t3 INTEGER, t4 INTEGER, t5 INTEGER, amount INTEGER, b TEXT, r TEXT, "
             "hash BLOB); CREATE INDEX by_time ON charge (at_ms); CREATE INDEX by_c ON charge (c)");
    const double alone = msOf([&] {
        for (const Bundle &bundle : bundles) {
            QByteArray sql = "BEGIN;";
            for (const Charge &charge : bundle.charges)
                sql += "INSERT INTO charge VALUES (NULL, '" + charge.id.toUtf8() + "', '"
                    + charge.attemptId.toUtf8() + "', 'c', 'an', "
                    + QByteArray::number(charge.at.toMSecsSinceEpoch()) + ", 'openai', '"
                    + charge.model.toUtf8()
                    + "', 'sliding', 'turn', 100, 0, 0, 20, 0, 1000, 'usage', 'row', "
                      "zeroblob(32));";
            bare.run(sql + "COMMIT");
        }
    });
    printRow(u"%1 charges in lots of %2, each durable"_s.arg(lots * size).arg(size), ours, alone);
    std::printf("    %.0f charges a second\n", lots * size / ours * 1000);

    constexpr int singles = 300;
    const double single = msOf([&] {
        for (int i = 0; i < singles; ++i) {
            Charge charge = sampleCharge(i);
            charge.id = u"single %1"_s.arg(i);
            if (!store.addCharge(charge, {}).takeResult())
                qFatal("a charge was not written");
        }
    });
    const double singleAlone = msOf([&] {
        for (int i = 0; i < singles; ++i)
            bare.run("BEGIN; INSERT INTO charge (id, a, at_ms) VALUES ('s" + QByteArray::number(i)
                     + "', 's" + QByteArray::number(i) + "', 1); COMMIT");
    });
    printRow(u"%1 charges one by one, each durable"_s.arg(singles), single, singleAlone);
}

// --- reports over a year ---

void makeYear(const QString &path, int charges)
{
    {
        SystemClock clock;
        ConversationStore store(clock);
        valueOf(store.open(path));
    }
    const auto opened = Connection::open(path, Connection::Access::ReadWrite);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    Connection &connection = **opened;
    const Result<void> filled = connection.inTransaction([&]() -> Result<void> {
        const Result<int> made = connection.change(
            uR"(WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
INSERT INTO charge SELECT i + 1, 1, 'c' || i, 'c' || i, 'conversation ' || (i / 20), '',
    'user ' || (i * 7 % 50), ? + i * 31536000000 / ?,
    CASE i % 5 WHEN 0 THEN 'deepseek' ELSE 'openai' END,
    CASE i % 5 WHEN 0 THEN 'deepseek-chat' WHEN 1 THEN 'gpt-4.1' ELSE 'gpt-4.1-mini' END,
    CASE i % 3 WHEN 0 THEN 'full' ELSE 'sliding' END, 'turn', 'provider', 1000 + i % 900, 128, 0,
    200, 0, NULL, 1000000 + i, 'usage × price', 1, 1, NULL, NULL, NULL, 'row', zeroblob(32), ''
FROM n)"_s,
            {charges, yearBegin.toMSecsSinceEpoch(), charges});
        if (!made)
            return made.error();
        LedgerSums sums(connection);
        return sums.rebuild();
    });
    if (!filled)
        qFatal("%s", qPrintable(filled.error().detail));
}

QByteArray bareReport(CostBy by)
{
    QByteArray key = costByName(by).toLatin1();
    if (by == CostBy::Day)
        key = "at_ms / 86400000";
    else if (by == CostBy::User || by == CostBy::Conversation)
        key += "_id";
    return "SELECT " + key
        + ", count(*), sum(prompt_tokens), sum(cached_read_tokens), sum(completion_tokens), "
          "sum(amount_pico) FROM charge GROUP BY 1";
}

void report(const QString &folder, int charges)
{
    const QString path = folder + u"/year.db"_s;
    makeYear(path, charges);
    SystemClock clock;
    ConversationStore store(clock);
    valueOf(store.open(path));
    Bare bare(path);
    for (const CostBy by : {CostBy::Day, CostBy::Model, CostBy::User, CostBy::Conversation}) {
        const double alone = median([&] { bare.run(bareReport(by)); });
        for (const char *zone : {"UTC", "Asia/Ho_Chi_Minh", "Asia/Kolkata"}) {
            const double ours = median([&] {
                const LedgerQuery query = ledgerQuery(by, QTimeZone(zone), yearBegin, yearEnd);
                costReport(valueOf(store.chargeSums(query.bounds, query.sumBy)), query);
            });
            printRow(u"a year of %1 charges by %2, %3"_s.arg(
                         QString::number(charges), costByName(by), QString::fromLatin1(zone)),
                     ours, alone);
        }
    }
}

// --- conversations ---

void makeConversations(ConversationStore &store, int conversations)
{
    for (int first = 0; first < conversations; first += 1000) {
        QList<Bundle> lot;
        for (int i = first; i < std::min(first + 1000, conversations); ++i) {
            Bundle bundle{
                .conversation = {.id = u"conversation %1"_s.arg(i), .title = u"Order %1"_s.arg(i)}};
            for (int k = 0; k < 4; ++k) {
                Message message = sampleMessage(
                    {}, k ? bundle.messages.constLast().id : QString(),
                    k % 2 ? Role::Assistant : Role::User,
                    u"The parcel with order number %1 is on its way, says the driver of line %2."_s
                        .arg(i)
                        .arg(i % 97));
                message.createdAt = yearBegin.addSecs(i * 60LL + k);
                bundle.messages += message;
            }
            lot += bundle;
        }
        valueOf(store.importBundles(lot));
    }
}

void listAndSearch(const QString &folder, int conversations)
{
    const QString path = folder + u"/many.db"_s;
    SystemClock clock;
    ConversationStore store(clock);
    valueOf(store.open(path));
    const double made = msOf([&] { makeConversations(store, conversations); });
    std::printf("%d conversations with %d messages written in %.1f s\n", conversations,
                conversations * 4, made / 1000);

    Bare bare(path);
    const QByteArray row = "SELECT * FROM conversation WHERE workspace_id = 1 AND active = 1 ";
    printRow(u"the first 100 of %1 conversations"_s.arg(conversations),
             median([&] { valueOf(store.conversations({}, {}, 100)); }), median([&] {
                 bare.run(row + "AND pinned = 0 ORDER BY updated_ms DESC, id DESC LIMIT 100");
             }));
    const QString middle = u"conversation %1"_s.arg(conversations / 2);
    const ConversationKey key{
        false, valueOf(store.conversation(middle)).updatedAt.toMSecsSinceEpoch(), middle};
    printRow(u"100 from the middle"_s, median([&] { valueOf(store.conversations({}, key, 100)); }),
             median([&] {
                 bare.run(row + "AND pinned = 0 AND (updated_ms, id) < ("
                          + QByteArray::number(key.updatedMs) + ", '" + key.id.toUtf8()
                          + "') ORDER BY updated_ms DESC, id DESC LIMIT 100");
             }));
    for (const auto &[what, words] :
         QList<std::pair<QString, QString>>{{u"a rare word"_s, u"4711"_s},
                                            {u"a word of one in a hundred"_s, u"line 42"_s},
                                            {u"a word of every message"_s, u"parcel"_s}}) {
        const QString quoted = u'"' + words.split(u' ').join(u"\" AND \""_s) + u'"';
        printRow(u"50 hits of "_s + what, median([&] { valueOf(store.search(words, {}, 50)); }),
                 median([&] {
                     bare.run("SELECT * FROM message_search JOIN message ON sequence = "
                              "message_search.rowid WHERE message_search MATCH '"
                              + quoted.toUtf8() + "*' ORDER BY created_ms DESC LIMIT 50");
                 }));
    }
    printRow(u"one conversation opened"_s, median([&] { valueOf(store.thread(middle)); }),
             median([&] {
                 bare.run("SELECT * FROM message WHERE workspace_id = 1 AND conversation_id = '"
                          + middle.toUtf8() + "' ORDER BY sequence");
             }));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Where the stores are made."_s, u"[FOLDER"_s);
    parser.addPositionalArgument(u"charges"_s, u"In a year (1500000)."_s, u"[CHARGES"_s);
    parser.addPositionalArgument(u"conversations"_s, u"To list and search (100000)."_s,
                                 u"[CONVERSATIONS]]]"_s);
    parser.process(app);
    const QStringList words = parser.positionalArguments();
    const QTemporaryDir folder(words.value(0, QDir::tempPath()) + u"/bench-store-XXXXXX"_s);
    if (!folder.isValid())
        qFatal("%s", qPrintable(folder.errorString()));
    std::printf("%-52s %13s %13s %7s\n", "", "store", "SQLite alone", "ratio");
    writeCharges(folder.path());
    report(folder.path(), words.value(1, u"1500000"_s).toInt());
    listAndSearch(folder.path(), words.value(2, u"100000"_s).toInt());
    return 0;
}
