#include "core/net/breaker.h"
#include "core/net/wilson.h"

#include <QTest>

using namespace Core;
using Kind = Error::Kind;
using State = Breaker::State;

namespace {

const Error serverFailed{.kind = Kind::ServerFailed};

/// Ends `count` requests, the first `errors` of each ten badly, all within a second.
void feed(Breaker &breaker, int count, int errorsInTen, qint64 now)
{
    for (int i = 0; i < count; ++i) {
        if ((i * 7) % 10 < errorsInTen) // spread, so that none come in a row
            breaker.failed(serverFailed, now, 0);
        else
            breaker.succeeded(now);
    }
}

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT

private slots:
    void itOpensAfterFiveInARow()
    {
        Breaker breaker;
        for (int i = 0; i < 4; ++i)
            breaker.failed(serverFailed, 0, 0);
        QCOMPARE(breaker.state(0), State::Closed);
        breaker.failed(serverFailed, 0, 0);
        QCOMPARE(breaker.state(0), State::Open);
        QVERIFY(!breaker.tryPass(29'999));
    }

    void aSuccessBreaksTheRow()
    {
        Breaker breaker;
        for (int i = 0; i < 15; ++i) {
            if (i % 4 == 3)
                breaker.succeeded(0);
            else if (i < 8)
                breaker.failed(serverFailed, 0, 0);
        }
        QCOMPARE(breaker.state(0), State::Closed);
    }

    void itOpensWhenTooManyFail()
    {
        Breaker breaker;
        feed(breaker, 40, 3, 1'000);
        QCOMPARE(breaker.state(1'000), State::Open);
    }

    void aFewAmongFewAreNotEnough()
    {
        Breaker breaker;
        feed(breaker, 19, 3, 1'000);
        QCOMPARE(breaker.state(1'000), State::Closed);
    }

    void oneInTenIsTolerated()
    {
        Breaker breaker;
        feed(breaker, 400, 1, 1'000);
        QCOMPARE(breaker.state(1'000), State::Closed);
    }

    void onlyTheLastMinuteCounts()
    {
        Breaker breaker;
        feed(breaker, 10, 4, 1'000);
        feed(breaker, 19, 3, 70'000); // the ten of before would make it twenty and more
        QCOMPARE(breaker.state(70'000), State::Closed);
    }

    void oneProbeDecides()
    {
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            breaker.failed(serverFailed, 0, 0);
        QCOMPARE(breaker.waitMs(0), 30'000);
        QCOMPARE(breaker.state(30'000), State::HalfOpen);
        QVERIFY(breaker.tryPass(30'000));
        QVERIFY(!breaker.tryPass(30'000)); // while the probe runs
        breaker.succeeded(31'000);
        QCOMPARE(breaker.state(31'000), State::Closed);
        QVERIFY(breaker.tryPass(31'000));
        for (int i = 0; i < 4; ++i)
            breaker.failed(serverFailed, 32'000, 0);
        QCOMPARE(breaker.state(32'000), State::Closed); // begins anew
    }

    void aFailedProbeDoublesTheRest()
    {
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            breaker.failed(serverFailed, 0, 0);
        qint64 now = 0;
        for (const qint64 rest : {30'000, 60'000, 120'000, 240'000, 480'000, 600'000, 600'000}) {
            QCOMPARE(breaker.waitMs(now), rest);
            now += rest;
            QVERIFY(breaker.tryPass(now));
            breaker.failed(serverFailed, now, 0);
        }
    }

    void aProbeThatProvesNothingLetsAnotherOneTry()
    {
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            breaker.failed(serverFailed, 0, 0);
        QVERIFY(breaker.tryPass(30'000));
        breaker.failed({.kind = Kind::Cancelled}, 30'000, 0);
        QCOMPARE(breaker.state(30'000), State::HalfOpen);
        QVERIFY(breaker.tryPass(30'000));
    }

    void itRestsAsLongAsTheProviderAsks()
    {
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            breaker.failed({.kind = Kind::RateLimited, .retryAfterMs = 90'000}, 0, 0);
        QCOMPARE(breaker.waitMs(0), 90'000);
    }

    void aRestGoesOnAfterARestart()
    {
        Breaker breaker;
        QVERIFY(!breaker.rest(0));
        for (int i = 0; i < 5; ++i)
            breaker.failed(serverFailed, 0, 0);
        Breaker again;
        again.restore(*breaker.rest(10'000), 500);
        QCOMPARE(again.waitMs(500), 20'000);
        QVERIFY(!again.tryPass(20'499));
        QVERIFY(again.tryPass(20'500));
        again.failed(serverFailed, 20'500, 0);
        QCOMPARE(again.waitMs(20'500), 60'000); // the second opening
    }

    void aRestIsNeverLongerThanItWasMeantToBe()
    {
        Breaker breaker;
        breaker.restore({.leftMs = 86'400'000, .wholeMs = 30'000, .openings = 1}, 0);
        QCOMPARE(breaker.waitMs(0), 30'000);
        breaker.restore({.leftMs = -5, .wholeMs = 30'000, .openings = 1}, 0);
        QCOMPARE(breaker.state(0), State::HalfOpen);
    }

    void errorsOfTheRequestDoNotCount()
    {
        Breaker breaker;
        for (const Kind kind : {Kind::BadInput, Kind::Cancelled, Kind::ContentFiltered,
                                Kind::ContextExceeded, Kind::NotFound, Kind::Rejected}) {
            for (int i = 0; i < 50; ++i)
                breaker.failed({.kind = kind}, 0, 0);
        }
        QCOMPARE(breaker.state(0), State::Closed);
    }

    void intervalsAreWilsons()
    {
        const Interval few = wilson(0, 10, 1.96);
        QVERIFY(few.low < 1e-9);
        QVERIFY(qAbs(few.high - 0.2775) < 0.001);
        const Interval half = wilson(50, 100, 1.96);
        QVERIFY(qAbs(half.low - 0.4038) < 0.001);
        QVERIFY(qAbs(half.high - 0.5962) < 0.001);
        QCOMPARE(wilson(0, 0, 1.96).high, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
