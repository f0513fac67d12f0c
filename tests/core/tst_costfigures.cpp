#include "core/cost/costfigures.h"
#include "tests/support/charges.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone hanoi("Asia/Ho_Chi_Minh");
const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), hanoi);

/// A dollar a day at nine, for sixty days up to today.
QList<CostSlice> dailyDollars()
{
    QList<Charge> charges;
    for (int i = 59; i >= 0; --i) {
        Charge charge = chargeAt({}, u"model"_s, u"1"_s);
        charge.at = QDateTime(now.date().addDays(-i), QTime(9, 0), hanoi).toUTC();
        charges.append(charge);
    }
    return slicesOf(charges);
}

Money heatTotal(const CostHeat &heat)
{
    Money sum;
    for (const auto &day : heat.hours) {
        for (const CostRow &hour : day)
            sum += hour.cost;
    }
    return sum;
}

} // namespace

class TestCostFigures : public QObject
{
    Q_OBJECT

private slots:
    void allFiguresAgree_data()
    {
        QTest::addColumn<CostPreset>("preset");
        QTest::addColumn<QString>("spent");
        QTest::addColumn<QString>("before");

        QTest::addRow("a week") << CostPreset::Last7Days << u"7"_s << u"7"_s;
        QTest::addRow("this month") << CostPreset::ThisMonth << u"23"_s << u"23"_s;
        QTest::addRow("the month before") << CostPreset::LastMonth << u"31"_s << u"6"_s;
        QTest::addRow("today") << CostPreset::Today << u"1"_s << u"1"_s;
    }

    void allFiguresAgree()
    {
        QFETCH(CostPreset, preset);
        QFETCH(QString, spent);
        QFETCH(QString, before);

        for (const CostBy by : {CostBy::Model, CostBy::Day, CostBy::User}) {
            const CostQuery query{costPeriod(preset, now, hanoi), by, now};
            const CostFigures figures = costFigures(dailyDollars(), query);
            QCOMPARE(figures.report.total.cost, dollars(spent));
            QCOMPARE(cumulative(figures.chart).last(), dollars(spent));
            QCOMPARE(figures.users.total.cost, dollars(spent));
            QCOMPARE(figures.strategies.total.cost, dollars(spent));
            QCOMPARE(heatTotal(figures.heat), dollars(spent));
            QCOMPARE(figures.before.cost, dollars(before));
            QCOMPARE(figures.monthSpend, dollars(u"23"_s));
            QCOMPARE(figures.monthEnd->expected, dollars(u"30"_s));
        }
    }

    void whatItNeedsIsEnough()
    {
        for (const CostPreset preset : {CostPreset::Today, CostPreset::LastMonth}) {
            const CostQuery query{costPeriod(preset, now, hanoi), CostBy::Model, now};
            const auto [from, to] = neededTime(query);
            QList<CostSlice> needed;
            for (const CostSlice &slice : dailyDollars()) {
                if (slice.atMs >= from.toMSecsSinceEpoch() && slice.atMs < to.toMSecsSinceEpoch())
                    needed.append(slice);
            }
            const CostFigures all = costFigures(dailyDollars(), query);
            const CostFigures some = costFigures(needed, query);
            QCOMPARE(some.report.total, all.report.total);
            QCOMPARE(some.before, all.before);
            QCOMPARE(some.monthEnd, all.monthEnd);
            QCOMPARE(some.monthSpend, all.monthSpend);
            QCOMPARE(some.anomalies, all.anomalies);
        }
    }

