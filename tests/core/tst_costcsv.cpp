#include "core/cost/costcsv.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestCostCsv : public QObject
{
    Q_OBJECT

private slots:
    void aFieldIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");

        QTest::addRow("itself") << u"gpt-4.1"_s << u"gpt-4.1"_s;
        QTest::addRow("empty") << QString() << QString();
        QTest::addRow("quoted for a comma") << u"refund, vip"_s << u"\"refund, vip\""_s;
        QTest::addRow("doubled for a quote") << u"a \"b\""_s << u"\"a \"\"b\"\"\""_s;
        QTest::addRow("quoted for a line break") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::addRow("no formula") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
        QTest::addRow("no sum") << u"+1"_s << u"'+1"_s;
        QTest::addRow("no difference") << u"-1"_s << u"'-1"_s;
        QTest::addRow("no function") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::addRow("no formula behind a tab") << u"\t=1"_s << u"'\t=1"_s;
    }

    void aFieldIs()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csvField(text), field);
    }

    void theFileEndsInTheTotal()
    {
        const QTimeZone hanoi("Asia/Ho_Chi_Minh");
        CostReport report = costReport({chargeAt(u"2026-11-22T17:00:00Z"_s, u"a"_s, u"0.016"_s),
                                        chargeAt(u"2026-11-23T01:00:00Z"_s, u"=b"_s, {})},
                                       CostBy::Model, hanoi);
        report.from = QDate(2026, 11, 23).startOfDay(hanoi);
        report.to = QDate(2026, 11, 24).startOfDay(hanoi);

        const QList<QByteArray> lines = toCsv(report, {{u"a"_s, u"Alpha"_s}}).split('\n');
        QCOMPARE(lines[0],
                 "from,to,zone,model,name,requests,input_tokens,cached_tokens,output_tokens,"
                 "cost_usd,unpriced_requests\r"_ba);
        QCOMPARE(lines[1],
                 "2026-11-23T00:00:00+07:00,2026-11-24T00:00:00+07:00,Asia/Ho_Chi_Minh,a,Alpha,1,"
                 "1000,600,100,0.016000000000,0\r"_ba);
        QVERIFY(lines[2].contains(",'=b,,1,1000,600,100,,1\r"));
        QVERIFY(lines[3].contains(",total,,2,2000,1200,200,0.016000000000,1\r"));
    }
};

QTEST_GUILESS_MAIN(TestCostCsv)
#include "tst_costcsv.moc"
