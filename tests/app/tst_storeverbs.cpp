#include "core/base/money.h"
#include "tests/support/program.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

class TestStoreVerbs : public ProgramTest
{
    Q_OBJECT

private slots:
    void init() { startAfresh(); }

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

    void aConversationIsFoundOnceWithAllOfItsHits()
    {
        // Every conversation speaks of it early and late, so that each page border cuts through.
        QByteArray lines;
        for (int i = 0; i < 7; ++i) {
            const QByteArray n = QByteArray::number(i);
            const auto said = [&](int minute, const char *role) {
                return "{\"role\":\"" + QByteArray(role)
                    + "\",\"content\":\"The green umbrella.\",\"created_at\":\"2026-11-22T10:"
                    + QByteArray::number(minute) + ":00Z\"}";
            };
            lines += "{\"title\":\"Talk " + n + "\",\"messages\":[" + said(10 + i, "user") + ","
                + said(30 - i, "assistant") + "]}\n";
        }
        QFile file(path(u"umbrellas.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines);
        file.close();
        QCOMPARE(run({u"import"_s, file.fileName()}).status, 0);
        for (const int limit : {1, 2, 3, 7, 50}) {
            QStringList titles;
            QStringList after;
            do {
                const QJsonObject page =
                    run(QStringList{u"list"_s, u"--search"_s, u"umbrella"_s, u"--json"_s,
                                    u"--limit"_s, QString::number(limit)}
                        + after)
                        .json();
                for (const QJsonValue &row : page["rows"_L1].toArray()) {
                    titles += row["title"_L1].toString();
                    QCOMPARE(row["hits"_L1].toArray().size(), 2);
                }
                const QString next = page["next"_L1].toString();
                after = next.isEmpty() ? QStringList() : QStringList{u"--after"_s, next};
            } while (!after.isEmpty() && titles.size() < 20);
            QCOMPARE(titles.size(), 7);
            QCOMPARE(titles.removeDuplicates(), 0);
        }
    }

    void aCursorThatIsNoneIsSaid()
    {
        const Ended ended = run({u"list"_s, u"--after"_s, u"yesterday"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.errors.contains("--after"));
    }

    void aDemoMonthIsSoundAndItsReportsSum()
    {
        const QStringList demo{u"demo"_s,    u"--conversations"_s, u"30"_s,
                               u"--until"_s, u"2026-11-22"_s,      u"--json"_s};
        const Ended filled = run(demo);
        QVERIFY2(filled.status == 0, filled.errors.constData());
        QCOMPARE(filled.json()["conversations"_L1].toInt(), 30);
        QCOMPARE(run(demo).json()["already_there"_L1].toInt(), 30);

        const QString total = filled.json()["cost_usd"_L1].toString();
        for (const QString &by : {u"day"_s, u"user"_s, u"tag"_s, u"conversation"_s}) {
            for (const QString &zone :
                 {u"UTC"_s, u"Asia/Ho_Chi_Minh"_s, u"Asia/Kolkata"_s, u"America/New_York"_s}) {
                const QJsonObject report =
                    run({u"cost"_s, u"--by"_s, by, u"--zone"_s, zone, u"--json"_s}).json();
                QCOMPARE(report["total_usd"_L1].toString(), total);
                QCOMPARE(sumOf(report), total);
            }
        }
        QCOMPARE(run({u"doctor"_s}).status, 0);
    }

    void theRangeOfAReportIsThatOfItsCharges()
    {
        importFive();
        const QJsonObject none = run({u"cost"_s, u"--json"_s}).json();
        QVERIFY(none["from"_L1].isNull() && none["to"_L1].isNull());
        QCOMPARE(none["total_usd"_L1].toString(), u"0.000000000000"_s);

        QCOMPARE(
            run({u"demo"_s, u"--conversations"_s, u"5"_s, u"--until"_s, u"2026-11-22"_s}).status,
            0);
        const QJsonObject report = run({u"cost"_s, u"--json"_s, u"--zone"_s, u"UTC"_s}).json();
        QVERIFY(report["from"_L1].toString().startsWith(report["rows"_L1][0]["key"_L1].toString()));
        QVERIFY(report["to"_L1].toString() < u"2026-11-23T00:00:01Z"_s);

        const QJsonObject asked = run({u"cost"_s, u"--json"_s, u"--zone"_s, u"Asia/Kolkata"_s,
                                       u"--from"_s, u"2026-11-01"_s, u"--to"_s, u"2026-11-22"_s})
                                      .json();
        QCOMPARE(asked["from"_L1].toString(), u"2026-10-31T18:30:00Z"_s);
        QCOMPARE(asked["to"_L1].toString(), u"2026-11-22T18:30:00Z"_s);

        const QJsonObject times =
            run({u"cost"_s, u"--json"_s, u"--zone"_s, u"Asia/Kolkata"_s, u"--from"_s,
                 u"2026-11-01T06:00"_s, u"--to"_s, u"2026-11-22T06:00:00+01:00"_s})
                .json();
        QCOMPARE(times["from"_L1].toString(), u"2026-11-01T00:30:00Z"_s);
        QCOMPARE(times["to"_L1].toString(), u"2026-11-22T05:00:00Z"_s);
    }

    void theDoctorNamesAProviderThatCannotBeAsked()
    {
        QVERIFY(QDir().mkdir(path(u"settings"_s)));
        QFile file(path(u"settings/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // Without a raw string, in which moc takes the slashes for a comment.
        file.write("{\"providers\":[{\"name\":\"far\",\"base_url\":\"http://example.org/v1\"}]}");
        file.close();
        importFive();
        const Ended ended = run({u"doctor"_s});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.output.contains("problem  provider far:"), ended.output.constData());
        QVERIFY2(ended.output.contains("problem  key of far:"), ended.output.constData());
    }

    void thePastIsAskedAgainAndAddsUp()
    {
        QVERIFY(
            run({u"demo"_s, u"--conversations"_s, u"25"_s, u"--until"_s, u"2026-11-22"_s}).status
            == 0);
        const QStringList words{u"replay"_s,       u"--json"_s,
                                u"--strategies"_s, u"full,sliding-blocks"_s,
                                u"--models"_s,     u"gpt-4.1,deepseek/deepseek-chat"_s,
                                u"--budget"_s,     u"600"_s};
        const Ended ended = run(words + QStringList{u"--by"_s, u"user"_s});
        QVERIFY2(ended.status == 0, ended.errors.constData());
        const QJsonObject report = ended.json();
        const QJsonArray rows = report["rows"_L1].toArray();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0]["model"_L1].toString(), u"openai/gpt-4.1"_s);
        QCOMPARE(rows[3]["strategy"_L1].toString(), u"sliding-blocks"_s);
        QCOMPARE(report["conversations"_L1].toInt(), 25);
        const auto cost = [](const QJsonValue &row) {
            return Core::moneyFromDecimal(row["cost_usd"_L1].toString())->pico;
        };
        QVERIFY(cost(rows[2]) < cost(rows[0]) && cost(rows[1]) < cost(rows[0]));
        QCOMPARE(rows[0]["saving_full_usd"_L1].toString(), u"0.000000000000"_s);
        const QString saved = rows[2]["saving_full_usd"_L1].toString();
        QCOMPARE(Core::moneyFromDecimal(saved)->pico, cost(rows[0]) - cost(rows[2]));
        qint64 sum = 0;
        for (const QJsonValue &group : report["groups"_L1].toArray())
            sum += cost(group["rows"_L1][0]);
        QCOMPARE(sum, cost(rows[0]));
        QVERIFY(run({u"replay"_s}).output.contains("sliding-blocks"));
    }

    void aReplayThatIsAskedWronglyIsSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::addRow("a strategy")
            << QStringList{u"--strategies"_s, u"slidin"_s} << QByteArray("sliding");
        QTest::addRow("an option")
            << QStringList{u"--strategies"_s, u"sliding"_s, u"--option"_s, u"last=0"_s}
            << QByteArray("last");
        QTest::addRow("a day") << QStringList{u"--from"_s, u"soon"_s} << QByteArray("--from");
        QTest::addRow("a zone") << QStringList{u"--zone"_s, u"Mars/Base"_s}
                                << QByteArray("Mars/Base");
        QTest::addRow("a budget") << QStringList{u"--budget"_s, u"-3"_s} << QByteArray("--budget");
    }

    void aReplayThatIsAskedWronglyIsSaid()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, said);
        const Ended ended = run(QStringList{u"replay"_s} + words);
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.errors.contains(said), ended.errors.constData());
    }

private:
    static QString sumOf(const QJsonObject &report)
    {
        Core::Money sum;
        for (const QJsonValue &row : report["rows"_L1].toArray())
            sum += *Core::moneyFromDecimal(row["cost_usd"_L1].toString(u"0"_s));
        return Core::toDecimalString(sum);
    }

    void importFive() const
    {
        const QString order =
            uR"({"id":"o%1","title":"Order %1","messages":[{"role":"user",)"
            R"("content":"A blue raincoat, please."},{"role":"assistant","content":"Of course."}]})"_s;
        QFile file(path(u"orders.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 5; ++i)
            file.write(order.arg(i).toUtf8() + '\n');
        file.close();
        QCOMPARE(run({u"import"_s, file.fileName()}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreVerbs)
#include "tst_storeverbs.moc"
