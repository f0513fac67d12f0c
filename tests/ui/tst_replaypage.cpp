#include "ui/cost/replaypage.h"

#include "ui/base/chip.h"
#include "ui/base/rowtable.h"
#include "ui/base/stackchart.h"
#include "ui/cost/replaycharts.h"
#include "ui/cost/replaywords.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Core::Money dollars(int amount)
{
    return {amount * Core::picoPerDollar};
}

Core::ReplayTotals totals(int cost)
{
    return {.requests = 100,
            .prompt = 50'000,
            .cachedRead = 10'000,
            .completion = 4'000,
            .cost = dollars(cost),
            .compared = dollars(cost)};
}

/// The story: what cost $4,200 would have cost $630.
Core::ReplayReport report()
{
    Core::ReplayReport report{
        .query = {.ways = {*Core::replayWay(u"full"_s, {}, 0),
                           *Core::replayWay(u"sliding"_s, {}, 0)},
                  .models = {{u"openai"_s, u"gpt-4.1"_s}, {u"deepseek"_s, u"deepseek-chat"_s}},
                  .now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)},
        .seconds = 2.5};
    Core::ReplayPart part;
    part.billed = {
        .requests = 100, .cost = dollars(4200), .compared = 100, .comparedCost = dollars(4200)};
    part.totals = {totals(4200), totals(900), totals(3000), totals(630)};
    part.full = {totals(4200), totals(900)};
    report.figures = {part,
                      {{QDate(2026, 11, 1), part}, {QDate(2026, 11, 2), part}},
                      {{u"minh"_s, part}},
                      {{u"gpt-4.1"_s, part}},
                      20};
    return report;
}

bool shows(const QWidget &page, const QString &text)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&page) && label->text().contains(text);
    });
}

} // namespace

class TestReplayPage : public QObject
{
    Q_OBJECT

private slots:
    void theStoryIsTold()
    {
        ReplayPage page;
        page.setReports({report()});
        page.resize(1280, 800);
        page.show();
        QVERIFY(shows(page, u"would have cost $630.00 instead of $4,200.00"_s));
        QVERIFY(shows(page, u"−85"_s));
        const QList<StackChart *> charts = page.findChildren<StackChart *>();
        QCOMPARE(charts[0]->data().bars.first().values, (QList<double>{4200, 900, 3000, 630}));
        QCOMPARE(charts[0]->data().lines.first().values.first(), 4200.0);
    }

    void theTablesAreSound()
    {
        ReplayTableModel rows;
        ReplayPartsModel parts;
        QAbstractItemModelTester rowsTester(&rows);
        QAbstractItemModelTester partsTester(&parts);
        rows.setReport(report());
        parts.setReport(report(), 3, ReplayPartsModel::By::Day);
        QCOMPARE(rows.rowCount(), 4);
        QCOMPARE(rows.index(3, ReplayTableModel::Saved).data().toString(), u"$3,570.00 (85%)"_s);
        QCOMPARE(rows.index(3, ReplayTableModel::SavedFull).data().toString(), u"$270.00 (30%)"_s);
        QCOMPARE(parts.rowCount(), 2);
        QCOMPARE(parts.index(0, ReplayPartsModel::Cost).data().toString(), u"$630.00"_s);
    }

    void aMissingPriceIsNotZero()
    {
        Core::ReplayReport unpriced = report();
        unpriced.figures.all.totals[3] = {.requests = 100, .unpriced = 100, .incomparable = 100};
        ReplayTableModel rows;
        rows.setReport(unpriced);
        QCOMPARE(rows.index(3, ReplayTableModel::Cost).data().toString(), u"no price"_s);
        QCOMPARE(rows.index(3, ReplayTableModel::Saved).data().toString(), u"–"_s);
        ReplayPage page;
        page.setReports({unpriced});
        QVERIFY(shows(page, u"$900.00"_s));
    }

