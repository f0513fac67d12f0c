#include "core/cost/pricejson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime day(int month, int date)
{
    return QDate(2026, month, date).startOfDay(Qt::UTC);
}

PriceRow row(const QString &id, const QDateTime &from = {}, const QDateTime &to = {})
{
    return {.id = id,
            .provider = u"p"_s,
            .model = u"m"_s,
            .from = from,
            .to = to,
            .rates = {.input = 2'000'000, .output = 8'000'000},
            .source = u"a test"_s};
}

} // namespace

class TestPriceJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        PriceRow peak = row(u"peak"_s, day(2, 1), day(3, 1));
        peak.rates = {.input = 420'000,
                      .output = 1,
                      .cachedRead = 0,
                      .cacheWrite = 3'750'000,
                      .reasoning = 12'345'678};
        peak.promptAbove = 200'000;
        peak.tier = u"batch"_s;
        peak.hours = {.from = 22 * 60, .to = 6 * 60 + 30, .weekdays = 0b0011111};
        peak.checkedOn = u"2026-11-23"_s;
        const QList<PriceRow> rows{row(u"ever"_s), peak};
        const auto read = ownPricesFromJson(ownPricesToJson(rows));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, rows);
    }

    void theShippedListIsWrittenAndReadBack()
    {
        const QList<PriceRow> &rows = PriceList::shipped().rows();
        QVERIFY(checkPrices(rows));
        const auto read = ownPricesFromJson(ownPricesToJson(rows));
        QVERIFY(read);
        QCOMPARE(*read, rows);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("said");
        const auto two = [](const QByteArray &first, const QByteArray &second) {
            const QByteArray head =
                R"({"id": "%", "provider": "p", "model": "m", "input": "1", "output": "1")";
            return QByteArray(head).replace('%', "a") + first + "}, "
                + QByteArray(head).replace('%', "b") + second + '}';
        };
        QTest::addRow("two rows that always hold") << two("", "") << u"the beginning"_s;
        QTest::addRow("periods that overlap")
            << two(R"(, "to": "2026-03-02")", R"(, "from": "2026-03-01")") << u"2026-03-01"_s;
        QTest::addRow("a missing period")
            << two(R"(, "to": "2026-03-01")", R"(, "from": "2026-04-01")")
            << u"no price holds from 2026-03-01 to 2026-04-01"_s;
        QTest::addRow("a negative price") << QByteArray(
            R"({"id": "a", "provider": "p", "model": "m", "input": "-1", "output": "1"})")
                                          << u"negative"_s;
        QTest::addRow("a price too fine to be kept") << QByteArray(
            R"({"id": "a", "provider": "p", "model": "m", "input": "0.0000001", "output": "1"})")
                                                     << u"six places"_s;
        QTest::addRow("no name") << QByteArray(
            R"({"id": "a", "provider": "", "model": "m", "input": "1", "output": "1"})")
                                 << u"empty"_s;
        QTest::addRow("hours that are none") << QByteArray(
            R"({"id": "a", "provider": "p", "model": "m", "input": "1", "output": "1", "hours": "9-17"})")
                                             << u"hours"_s;
        QTest::addRow("a weekday that is none") << QByteArray(
            R"({"id": "a", "provider": "p", "model": "m", "input": "1", "output": "1", "weekdays": [8]})")
                                                << u"weekdays"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, said);
        const auto read = ownPricesFromJson("{\"rows\": [" + rows + "]}");
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
        QVERIFY(!read.error().where.isEmpty());
    }

    void whatIsNoListIsSaid()
    {
        QVERIFY(!ownPricesFromJson("{\"rows\": 1}"));
        QVERIFY(!ownPricesFromJson("nothing"));
        QVERIFY(ownPricesFromJson("")->isEmpty());
    }

    void aPriceOfZeroIsAPrice()
    {
        PriceRow free = row(u"free"_s);
        free.rates = {};
        QCOMPARE(*ownPricesFromJson(ownPricesToJson({free})), QList<PriceRow>{free});
    }

    void aNewPriceEndsTheOneBefore()
    {
        const QList<PriceRow> rows = withPrice({row(u"old"_s)}, row(u"new"_s, day(5, 1)));
        QCOMPARE(rows, (QList<PriceRow>{row(u"old"_s, {}, day(5, 1)), row(u"new"_s, day(5, 1))}));
        QVERIFY(checkPrices(rows));
        QCOMPARE(withPrice(rows, row(u"new"_s, day(5, 1))), rows);
    }

    void theUsersRowsWin()
    {
        PriceRow mine = row(u"mine"_s);
        mine.provider = u"openai"_s;
        mine.model = u"gpt-4.1"_s;
        const PriceList list = PriceList::shipped().with({mine});
        QCOMPARE(list.find(u"openai"_s, u"gpt-4.1"_s, day(5, 1))->id, u"mine"_s);
        mine.id = u"openai/gpt-4.1"_s;
        mine.rates.input = 7;
        const PriceList replaced = PriceList::shipped().with({mine});
        QCOMPARE(replaced.rows().size(), PriceList::shipped().rows().size());
        QCOMPARE(replaced.find(u"openai"_s, u"gpt-4.1"_s, day(5, 1))->rates.input, 7);
    }

    void aPriceHoldsInItsHours_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("id");
        const auto at = [](int date, int hour, int minute) {
            return QDateTime(QDate(2026, 11, date), QTime(hour, minute), Qt::UTC);
        };
        QTest::addRow("a Monday in the night") << at(23, 23, 59) << u"night"_s;
        QTest::addRow("past midnight") << at(24, 5, 59) << u"night"_s;
        QTest::addRow("its end") << at(24, 6, 0) << u"day"_s;
        QTest::addRow("before it begins") << at(23, 21, 59) << u"day"_s;
        QTest::addRow("a Sunday") << at(22, 23, 0) << u"day"_s;
    }

    void aPriceHoldsInItsHours()
    {
        QFETCH(QDateTime, when);
        QFETCH(QString, id);
        PriceRow night = row(u"night"_s);
        night.hours = {.from = 22 * 60, .to = 6 * 60, .weekdays = 0b0011111};
        const PriceList list = PriceList().with({row(u"day"_s), night});
        QCOMPARE(list.find(u"p"_s, u"m"_s, when)->id, id);
    }
};

QTEST_GUILESS_MAIN(TestPriceJson)

#include "tst_pricejson.moc"
