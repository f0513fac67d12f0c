#include "tests/support/costsamples.h"
#include "ui/cost/costtablemodel.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCostTableModel : public QObject
{
    Q_OBJECT

private slots:
    void theRowsShownSumToTheTotal_data()
    {
        QTest::addColumn<int>("top");
        QTest::addColumn<int>("rows");

        QTest::addRow("all") << 0 << 61;
        QTest::addRow("the top and one Other") << 8 << 10;
        QTest::addRow("one more than the top is named") << 59 << 61;
    }

    void theRowsShownSumToTheTotal()
    {
        QFETCH(int, top);
        QFETCH(int, rows);

        const Core::CostDetails details =
            CostSamples::details(CostSamples::query(Core::CostPreset::LastMonth));
        CostTableModel model;
        model.setReport(details.dearest, top, CostSamples::titles());
        QCOMPARE(model.rowCount(), rows);
        double shares = 0;
        for (int row = 0; row < model.rowCount() - 1; ++row)
            shares += model.index(row, 0).data(CostTableModel::ShareRole).toDouble();
        QCOMPARE(qRound(shares * 1'000'000), 1'000'000);
        QVERIFY(model.index(rows - 1, 0).data(CostTableModel::TotalRole).toBool());
        QVERIFY(!model.index(rows - 1, 0).data(CostTableModel::KeyRole).isValid());
    }

    void othersAreAllThatAreNotNamed_data()
    {
        QTest::addColumn<int>("top");
        QTest::addColumn<QString>("name");
        QTest::addRow("of those that were named elsewhere too") << 2 << u"1,779 others"_s;
        QTest::addRow("where all that have a name are shown") << 0 << u"1,778 others"_s;
    }

    void othersAreAllThatAreNotNamed()
    {
        QFETCH(int, top);
        QFETCH(QString, name);
        QLocale::setDefault(QLocale(QLocale::English));
        Core::CostReport report{.by = Core::CostBy::Conversation, .unnamed = 1778};
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s, QString()})
            report.rows.append({.key = key, .requests = 1, .cost = {1}});
        report.total = {.requests = 4, .cost = {4}};
        CostTableModel model;
        model.setReport(report, top);
        const QModelIndex others = model.index(model.rowCount() - 2, 0);
        QCOMPARE(others.data().toString(), name);
        QVERIFY(!others.data(CostTableModel::KeyRole).isValid());
    }

    void costsThatDifferLookDifferent_data()
    {
        QTest::addColumn<QList<qint64>>("thousandths");
        QTest::addColumn<QString>("first");
        QTest::addRow("alike by the cent") << QList<qint64>{334, 331, 328, 326} << u"$0.0334"_s;
        QTest::addRow("far apart") << QList<qint64>{33'400, 5'200, 328, 326} << u"$3.34"_s;
        QTest::addRow("equal") << QList<qint64>{300, 300, 300, 300} << u"$0.03"_s;
    }

    void costsThatDifferLookDifferent()
    {
        QFETCH(QList<qint64>, thousandths);
        QFETCH(QString, first);
        Core::CostReport report{.by = Core::CostBy::Conversation};
        for (const qint64 cost : thousandths) {
            report.rows.append({.requests = 1, .cost = {cost * Core::picoPerDollar / 10'000}});
            Core::addTo(report.total, report.rows.last());
        }
        CostTableModel model;
        model.setReport(report);
        QCOMPARE(model.index(0, CostTableModel::Cost).data().toString(), first);
    }

    void whatHasNoPriceIsNotZero()
    {
        Core::CostReport report{.by = Core::CostBy::Model};
        report.rows = {{.key = u"local"_s, .requests = 3, .unpriced = 3}};
        report.total = {.requests = 3, .unpriced = 3};
        CostTableModel model;
        model.setReport(report);
        QCOMPARE(model.index(0, CostTableModel::Cost).data().toString(), u"no price"_s);
        QCOMPARE(model.index(1, CostTableModel::Cost).data().toString(), u"no price"_s);
        QVERIFY(
            !model.index(0, CostTableModel::Cost).data(Qt::ToolTipRole).toString().contains(u'0'));
        QCOMPARE(model.index(0, CostTableModel::Remarks).data().toString(), u"3 without a price"_s);
    }
};

QTEST_MAIN(TestCostTableModel)
#include "tst_costtablemodel.moc"
