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
    HealthSample sample{.provider = provider, .totalMs = ms};
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
        QCOMPARE(canary.history().size(), plan.steps.size());
        QCOMPARE(canary.weight(), 50);
    }

    void aBadCanaryIsSentBackWithTheReason_data()
    {
        QTest::addColumn<double>("errorRate");
        QTest::addColumn<double>("slowness");
        QTest::addColumn<QString>("says");
        QTest::addRow("errors") << 0.2 << 1.0 << u"errors"_s;
        QTest::addRow("slow") << 0.01 << 1.8 << u"slower"_s;
    }

    void aBadCanaryIsSentBackWithTheReason()
    {
        QFETCH(double, errorRate);
        QFETCH(double, slowness);
        QFETCH(QString, says);

        const Canary canary = run({errorRate, slowness}, 2);

        QCOMPARE(canary.state(), Canary::State::RolledBack);
        QCOMPARE(canary.weight(), 0);
        QVERIFY2(canary.history().last().reason.contains(says),
                 qPrintable(canary.history().last().reason));
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
        QCOMPARE(canary.finding().reason, QString());
    }

    void aRestartKeepsTheStepAndTheHistory()
    {
        Canary canary(plan, now);
        canary.rollBack(u"by hand"_s, now);

        const Canary again = Canary::fromJson(canary.toJson());

        QCOMPARE(again.state(), Canary::State::RolledBack);
        QCOMPARE(again.plan(), canary.plan());
        QCOMPARE(again.history(), canary.history());
        QCOMPARE(Canary::fromJson("rubbish").state(), Canary::State::Passed);
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
