#include "tests/support/costsamples.h"
#include "tests/support/shown.h"
#include "ui/base/stackchart.h"
#include "ui/cost/costspage.h"
#include "ui/cost/costtable.h"

#include <QDoubleSpinBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCostsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_charges = CostSamples::charges();
        m_slices = Core::slicesOf(m_charges);
    }

    void init()
    {
        m_page = std::make_unique<CostsPage>();
        m_page->show(Core::costFigures(m_slices, CostSamples::query(Core::CostPreset::ThisMonth)));
    }

    void withoutARequestItSaysWhatToDo()
    {
        m_page->show(Core::costFigures({}, CostSamples::query(Core::CostPreset::ThisMonth)));
        QVERIFY(Shown::says(*m_page, u"Nothing spent yet"_s));
    }

    void aBarAsksForItsRequests()
    {
        QSignalSpy asked(m_page.get(), &CostsPage::rowsRequested);
        emit Shown::withName<StackChart>(*m_page, u"Spend over time"_s)->barActivated(18);
        QCOMPARE(asked.size(), 1);
        const QDate day(2026, 11, 19);
        QCOMPARE(asked[0][0].toDateTime(), day.startOfDay(CostSamples::zone()));
        QCOMPARE(asked[0][1].toDateTime(), day.addDays(1).startOfDay(CostSamples::zone()));
    }

    void aRowAsksForItsRequestsOfThePeriod()
    {
        QSignalSpy asked(m_page.get(), &CostsPage::rowsRequested);
        auto *users = Shown::withName<CostTable>(*m_page, u"Top users"_s);
        emit users->rowActivated(Core::CostBy::User, u"minh"_s);
        QCOMPARE(asked[0][0].toDateTime(), QDate(2026, 11, 1).startOfDay(CostSamples::zone()));
        QCOMPARE(asked[0][2].value<Core::CostFilter>().userId, std::optional(u"minh"_s));
    }

    void aRequestOpensItsConversation()
    {
        m_page->showRows(m_charges.mid(0, 3), CostSamples::titles());
        QSignalSpy opened(m_page.get(), &CostsPage::conversationActivated);
        auto *rows = Shown::withName<QTableView>(*m_page, u"The requests behind a figure"_s);
        emit rows->activated(rows->model()->index(0, 0));
        const Core::Charge newest = *std::max_element(
            m_charges.begin(), m_charges.begin() + 3,
            [](const Core::Charge &a, const Core::Charge &b) { return a.at < b.at; });
        QCOMPARE(opened[0][0].toString(), newest.conversationId);
        QCOMPARE(opened[0][1].toString(), newest.messageId);
    }

    void theRequestsBehindABarSayWhatTheySumTo()
    {
        emit Shown::withName<StackChart>(*m_page, u"Spend over time"_s)->barActivated(18);
        QList<Core::Charge> charges = m_charges.mid(0, 3);
        charges[0].amount = Core::Money{10'000'000'000};
        charges[1].amount = Core::Money{20'000'000'000};
        charges[2].amount.reset(); // nothing is added for it
        m_page->showRows(charges, {});
        QVERIFY(Shown::says(*m_page, u"Requests · Thursday, November 19, 2026 · 3 for $0.03"_s));
    }

    void whatIsUnusualAndWhatHasNoPriceIsSaid()
    {
        QVERIFY(Shown::says(*m_page, u"gpt-4.1, user minh, "_s));
        QVERIFY(Shown::says(*m_page, u"qwen3-8b of local"_s));
    }

    void theBudgetIsDrawnAndGoesOut()
    {
        auto *sum = Shown::withName<StackChart>(*m_page, u"Spend added up"_s);
        const qsizetype lines = sum->data().lines.size();
        QSignalSpy changed(m_page.get(), &CostsPage::monthlyBudgetChanged);
        Shown::withName<QDoubleSpinBox>(*m_page, u"Budget of a month"_s)->setValue(150);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(sum->data().lines.size(), lines + 1);
        QCOMPARE(sum->data().lines.last().values.first(), 150.0);
        QVERIFY(Shown::says(*m_page, u"Budget left this month"_s));
    }

    void anotherLanguageBuildsThePageAnew()
    {
        m_page->setMonthlyBudget(Core::Money{5 * Core::picoPerDollar});
        QSignalSpy asked(m_page.get(), &CostsPage::queryChanged);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_page.get(), &change);
        QCOMPARE(asked.size(), 1);
        m_page->show(Core::costFigures(m_slices, CostSamples::query(Core::CostPreset::ThisMonth)));
        QVERIFY(Shown::says(*m_page, u"Budget left this month"_s));
    }

    void whatIsEmptyDoesNotScroll()
    {
        CostsPage page;
        page.resize(1200, 760);
        page.QWidget::show();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(page.verticalScrollBar()->maximum(), 0);
        QVERIFY(Shown::says(page, u"Adding up…"_s));
        page.show(Core::costFigures({}, CostSamples::query(Core::CostPreset::ThisMonth)));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(page.verticalScrollBar()->maximum(), 0);
        QVERIFY(Shown::says(page, u"Nothing spent yet"_s));
        page.show(Core::costFigures(m_slices, CostSamples::query(Core::CostPreset::ThisMonth)));
        QCoreApplication::sendPostedEvents();
        QVERIFY(page.verticalScrollBar()->maximum() > 0);
    }

    void filesAreWritten()
    {
        m_page->showDetails(CostSamples::details(CostSamples::query(Core::CostPreset::ThisMonth)),
                            CostSamples::titles());
        const QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("SKEIN_PICTURES");
        const QDir into(kept.isEmpty() ? folder.path() : kept);
        const std::pair<CostsPage::FileKind, QByteArray> kinds[] = {
            {CostsPage::FileKind::Csv, "from,to,zone,model"},
            {CostsPage::FileKind::Png, "\x89PNG"},
            {CostsPage::FileKind::Pdf, "%PDF-"}};
        for (const auto &[kind, start] : kinds) {
            const QString path =
                into.filePath(u"costs-%1"_s.arg(QString::fromLatin1(start.mid(1, 3))));
            QVERIFY(m_page->write(kind, path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(start));
        }
        const auto refused = m_page->write(CostsPage::FileKind::Pdf, u"/nowhere/costs.pdf"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Core::Error::Kind::FileAccess);
    }

private:
    QList<Core::Charge> m_charges;
    QList<Core::CostSlice> m_slices;
    std::unique_ptr<CostsPage> m_page;
};

QTEST_MAIN(TestCostsPage)
#include "tst_costspage.moc"
