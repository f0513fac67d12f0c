#include "ui/budget/metersegments.h"

#include <QTest>

using Core::BudgetUse;

namespace {

MeterState stateWith(const BudgetUse &use, int window = 1000, int reserve = 100)
{
    return {.use = use, .budget = {.window = window, .replyReserve = reserve}};
}

} // namespace

class TestMeterSegments : public QObject
{
    Q_OBJECT

private slots:
    void partsAreAsWideAsTheirTokens()
    {
        const MeterState state =
            stateWith({.system = 100, .history = 300, .question = 50, .limit = 900});
        const QList<MeterSegment> expected{{MeterPart::System, 0, 100, 100},
                                           {MeterPart::History, 100, 300, 300},
                                           {MeterPart::Draft, 400, 50, 50},
                                           {MeterPart::Free, 450, 450, 450},
                                           {MeterPart::Reserve, 900, 100, 100}};
        QCOMPARE(meterSegments(state, 1000), expected);
    }

    void typingAndStreamingFillTheirParts()
    {
        MeterState state = stateWith({.question = 50});
        state.draft = 150;
        state.reply = 40;
        const QList<MeterSegment> expected{{MeterPart::Draft, 0, 200, 200},
                                           {MeterPart::Free, 200, 700, 700},
                                           {MeterPart::Reply, 900, 40, 40},
                                           {MeterPart::Reserve, 940, 60, 60}};
        QCOMPARE(meterSegments(state, 1000), expected);
    }

    void aReplyDoesNotGrowBeyondItsReserve()
    {
        MeterState state = stateWith({.question = 900});
        state.reply = 5000;
        const QList<MeterSegment> expected{{MeterPart::Draft, 0, 900, 900},
                                           {MeterPart::Reply, 900, 100, 100}};
        QCOMPARE(meterSegments(state, 1000), expected);
    }

    void smallPartsStayVisible_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("least");

        QTest::addRow("three pixels") << 300 << 3;
        QTest::addRow("less where there is no room") << 12 << 1;
    }

    void smallPartsStayVisible()
    {
        QFETCH(int, width);
        QFETCH(int, least);

        const MeterState state = stateWith(
            {.system = 1, .pinned = 2, .summary = 1, .history = 5, .retrieved = 1, .question = 3},
            128'000, 4'096);
        const QList<MeterSegment> segments = meterSegments(state, width);
        QCOMPARE(segments.size(), 8);
        for (const MeterSegment &segment : segments)
            QVERIFY(segment.width >= least);
    }

    void segmentsFillTheBarWithoutGaps()
    {
        for (int width = 1; width < 700; width += 7) {
            for (int history = 0; history < 2000; history += 97) {
                const QList<MeterSegment> segments = meterSegments(
                    stateWith({.system = 3, .history = history, .question = history / 3}), width);
                int x = 0;
                for (const MeterSegment &segment : segments) {
                    QCOMPARE(segment.x, x);
                    x += segment.width;
                }
                QCOMPARE(x, width);
            }
        }
    }

    void overBudgetTheWholeRequestIsTheBar()
    {
        const MeterState state = stateWith({.history = 1900});
        const QList<MeterSegment> expected{{MeterPart::History, 0, 950, 1900},
                                           {MeterPart::Reserve, 950, 50, 100}};
        QCOMPARE(meterSegments(state, 1000), expected);
        QCOMPARE(state.overBy(), 1000);
    }

    void aWindowThatIsAllReserveHasNoRoom()
    {
        const QList<MeterSegment> segments = meterSegments(stateWith({}, 1000, 2000), 100);
        QCOMPARE(segments.size(), 1);
        QCOMPARE(segments[0].part, MeterPart::Reserve);
        QVERIFY(meterSegments(stateWith({}, 0, 0), 100).isEmpty());
    }

    void theLevelRisesWithTheShareOfTheLimit_data()
    {
        QTest::addColumn<int>("history");
        QTest::addColumn<MeterLevel>("level");

        QTest::addRow("calm") << 674 << MeterLevel::Calm;
        QTest::addRow("amber from three quarters") << 675 << MeterLevel::Amber;
        QTest::addRow("red from nine tenths") << 810 << MeterLevel::Red;
        QTest::addRow("red when full") << 900 << MeterLevel::Red;
        QTest::addRow("over by one") << 901 << MeterLevel::Over;
    }

    void theLevelRisesWithTheShareOfTheLimit()
    {
        QFETCH(int, history);
        QFETCH(MeterLevel, level);
        QCOMPARE(meterLevel(stateWith({.history = history})), level);
    }
};

QTEST_GUILESS_MAIN(TestMeterSegments)
#include "tst_metersegments.moc"
