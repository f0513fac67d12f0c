#include "core/net/streamclocks.h"

#include <QTest>

using namespace Core;
using Phase = StreamClocks::Phase;

namespace {

constexpr NetClocks clocks{
    .connect = 10, .firstByte = 60, .idleBytes = 50, .idleUseful = 120, .total = 600};

} // namespace

class TestStreamClocks : public QObject
{
    Q_OBJECT

private:
    static void compare(const StreamClocks &running, Phase phase, qint64 at)
    {
        QVERIFY(running.next());
        QCOMPARE(running.next()->phase, phase);
        QCOMPARE(running.next()->at, at);
    }

private slots:
    void eachPhaseHasItsClock()
    {
        StreamClocks running(clocks, 1'000);
        compare(running, Phase::Connect, 1'010);
        running.requestSent(1'005);
        compare(running, Phase::FirstByte, 1'065);
        running.bytesCame(1'030);
        compare(running, Phase::IdleBytes, 1'080);
        running.answerEnded(1'040);
        compare(running, Phase::Linger, 1'090);
    }

    void anUploadThatMovesIsAlive()
    {
        StreamClocks running(clocks, 0);
        running.uploadMoved(9);
        compare(running, Phase::Connect, 19);
        running.requestSent(12); // its head; the body still goes up
        running.uploadMoved(40);
        compare(running, Phase::FirstByte, 100);
    }

    void signsOfLifeDoNotHoldARequestForEver()
    {
        StreamClocks running(clocks, 0);
        running.requestSent(0);
        running.bytesCame(5);
        running.usefulCame(5);
        for (qint64 now = 25; now <= 105; now += 20)
            running.bytesCame(now);
        compare(running, Phase::IdleUseful, 125);
        running.usefulCame(110);
        compare(running, Phase::IdleBytes, 155);
    }

    void theTotalIsNeverMoved()
    {
        StreamClocks running(clocks, 0);
        running.requestSent(0);
        running.bytesCame(590);
        running.usefulCame(590);
        compare(running, Phase::Total, 600);
    }

    void zeroMeansForEver()
    {
        StreamClocks running({0, 0, 0, 0, 0}, 0);
        QVERIFY(!running.next());
        running.requestSent(0);
        running.bytesCame(0);
        QVERIFY(!running.next());
        running.answerEnded(0); // yet a server that lingers is not waited for
        compare(running, Phase::Linger, StreamClocks::lingerMs);
    }
};

QTEST_GUILESS_MAIN(TestStreamClocks)
#include "tst_streamclocks.moc"