    void aRowHasOneCost()
    {
        // Five of the requests have no bill that is known; they are in no cost.
        Core::ReplayReport some = report();
        Core::ReplayPart &all = some.figures.all;
        all.billed.unbilled = 5;
        for (std::vector<Core::ReplayTotals> *sums : {&all.totals, &all.full}) {
            for (Core::ReplayTotals &each : *sums)
                each.cost += dollars(7);
        }
        ReplayTableModel rows;
        rows.setReport(some);
        const QModelIndex cost = rows.index(3, ReplayTableModel::Cost);
        QCOMPARE(cost.data().toString(), u"$630.00"_s);
        QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(u"637"_s));
        QCOMPARE(rows.index(3, ReplayTableModel::SavedFull).data().toString(), u"$270.00 (30%)"_s);
        QCOMPARE(ReplayCharts::costs(some, {}).bars[0].values[3], 630.0);
        ReplayPage page;
        page.setReports({some});
        QVERIFY(shows(page, u"$630.00"_s));
        QVERIFY(shows(page, u"5 requests have no bill"_s));
    }

    void aSumWithoutSomePricesSaysSo()
    {
        Core::ReplayReport some = report();
        some.figures.all.totals[3].unpriced = 10;
        some.figures.all.totals[3].incomparable = 10;
        ReplayTableModel rows;
        rows.setReport(some);
        QCOMPARE(rows.index(3, ReplayTableModel::Cost).data().toString(), u"≥ $630.00"_s);
        QCOMPARE(rows.index(3, ReplayTableModel::Saved).data().toString(), u"–"_s);
        QVERIFY(ReplayCharts::costs(some, {}).incomplete[3]);
    }

    void aRequestThatIsRefusedIsNotSaved()
    {
        Core::ReplayReport some = report();
        some.figures.all.totals[3].refused = 12; // two of them without a bill
        some.figures.all.totals[3].unpriced = 2; // likewise
        some.figures.all.totals[3].incomparable = 10;
        some.figures.all.totals[2] = {.refused = 100, .incomparable = 100};
        ReplayTableModel rows;
        rows.setReport(some);
        QCOMPARE(rows.index(3, ReplayTableModel::Cost).data().toString(), u"$630.00"_s);
        for (const int row : {2, 3}) {
            QCOMPARE(rows.index(row, ReplayTableModel::Saved).data().toString(), u"–"_s);
            QCOMPARE(rows.index(row, ReplayTableModel::SavedFull).data().toString(), u"–"_s);
        }
        QCOMPARE(rows.index(2, ReplayTableModel::Cost).data().toString(), u"–"_s);
    }

    void aReportSaysWhatItWasAskedWith()
    {
        Core::ReplayReport some = report();
        QVERIFY(ReplayWords::parameters(some.query).startsWith(u"all of the past · UTC"_s));
        some.query.zone = "Asia/Ho_Chi_Minh";
        some.query.filter = {.userId = u"nga"_s,
                             .from = QDateTime(QDate(2026, 10, 31), QTime(17, 0), Qt::UTC),
                             .to = QDateTime(QDate(2026, 11, 10), QTime(17, 0), Qt::UTC)};
        some.query.ways[1].budget = 4000;
        some.query.prices = Core::ReplayQuery::Prices::OfNow;
        ReplayPage page;
        page.setReports({some});
        for (const QString &part :
             {u"1 Nov 2026 – 10 Nov 2026"_s, u"Asia/Ho_Chi_Minh"_s, u"user nga"_s,
              u"budget: 4,000 tokens"_s, u"at the prices of that day"_s})
            QVERIFY2(shows(page, part), qPrintable(ReplayWords::parameters(some.query)));
    }

    void daysAreNamedWithTheirMonth()
    {
        QCOMPARE(ReplayCharts::days(report(), 3, {}).labels, (QStringList{u"1 Nov"_s, u"2 Nov"_s}));
    }

    void whatIsChosenIsAskedFor()
    {
        ReplayPage page;
        page.setModels({Core::ReplayModel(), {u"openai"_s, u"gpt-4.1"_s}},
                       {{u"deepseek"_s, u"deepseek-chat"_s}});
        const auto query = page.query(QDateTime::currentDateTimeUtc());
        QVERIFY(query);
        QCOMPARE(query->ways.size(), 4);
        QCOMPARE(query->models, QList<Core::ReplayModel>{Core::ReplayModel()});
        auto *more = page.findChild<QComboBox *>(u"moreModels"_s);
        emit more->activated(1);
        QCOMPARE(page.query(QDateTime::currentDateTimeUtc())->models.last(),
                 (Core::ReplayModel{u"deepseek"_s, u"deepseek-chat"_s}));
    }

    void theChipsAndTheBoxStandSideBySide()
    {
        ReplayPage page;
        page.resize(1280, 800);
        page.show();
        page.setModels({Core::ReplayModel()}, {});
        QCoreApplication::processEvents();
        page.setModels({Core::ReplayModel(), {u"openai"_s, u"gpt-4.1"_s}}, {});
        QCoreApplication::processEvents();
        auto *more = page.findChild<QComboBox *>(u"moreModels"_s);
        for (const QWidget *other :
             more->parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (other != more)
                QVERIFY2(!other->geometry().intersects(more->geometry()),
                         other->metaObject()->className());
        }
    }

    void beforeItIsAskedThePageSaysWhatItWouldTell()
    {
        ReplayPage page;
        page.setPast(50'000, 1'000'000);
        page.setModels({Core::ReplayModel(), {u"openai"_s, u"gpt-4.1"_s}}, {});
        QVERIFY(shows(page, u"50,000 conv"_s));
        QVERIFY(shows(page, u"1,000,000 mess"_s));
        QVERIFY(shows(page, u"4 strategies and 1 model"_s));
        const QList<Chip *> chips = page.findChildren<Chip *>();
        for (Chip *chip : chips)
            chip->setChecked(false);
        QVERIFY(shows(page, u"Choose at least one strategy and one model."_s));
        page.setPast(0, 0);
        QVERIFY(shows(page, u"No conversations yet"_s));
        page.beginRun();
        QVERIFY(!shows(page, u"No conversations yet"_s));
        page.endRun();
        page.setReports({report()});
        QVERIFY(!shows(page, u"No conversations yet"_s));
    }

    void aRunShowsHowFarItIsAndCanBeEnded()
    {
        ReplayPage page;
        QSignalSpy cancelled(&page, &ReplayPage::cancelRequested);
        page.beginRun();
        page.showProgress(25, 100);
        const auto *bar = page.findChild<QProgressBar *>();
        QCOMPARE(bar->value(), 25);
        QCOMPARE(bar->maximum(), 100);
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Cancel"_s)
                button->click();
        }
        QCOMPARE(cancelled.count(), 1);
        page.endRun();
        page.showError({.kind = Core::Error::Kind::Cancelled});
        QVERIFY(shows(page, u"nothing is kept"_s));
    }
};

QTEST_MAIN(TestReplayPage)

#include "tst_replaypage.moc"
