#include "ui/inspector/timingsegments.h"

#include <QTest>

using Core::Timing;
using Phase = TimingSegment::Phase;

class TestTimingSegments : public QObject
{
    Q_OBJECT

private slots:
    void phasesAre_data()
    {
        QTest::addColumn<Timing>("timing");
        QTest::addColumn<QList<TimingSegment>>("segments");

        QTest::addRow("as wide as they took long")
            << Timing{.queued = 100, .connected = 300, .firstToken = 600, .total = 1000}
            << QList<TimingSegment>{{Phase::Queued, 100, 0, 101},
                                    {Phase::Connecting, 200, 101, 200},
                                    {Phase::Thinking, 300, 301, 300},
                                    {Phase::Streaming, 400, 601, 399}};
        QTest::addRow("left out where they were not reached")
            << Timing{.queued = 500, .total = 1000}
            << QList<TimingSegment>{{Phase::Queued, 500, 0, 500},
                                    {Phase::Streaming, 500, 500, 500}};
        QTest::addRow("left out where they took no time")
            << Timing{.queued = 0, .connected = 1000, .firstToken = 1000, .total = 1000}
            << QList<TimingSegment>{{Phase::Connecting, 1000, 0, 1000}};
        QTest::addRow("none of an attempt that was never sent")
            << Timing{} << QList<TimingSegment>{};
    }

    void phasesAre()
    {
        QFETCH(Timing, timing);
        QFETCH(QList<TimingSegment>, segments);
        const QList<TimingSegment> found = timingSegments(timing, 1000);
        QCOMPARE(found.size(), segments.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].phase, segments[i].phase);
            QCOMPARE(found[i].milliseconds, segments[i].milliseconds);
            QVERIFY(qAbs(found[i].x - segments[i].x) <= 4);
            QVERIFY(qAbs(found[i].width - segments[i].width) <= 4);
        }
    }

    void aShortPhaseStaysVisible()
    {
        const QList<TimingSegment> found = timingSegments(
            {.queued = 1, .connected = 2, .firstToken = 60'000, .total = 90'000}, 300);
        QCOMPARE(found.size(), 4);
        for (const TimingSegment &segment : found)
            QVERIFY(segment.width >= 2);
        QCOMPARE(found.last().x + found.last().width, 300);
    }
};

QTEST_GUILESS_MAIN(TestTimingSegments)
#include "tst_timingsegments.moc"
