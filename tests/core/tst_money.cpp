#include "core/base/money.h"

#include <QTest>

#include <limits>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("pico");
        QTest::addColumn<QString>("written");

        QTest::addRow("a cent and a half")
            << u"0.016"_s << qint64(16'000'000'000) << u"0.016000000000"_s;
        QTest::addRow("the smallest") << u"0.000000000001"_s << qint64(1) << u"0.000000000001"_s;
        QTest::addRow("a debt") << u"-1.5"_s << qint64(-1'500'000'000'000) << u"-1.500000000000"_s;
        QTest::addRow("whole dollars")
            << u"4200"_s << qint64(4200) * picoPerDollar << u"4200.000000000000"_s;
    }

    void readsAndWrites()
    {
        QFETCH(QString, text);
        QFETCH(qint64, pico);
        QFETCH(QString, written);

        const Result<Money> money = moneyFromDecimal(text);
        QVERIFY(money);
        QCOMPARE(money->pico, pico);
        QCOMPARE(toDecimalString(*money), written);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << u""_s;
        QTest::addRow("a word") << u"free"_s;
        QTest::addRow("thirteen places") << u"0.0000000000001"_s;
        QTest::addRow("two points") << u"1.2.3"_s;
        QTest::addRow("a point alone") << u"1."_s;
        QTest::addRow("an exponent") << u"1e3"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!moneyFromDecimal(text));
    }

    void sumsSaturateAndDoNotWrap()
    {
        const Money most{std::numeric_limits<qint64>::max()};
        QCOMPARE((most + Money{1}).pico, most.pico);
        QCOMPARE(multiply(most.pico, 1000).pico, most.pico);
    }

    void theSmallestAmountIsWrittenInFull()
    {
        QCOMPARE(toDecimalString({std::numeric_limits<qint64>::min()}), u"-9223372.036854775808"_s);
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
