#include "app/limitsdesk.h"
#include "app/pricesdesk.h"
#include "app/replaydesk.h"
#include "core/cost/pricejson.h"
#include "core/cost/replayjson.h"
#include "core/cost/spendlimits.h"
#include "core/session/demowriter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

bool says(const QWidget &page, const QString &text)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&page) && label->text().contains(text);
    });
}

void press(const QWidget &page, const QString &text)
{
    const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text)
            return button->click();
    }
    QFAIL("there is no such button");
}

} // namespace

// The desks behind the sections of the costs, with a store of their own.
class TestReplayDesk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<Core::ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        const Core::DemoMonth month(
            {.conversations = 20, .days = 30, .lastDay = QDate(2026, 10, 31)});
        Core::DemoWriter writer(*m_store, month);
        const auto written = writer.write();
        QVERIFY(QTest::qWaitFor([&] { return written.isFinished(); }, 30'000));
    }

    void cleanup() { m_store.reset(); }

    void whatWasFoundIsShownAndKept()
    {
        ReplayPage page;
        ReplayDesk desk({page, *m_store, m_prices, m_settings, m_clock});
        desk.refresh();
        press(page, u"Ask the past again"_s);
        QVERIFY(QTest::qWaitFor([&] { return says(page, u"of 20 conversations"_s); }, 30'000));
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().first().figures.conversations, 20);

        ReplayPage another;
        ReplayDesk later({another, *m_store, m_prices, m_settings, m_clock});
        later.refresh();
        QTRY_VERIFY(says(another, u"of 20 conversations"_s));
    }

    void whatIsCancelledIsNotShown()
    {
        ReplayPage page;
        ReplayDesk desk({page, *m_store, m_prices, m_settings, m_clock});
        press(page, u"Ask the past again"_s);
        press(page, u"Cancel"_s);
        QVERIFY(QTest::qWaitFor([&] { return says(page, u"nothing is kept"_s); }, 30'000));
        QVERIFY(!says(page, u"of 20 conversations"_s));
        QVERIFY(kept().isEmpty());
    }

    void aPriceOfOnesOwnHoldsAtOnceAndStays()
    {
        PricesPage page;
        PricesDesk desk({page, *m_store, m_prices, m_settings, m_clock});
        Core::PriceRow own{.id = u"mine"_s,
                           .provider = u"here"_s,
                           .model = u"m"_s,
                           .rates = {.input = 7, .output = 8},
                           .source = u"a test"_s};
        emit page.ownPricesChanged({own});
        QTRY_COMPARE(m_prices.rowsFor(u"here"_s, u"m"_s).size(), 1);
        m_prices = Core::PriceList::shipped();
        desk.refresh();
        QTRY_COMPARE(m_prices.rowsFor(u"here"_s, u"m"_s).size(), 1);
        QVERIFY(m_prices.rowsFor(u"here"_s, u"m"_s).first().isOwn);
    }

    void limitsAreShownWithWhatIsSpent()
    {
        LimitsPage page;
        LimitsDesk desk({page, *m_store, m_clock});
        QSignalSpy changed(&desk, &LimitsDesk::changed);
        emit page.limitsChanged(
            Core::withMonthlyBudget({}, Core::Money{Core::picoPerDollar}, "UTC"));
        QTRY_COMPARE(changed.count(), 1);
        QTRY_VERIFY(says(page, u"of $1.00"_s));
        const auto limits =
            Core::spendLimitsFromJson(valueOf(m_store->value(Core::spendLimitsName())));
        QCOMPARE(Core::monthlyBudget(*limits), Core::Money{Core::picoPerDollar});
    }

private:
    QList<Core::ReplayReport> kept()
    {
        const auto reports =
            Core::replayReportsFromJson(valueOf(m_store->value(Core::replayReportsName())));
        return reports ? *reports : QList<Core::ReplayReport>();
    }

    FakeClock m_clock;
    Core::PriceList m_prices = Core::PriceList::shipped();
    Core::Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Core::ConversationStore> m_store;
};

QTEST_MAIN(TestReplayDesk)

#include "tst_replaydesk.moc"
