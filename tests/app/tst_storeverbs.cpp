#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a call of the program printed, and how it ended.
struct Ended
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

} // namespace

class TestStoreVerbs : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aListGoesOnBehindItsParts_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("of all") << QStringList{u"list"_s};
        QTest::addRow("of hits") << QStringList{u"list"_s, u"--search"_s, u"raincoat"_s};
    }

    void aListGoesOnBehindItsParts()
    {
        QFETCH(QStringList, words);
        importFive();
        words << u"--json"_s << u"--limit"_s << u"2"_s;
        QStringList titles;
        QJsonValue next;
        for (int part = 0; part < 3; ++part) {
            const QStringList cursor{u"--after"_s, next.toString()};
            const QJsonObject page = run(part == 0 ? words : words + cursor).json();
            for (const QJsonValue &row : page["rows"_L1].toArray())
                titles += row["title"_L1].toString();
            next = page["next"_L1];
            QCOMPARE(next.isString(), part < 2);
        }
        QVERIFY(next.isNull());
        QCOMPARE(titles.size(), 5);
        titles.sort();
        QCOMPARE(
            titles,
            (QStringList{u"Order 0"_s, u"Order 1"_s, u"Order 2"_s, u"Order 3"_s, u"Order 4"_s}));
    }

    void aCursorThatIsNoneIsSaid()
    {
        const Ended ended = run({u"list"_s, u"--after"_s, u"yesterday"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.errors.contains("--after"));
    }

private:
    void importFive() const
    {
        QFile file(m_folder->filePath(u"orders.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 5; ++i)
            file.write(
                QStringLiteral(R"({"id":"o%1","title":"Order %1","messages":[{"role":"user",)"
                               R"("content":"A blue raincoat, please."},{"role":"assistant",)"
                               R"("content":"Of course."}]})"
                               "\n")
                    .arg(i)
                    .toUtf8());
        file.close();
        QCOMPARE(run({u"import"_s, file.fileName()}).status, 0);
    }

    Ended run(const QStringList &words) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SKEIN_STORE"_s, m_folder->filePath(u"store.db"_s));
        environment.insert(u"SKEIN_CONFIG"_s, m_folder->filePath(u"settings"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SKEIN_PROGRAM), words);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreVerbs)
#include "tst_storeverbs.moc"
