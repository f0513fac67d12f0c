#include "tests/support/inspectsamples.h"
#include "tests/support/shown.h"
#include "ui/lab/fatebar.h"
#include "ui/lab/planstrip.h"
#include "ui/lab/timepane.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestTimePane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void init()
    {
        m_pane = std::make_unique<TimePane>();
        m_pane->setThread(InspectSamples::thread(20));
        m_pane->setCards(
            {{.id = u"a"_s, .strategy = u"sliding"_s}, {.id = u"b"_s, .strategy = u"full"_s}});
    }

    void itBeginsAtTheLastTurn()
    {
        QVERIFY(m_pane->turns() > 10);
        QCOMPARE(m_pane->turn(), m_pane->turns());
        m_pane->setThread({});
        QCOMPARE(m_pane->turn(), 0);
        QVERIFY(m_pane->findChildren<PlanStrip *>().isEmpty()
                || m_pane->turns() == 0); // its cards went with it
    }

    void theKeyboardGoesThroughTheTurns()
    {
        QSignalSpy turns(m_pane.get(), &TimePane::turnChanged);
        QTest::keyClick(m_pane.get(), Qt::Key_Home);
        QCOMPARE(m_pane->turn(), 1);
        QTest::keyClick(m_pane.get(), Qt::Key_Left);
        QCOMPARE(m_pane->turn(), 1);
        QTest::keyClick(m_pane.get(), Qt::Key_Right);
        QCOMPARE(m_pane->turn(), 2);
        QTest::keyClick(m_pane.get(), Qt::Key_End);
        QCOMPARE(m_pane->turn(), m_pane->turns());
        QCOMPARE(turns.size(), 3);
    }

    void aPlanOfAnotherTurnIsNotShown()
    {
        ContextPlan plan;
        plan.items = {{.id = u"x"_s}};
        m_pane->setTurn(5);
        m_pane->setPlan(u"a"_s, 4, plan);
        const auto strips = m_pane->findChildren<PlanStrip *>();
        QVERIFY(strips[0]->plan().items.isEmpty());
        m_pane->setPlan(u"a"_s, 5, plan);
        QCOMPARE(strips[0]->plan().items.size(), 1);
        QVERIFY(strips[1]->plan().items.isEmpty());
    }

    void oneGoesToTheTurnAtWhichAFactIsLost()
    {
        FactFate fate{.card = u"a"_s, .message = u"m"_s};
        for (int turn = 1; turn <= m_pane->turns(); ++turn)
            fate.byTurn.append(turn < 7 ? Presence::Sent : Presence::Missing);
        m_pane->addFates({fate});
        auto *lost = Shown::withText<QToolButton>(*m_pane, u"Lost at turn 7"_s);
        QVERIFY(lost);
        lost->click();
        QCOMPARE(m_pane->turn(), 7);
        m_pane->setMarked({u"other"_s});
        const auto bars = m_pane->findChildren<FateBar *>();
        for (const FateBar *bar : bars)
            QVERIFY(!bar->isVisibleTo(m_pane.get()));
    }

    void aFateIsSaidInWords_data()
    {
        using enum Presence;
        QTest::addColumn<QList<Presence>>("byTurn");
        QTest::addColumn<QString>("text");
        QTest::addRow("kept") << QList{NotSaid, Sent, Sent} << u"Never lost"_s;
        QTest::addRow("in the summary")
            << QList{Sent, Summarised} << u"Sent, or in the summary"_s;
        QTest::addRow("lost") << QList{Sent, Missing} << u"Lost at turn 2"_s;
        QTest::addRow("lost and back")
            << QList{Sent, Missing, Missing, Sent} << u"Lost at turn 2, back at turn 4"_s;
    }

    void aFateIsSaidInWords()
    {
        QFETCH(QList<Presence>, byTurn);
        QFETCH(QString, text);
        QCOMPARE(fateText({.byTurn = byTurn}), text);
    }

private:
    std::unique_ptr<TimePane> m_pane;
};

QTEST_MAIN(TestTimePane)
#include "tst_timepane.moc"
