#include "tests/support/costsamples.h"
#include "tests/support/pictures.h"
#include "ui/base/appearance.h"
#include "ui/cost/costspage.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Paints the page of costs; see Pictures.
class TestCostPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_appearance = std::make_unique<Appearance>();
        m_charges = CostSamples::charges();
    }

    void paints_data()
    {
        QTest::addColumn<Core::CostPreset>("preset");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");

        QTest::addRow("costs-month-light")
            << Core::CostPreset::ThisMonth << QSize(1204, 776) << false;
        QTest::addRow("costs-month-dark")
            << Core::CostPreset::ThisMonth << QSize(1204, 776) << true;
        QTest::addRow("costs-wide-light")
            << Core::CostPreset::Last30Days << QSize(1844, 1056) << false;
        QTest::addRow("costs-narrow-light")
            << Core::CostPreset::Last7Days << QSize(744, 496) << false;
        QTest::addRow("costs-today-dark") << Core::CostPreset::Today << QSize(1204, 776) << true;
    }

    /// The page is taken in one piece, however far it scrolls.
    void paints()
    {
        QFETCH(Core::CostPreset, preset);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_appearance->setTheme(dark ? u"dark"_s : u"light"_s);

        CostsPage page;
        const Core::CostQuery query = CostSamples::query(preset);
        page.resize(size);
        page.setMonthlyBudget(Core::Money{90 * Core::picoPerDollar});
        page.show(Core::costFigures(Core::slicesOf(m_charges), query));
        page.showLatencies({.answers = 1204, .medianMs = 820, .p95Ms = 2'340});
        page.showDetails(CostSamples::details(query), CostSamples::titles());
        page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.showRows(m_charges.mid(m_charges.size() - 40), CostSamples::titles());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(page.horizontalScrollBar()->maximum(), 0); // nothing is cut off at the right
        QVERIFY(Pictures::keep(page.widget()->grab().toImage()));
    }

private:
    std::unique_ptr<Appearance> m_appearance;
    QList<Core::Charge> m_charges;
};

QTEST_MAIN(TestCostPictures)
#include "tst_costpictures.moc"
