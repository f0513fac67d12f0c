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

    void whatHasNoPriceIsNotZero()
    {
        Core::CostReport report{.by = Core::CostBy::Model};
        report.rows = {{.key = u"local"_s, .requests = 3, .unpriced = 3}};
        report.total = {.requests = 3, .unpriced = 3};
        CostTableModel model;
        model.setReport(report);
        QCOMPARE(model.index(0, CostTableModel::Cost).data().toString(), u"no price"_s);
        QCOMPARE(model.index(0, CostTableModel::Remarks).data().toString(), u"3 without a price"_s);
    }
};

QTEST_MAIN(TestCostTableModel)
#include "tst_costtablemodel.moc"
