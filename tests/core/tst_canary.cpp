#include "core/net/canary.h"
#include "core/net/router.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const CanaryPlan plan{.canary = u"new"_s, .control = u"old"_s};
const QDateTime now({2026, 11, 1}, {12, 0}, Qt::UTC);

HealthSample answer(const QString &provider, qint64 ms, bool failed)
{
    HealthSample sample{.provider = provider, .totalMs = ms, .isTurn = true};
    if (failed)
        sample.error = Error{.kind = Error::Kind::ServerFailed};
    return sample;
}

/// What the canary is like; the control fails in 1 % and takes 400 ms, give or take.
struct Behaviour
{
    double errorRate = 0.01;
    double slowness = 1;
};

/// Runs until it has ended, or for so many requests of each.
Canary run(const Behaviour &behaviour, quint32 seed, int most = 20'000)
{
    QRandomGenerator random(seed);
    const auto time = [&random] { return qint64(400 * (0.7 + random.generateDouble())); };
    Canary canary(plan, now);
    for (int i = 0; i < most && canary.state() == Canary::State::Running; ++i) {
        canary.add(answer(u"old"_s, time(), random.generateDouble() < 0.01), now);
        canary.add(answer(u"new"_s, qint64(double(time()) * behaviour.slowness),
                          random.generateDouble() < behaviour.errorRate),
                   now);
    }
    return canary;
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

private slots:
    void aGoodCanaryTakesEveryStep()
    {
        const Canary canary = run({}, 1);

        QCOMPARE(canary.state(), Canary::State::Passed);
        QCOMPARE(canary.history().size(), plan.steps.size() + 1);
        QCOMPARE(canary.weight(), 50);
        QCOMPARE(canary.finding().verdict, CanaryVerdict::NotWorse);
    }

    void aBadCanaryIsSentBackWithTheReason_data()
    {
        QTest::addColumn<double>("errorRate");
        QTest::addColumn<double>("slowness");
        QTest::addColumn<CanaryFinding::Why>("why");
        QTest::addRow("errors") << 0.2 << 1.0 << CanaryFinding::Why::MoreErrors;
        QTest::addRow("slow") << 0.01 << 1.8 << CanaryFinding::Why::Slower;
    }

    void aBadCanaryIsSentBackWithTheReason()
    {
        QFETCH(double, errorRate);
        QFETCH(double, slowness);
        QFETCH(CanaryFinding::Why, why);

        const Canary canary = run({errorRate, slowness}, 2);

        QCOMPARE(canary.state(), Canary::State::RolledBack);
        QCOMPARE(canary.weight(), 0);
        QCOMPARE(canary.history().last().cause, CanaryEvent::Cause::Worse);
        QCOMPARE(canary.history().last().finding.why, why);
        QVERIFY(findingText(canary.finding()).startsWith("worse"_L1));
    }

    /// One that is alike must not be sent back for looking often.
    void anEqualCanaryIsHardlyEverSentBack()
    {
        int sentBack = 0;
        for (quint32 seed = 0; seed < 60; ++seed)
            sentBack += run({}, 100 + seed).state() == Canary::State::RolledBack ? 1 : 0;
        QVERIFY2(sentBack <= 3, qPrintable(QString::number(sentBack)));
    }

    void fewRequestsAreNotEnough()
    {
        const Canary canary = run({0.5, 3}, 3, 99);

        QCOMPARE(canary.state(), Canary::State::Running);
        QCOMPARE(judge(plan, {.requests = 99}, {.requests = 5'000}, 1).verdict,
                 CanaryVerdict::NotEnoughData);
    }

    void fallbacksAndStrangersDoNotCount()
    {
        Canary canary(plan, now);
        HealthSample fallback = answer(u"new"_s, 400, true);
        fallback.isFallback = true;
        for (int i = 0; i < 1'000; ++i) {
            canary.add(fallback, now);
            canary.add(answer(u"third"_s, 400, true), now);
            canary.add(answer(u"old"_s, 400, false), now);
        }
        QCOMPARE(canary.state(), Canary::State::Running);
        HealthSample test = answer(u"new"_s, 400, true);
        test.isTurn = false;
        for (int i = 0; i < 1'000; ++i)
            canary.add(test, now);
        QCOMPARE(canary.finding().requests, 0);
    }

    /// Who rests is not asked, and would look well for ever.
    void aCanaryThatRestsFails()
    {
        Canary canary(plan, now);
        HealthSample elsewhere = answer(u"old"_s, 400, false);
        elsewhere.isFallback = true;
        elsewhere.passedOver = u"new"_s;
        for (int i = 0; i < 100 && canary.isRunning(); ++i) {
            canary.add(answer(u"old"_s, 400, false), now);
            canary.add(elsewhere, now);
        }
        QCOMPARE(canary.state(), Canary::State::RolledBack);
    }

    /// A step of a slow canary takes longer than a day, and programs are closed at night.
    void aRestartLosesNothing()
    {
        Canary canary(plan, now);
        for (int i = 0; i < 150; ++i) {
            canary.add(answer(u"old"_s, 400, i % 50 == 0), now);
            canary.add(answer(u"new"_s, 410, i % 50 == 0), now);
            canary.assign(i % 100 == 0 ? u"new"_s : u"old"_s, QString::number(i));
        }
        const QByteArray json = canary.toJson();
        Canary again = Canary::fromJson(json);

        QCOMPARE(again.toJson().size(), json.size()); // a set has no order
        QCOMPARE(again.state(), Canary::State::Running);
        QCOMPARE(again.plan(), canary.plan());
        QCOMPARE(again.history(), canary.history());
        QCOMPARE(again.finding(), canary.finding());
        canary.assign(u"old"_s, u"7"_s); // was counted before
        again.assign(u"old"_s, u"7"_s);
        for (int i = 0; i < 60; ++i) {
            canary.add(answer(u"new"_s, 4'000, true), now);
            again.add(answer(u"new"_s, 4'000, true), now);
        }
        QCOMPARE(again.state(), Canary::State::RolledBack);
        QCOMPARE(again.history(), canary.history());
        QCOMPARE(Canary::fromJson("rubbish").state(), Canary::State::Idle);
        QCOMPARE(Canary::fromJson("{\"plan\":{\"canary\":\"a\"}}").state(), Canary::State::Idle);
    }

    void handsDecideToo()
    {
        Canary canary(plan, now);
        canary.promote(now);
        QCOMPARE(canary.canaryWeight(), 100);
        QCOMPARE(canary.controlWeight(), 0);
        canary.rollBack(now);
        QCOMPARE(canary.canaryWeight(), 0);
        QCOMPARE(canary.state(), Canary::State::RolledBack);
        QCOMPARE(canary.history().size(), 3);
    }

    void bothKeepWhatTheyHaveTogether()
    {
        CanaryPlan small = plan;
        small.whole = 20;
        const Canary canary(small, now);
        QCOMPARE(canary.canaryWeight(), 0.2);
        QCOMPARE(canary.controlWeight(), 19.8);
    }

    /// A broken assignment keeps it from being raised, though not from being rolled back.
    void whereTheSharesAreOffItStays()
    {
        Canary canary(plan, now);
        for (int i = 0; i < 1'000; ++i)
            canary.assign(i % 2 == 0 ? u"new"_s : u"old"_s, QString::number(i));
        QVERIFY(canary.sharesAreOff());
        for (int i = 0; i < 3'000; ++i) {
            canary.add(answer(u"old"_s, 400, false), now);
            canary.add(answer(u"new"_s, 400, false), now);
        }
        QCOMPARE(canary.weight(), 1);
        QCOMPARE(canary.finding().why, CanaryFinding::Why::Shares);
        for (int i = 0; i < 3'000; ++i)
            canary.add(answer(u"new"_s, 400, true), now);
        QCOMPARE(canary.state(), Canary::State::RolledBack);
    }

    void theSameSomebodyIsCountedOnce()
    {
        Canary canary(plan, now);
        for (int i = 0; i < 2'000; ++i)
            canary.assign(u"new"_s, u"nguyen"_s);
        QVERIFY(!canary.sharesAreOff());
    }

    void itStaysSmallForEver()
    {
        Canary canary(plan, now);
        for (int i = 0; i < 5'000; ++i) {
            canary.assign(i % 100 == 0 ? u"new"_s : u"old"_s, QString::number(i));
            canary.add(answer(u"old"_s, 1 + i % 3'000, i % 7 == 0), now);
        }
        const qsizetype size = canary.toJson().size();
        for (int i = 0; i < 20'000; ++i) {
            canary.assign(i % 100 == 0 ? u"new"_s : u"old"_s, QString::number(10'000 + i));
            canary.add(answer(u"old"_s, 1 + i % 3'000, i % 7 == 0), now);
        }
        QVERIFY(canary.toJson().size() < size + 500);
    }

    void anAssignmentThatMissesItsSharesIsFoundOut()
    {
        const Router router({{u"a"_s, 95}, {u"b"_s, 5}}, {});
        QList<qint64> counts{0, 0};
        for (int user = 0; user < 20'000; ++user)
            ++counts[router.assign(QString::number(user))->provider == "a"_L1 ? 0 : 1];

        QVERIFY(!sharesMismatch(counts, {0.95, 0.05}));
        QVERIFY(sharesMismatch({18'800, 1'200}, {0.95, 0.05}));
        QVERIFY(sharesMismatch({10'400, 9'600}, {0.5, 0.5})); // A/A
        QVERIFY(!sharesMismatch({3, 0}, {0.5, 0.5})); // too few to tell
    }
};

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