    void theFilterHoldsEverywhereButInWhatIsOffered()
    {
        QList<CostSlice> slices = dailyDollars();
        for (int day = 0; day < 60; ++day) {
            CostSlice other = slices[day];
            other.model = u"other"_s;
            other.userId = u"lan"_s;
            slices.append(other);
        }
        CostQuery query{costPeriod(CostPreset::Last7Days, now, hanoi), CostBy::Model, now};
        query.filter.userId = u"lan"_s;
        const CostFigures figures = costFigures(slices, query);
        QCOMPARE(figures.report.total.cost, dollars(u"7"_s));
        QCOMPARE(figures.report.rows.size(), 1);
        QCOMPARE(figures.before.cost, dollars(u"7"_s));
        QCOMPARE(figures.monthSpend, dollars(u"23"_s));
        QCOMPARE(figures.knownModels, (QStringList{u"model"_s, u"other"_s}));
        query.filter.userId = QString(); // requests of nobody
        QCOMPARE(costFigures(slices, query).report.rows.first().key, u"model"_s);
    }

    void aConversationCostsItsShareOfWhatConversationsCost()
    {
        const CostQuery query{
            .period = {QDate(2026, 11, 1), QDate(2026, 11, 30), QTimeZone::utc()}};
        QVERIFY(!costDetails({}, query).perConversation);

        // Three named ones, one of which is no conversation but a test of a key, and others.
        const auto sum = [](const QString &key, const QString &cost) {
            return ChargeSum{.key = key, .totals = {.requests = 1, .cost = dollars(cost)}};
        };
        const CostDetails details =
            costDetails({.conversations = 4,
                         .conversationSpend = dollars(u"1"_s),
                         .dearest = {sum({}, u"9"_s), sum(u"a"_s, u"0.6"_s), sum(u"b"_s, u"0.3"_s)},
                         .others = {.requests = 2, .cost = dollars(u"0.1"_s)},
                         .otherConversations = 2},
                        query);
        QCOMPARE(details.perConversation, dollars(u"0.25"_s));
        QCOMPARE(details.dearest.rows.size(), 4);
        QCOMPARE(details.dearest.unnamed, 2);
        QCOMPARE(details.dearest.rows.constLast().requests, 2);
        QCOMPARE(details.dearest.total.cost, dollars(u"10"_s));
        QCOMPARE(details.dearest.total.requests, 5);
    }

    void aShareOfNextToNothingIsNotTold_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<QString>("before");
        QTest::addColumn<std::optional<double>>("change");

        const std::optional<double> nothing;
        QTest::addRow("more") << 10 << u"4"_s << std::optional(0.25);
        QTest::addRow("less") << 10 << u"20"_s << std::optional(-0.75);
        QTest::addRow("nothing") << 0 << u"0"_s << nothing;
        QTest::addRow("without a price") << 5000 << u"0"_s << nothing;
        QTest::addRow("under a cent") << 5000 << u"0.009"_s << nothing;
        QTest::addRow("a cent") << 10 << u"0.01"_s << std::optional(499.0);
        QTest::addRow("few requests") << 9 << u"4"_s << nothing;
    }

    void aShareOfNextToNothingIsNotTold()
    {
        QFETCH(int, requests);
        QFETCH(QString, before);
        QFETCH(std::optional<double>, change);
        CostFigures figures;
        figures.report.total.cost = dollars(u"5"_s);
        figures.before.requests = requests;
        figures.before.cost = dollars(before);
        QCOMPARE(figures.change(), change);
    }

    void hoursAreEnoughWhereDaysBeginWithOne_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<bool>("enough");

        QTest::addRow("Hanoi") << "Asia/Ho_Chi_Minh"_ba << true;
        QTest::addRow("Kolkata") << "Asia/Kolkata"_ba << false;
        QTest::addRow("Kathmandu") << "Asia/Kathmandu"_ba << false;
        QTest::addRow("Berlin") << "Europe/Berlin"_ba << true;
    }

    void hoursAreEnoughWhereDaysBeginWithOne()
    {
        QFETCH(QByteArray, zone);
        QFETCH(bool, enough);
        QCOMPARE(hoursAreEnough({QDate(2026, 3, 1), QDate(2026, 3, 31), QTimeZone(zone)}), enough);
    }
};

QTEST_GUILESS_MAIN(TestCostFigures)
#include "tst_costfigures.moc"
