#include "core/cost/pricelist.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray listOf(const QByteArray &rows)
{
    return "{\"rows\": [" + rows + "]}";
}

QByteArray row(const QByteArray &provider, const QByteArray &model, const QByteArray &input,
               const QByteArray &more = {})
{
    return R"({"id": ")" + provider + '/' + model + '/' + input + R"(", "provider": ")" + provider
        + R"(", "model": ")" + model + R"(", "input": ")" + input + R"(", "output": "1")" + more
        + '}';
}

QDateTime day(int year, int month, int date)
{
    return QDate(year, month, date).startOfDay(Qt::UTC);
}

} // namespace

class TestPriceList : public QObject
{
    Q_OBJECT

private slots:
    void theShippedListIsValid()
    {
        QVERIFY(PriceList::shipped().rows().size() > 20);
        for (const PriceRow &each : PriceList::shipped().rows()) {
            QVERIFY2(!each.source.isEmpty(), qPrintable(each.id));
            QVERIFY2(!each.checkedOn.isEmpty(), qPrintable(each.id));
        }
        QCOMPARE(PriceList::shipped().info(u"openai/gpt-4.1"_s).window, 1'047'576);
        QCOMPARE(PriceList::shipped().info(u"nobody-knows"_s).window, 0);
    }

    void aPeriodEndsWhereTheNextBegins()
    {
        const auto list =
            PriceList::fromJson(listOf(row("p", "m", "4", R"(, "to": "2026-03-01")") + ','
                                       + row("p", "m", "2", R"(, "from": "2026-03-01")")));
        QVERIFY(list);
        QCOMPARE(list->find(u"p"_s, u"m"_s, day(2026, 2, 28))->rates.input, 4'000'000);
        QCOMPARE(list->find(u"p"_s, u"m"_s, day(2026, 3, 1))->rates.input, 2'000'000);
    }

    void betweenTwoPeriodsThereIsNoPrice()
    {
        const auto list =
            PriceList::fromJson(listOf(row("p", "m", "4", R"(, "to": "2026-03-01")") + ','
                                       + row("p", "m", "2", R"(, "from": "2026-05-01")")));
        QVERIFY(list);
        QVERIFY(list->find(u"p"_s, u"m"_s, day(2026, 2, 28)));
        QVERIFY(!list->find(u"p"_s, u"m"_s, day(2026, 3, 1))); // unpriced, and not free
        QVERIFY(!list->find(u"p"_s, u"m"_s, day(2026, 4, 30)));
        QVERIFY(list->find(u"p"_s, u"m"_s, day(2026, 5, 1)));
    }

    void theClosestRowWins()
    {
        const auto list =
            PriceList::fromJson(listOf(row("*", "m-large", "1") + ',' + row("p", "m*", "2") + ','
                                       + row("p", "m-l*", "3") + ',' + row("p", "m-exact", "4")));
        QVERIFY(list);
        QCOMPARE(list->find(u"p"_s, u"m-small"_s, day(2026, 1, 1))->rates.input, 2'000'000);
        QCOMPARE(list->find(u"p"_s, u"m-large"_s, day(2026, 1, 1))->rates.input, 3'000'000);
        QCOMPARE(list->find(u"p"_s, u"m-exact"_s, day(2026, 1, 1))->rates.input, 4'000'000);
        QCOMPARE(list->find(u"q"_s, u"m-large"_s, day(2026, 1, 1))->rates.input, 1'000'000);
        QVERIFY(!list->find(u"q"_s, u"m-small"_s, day(2026, 1, 1)));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        QTest::addRow("no JSON") << QByteArray("{") << u"byte"_s;
        QTest::addRow("a negative price") << listOf(row("p", "m", "-1")) << u"row 1"_s;
        QTest::addRow("a word for a price")
            << listOf(row("p", "m", "1") + ',' + row("p", "m", "free")) << u"row 2"_s;
        QTest::addRow("a period backwards")
            << listOf(row("p", "m", "1", R"(, "from": "2026-02-01", "to": "2026-01-01")"))
            << u"row 1"_s;
        QTest::addRow("a day that is none")
            << listOf(row("p", "m", "1", R"(, "from": "2026-02-31")")) << u"row 1"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto list = PriceList::fromJson(json);
        QVERIFY(!list);
        QVERIFY2(list.error().where.contains(names), qPrintable(list.error().where));
    }
};

QTEST_GUILESS_MAIN(TestPriceList)
#include "tst_pricelist.moc"
