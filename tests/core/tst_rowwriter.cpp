#include "core/store/connection.h"
#include "core/store/storedvalues.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T had(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *result;
}

} // namespace

/// How a connection to a file writes rows.
class TestRowWriter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened =
            Connection::open(m_folder->filePath(u"rows.db"_s), Connection::Access::ReadWrite);
        QVERIFY(opened);
        m_connection = *std::move(opened);
        QVERIFY(m_connection->exec(
            u"CREATE TABLE kept (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, value ANY)"_s));
    }

    void cleanup() { m_connection.reset(); }

    void aValueIsKeptAsWhatItIs_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QVariant>("read");

        const auto row = [](const char *name, const QVariant &value, const QString &type,
                            const QVariant &read) {
            QTest::addRow("%s", name) << value << type << read;
        };
        const QDateTime time(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        row("a truth", true, u"integer"_s, 1);
        row("a number", 7, u"integer"_s, 7);
        row("a large number", qint64(1) << 60, u"integer"_s, qint64(1) << 60);
        row("a fraction", 0.5, u"real"_s, 0.5);
        row("a text", u"Đơn hàng 🧵"_s, u"text"_s, u"Đơn hàng 🧵"_s);
        row("an empty text", u""_s, u"text"_s, u""_s);
        row("bytes", QByteArray("\0\xff", 2), u"blob"_s, QByteArray("\0\xff", 2));
        row("no bytes", QByteArray(""), u"blob"_s, QByteArray(""));
        row("a time", storedTime(time), u"integer"_s, time.toMSecsSinceEpoch());
        row("an id", storedId(u"a"_s), u"text"_s, u"a"_s);
        row("no id", storedId({}), u"text"_s, u""_s);
        row("what SQLite does not know", QUrl(u"a:b"_s), u"text"_s, u"a:b"_s);
        for (const QVariant &nothing :
             {QVariant(), QVariant(QString()), QVariant(QByteArray()), storedTime({})})
            row(qPrintable(u"nothing %1"_s.arg(nothing.typeId())), nothing, u"null"_s, QVariant());
    }

    void aValueIsKeptAsWhatItIs()
    {
        QFETCH(QVariant, value);
        QFETCH(QString, type);
        QFETCH(QVariant, read);
        QCOMPARE(had(m_connection->change(insertion, {u"a"_s, value})), 1);
        QCOMPARE(had(m_connection->value(u"SELECT typeof(value) FROM kept"_s)).toString(), type);
        const QVariant found = had(m_connection->value(u"SELECT value FROM kept"_s));
        QCOMPARE(found.isNull(), type == "null"_L1);
        if (!found.isNull())
            QCOMPARE(found, read);
    }

    void whatIsThereAlreadyIsTold()
    {
        const QString unlessThere = insertion + u" ON CONFLICT DO NOTHING"_s;
        QCOMPARE(had(m_connection->insert(unlessThere, {u"a"_s, 1})), std::optional<qint64>(1));
        QCOMPARE(had(m_connection->insert(unlessThere, {u"b"_s, 1})), std::optional<qint64>(2));
        QCOMPARE(had(m_connection->insert(unlessThere, {u"a"_s, 2})), std::nullopt);
        QCOMPARE(had(m_connection->change(u"UPDATE kept SET value = ?"_s, {3})), 2);
    }

    void theSameWordsForManyRowsAreTheSameStatement()
    {
        for (int i = 0; i < 40; ++i) { // each text in a place of its own, which may be another's
            const QString sql = i % 2 == 0
                ? u"INSERT INTO kept (name, value) VALUES (?, %1)"_s.arg(i)
                : u"INSERT INTO kept (value, name) VALUES (%1, ?)"_s.arg(i);
            QCOMPARE(had(m_connection->change(sql, {QString::number(i)})), 1);
        }
        QCOMPARE(
            had(m_connection->value(u"SELECT count(*) FROM kept WHERE name = value"_s)).toInt(),
            40);
    }

    void aRefusedRowHarmsNoOther()
    {
        QVERIFY(m_connection->change(insertion, {u"a"_s, 1}));
        const Result<int> again = m_connection->change(insertion, {u"a"_s, 1});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::StoreFailed);
        QVERIFY(again.error().detail.contains(u"UNIQUE"_s));
        QVERIFY(!m_connection->change(insertion, {QString(), 1})); // null, and not empty
        QVERIFY(!m_connection->change(u"INSERT INTO nowhere VALUES (1)"_s));
        QVERIFY(m_connection->change(insertion, {u"b"_s, 1}));
    }

private:
    static inline const QString insertion = u"INSERT INTO kept (name, value) VALUES (?, ?)"_s;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestRowWriter)
#include "tst_rowwriter.moc"
