#include "core/net/health.h"

#include <QTest>

#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void quantilesAreRightWithinOneInAHundred()
    {
        std::mt19937 random(1);
        std::lognormal_distribution<double> latency(6.0, 0.6);
        LatencySketch sketch;
        std::vector<qint64> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(qint64(latency(random)) + 1);
            sketch.add(all.back());
        }
        std::sort(all.begin(), all.end());
        for (const double share : {0.5, 0.95, 0.99, 1.0}) {
            const auto exact = double(all[size_t(std::ceil(share * 20'000)) - 1]);
            QVERIFY(std::abs(*sketch.quantile(share) - exact) <= exact * 0.011);
        }
        const double mean = double(std::accumulate(all.begin(), all.end(), qint64(0))) / 20'000;
        QCOMPARE(*sketch.mean(), mean);
    }

    void twoSketchesAreOneOfBoth()
    {
        LatencySketch left;
        LatencySketch right;
        LatencySketch both;
        for (int i = 1; i < 500; ++i) {
            (i % 3 == 0 ? left : right).add(i * 7);
            both.add(i * 7);
        }
        left.add(right);
        QCOMPARE(left, both);
    }

    void aSketchOfNothingKnowsNothing()
    {
        QVERIFY(!LatencySketch().mean());
        QVERIFY(!LatencySketch().quantile(0.5));
    }

    void aQuantileIsTheNearestRank()
    {
        LatencySketch sketch;
        for (int i = 0; i < 19; ++i)
            sketch.add(100);
        sketch.add(5'000);
        QVERIFY(*sketch.quantile(0.95) < 110);
        sketch.add(5'000);
        QVERIFY(*sketch.quantile(0.95) > 4'900);
    }

    void nonsenseIsClamped()
    {
        LatencySketch sketch;
        sketch.add(-5);
        sketch.add(std::numeric_limits<qint64>::max());
        QCOMPARE(sketch.count(), 2);
        QVERIFY(*sketch.quantile(1) < 90'000'000);
    }

    void latenciesAreOfSuccessesOnly()
    {
        HealthBook book;
        book.add({.provider = u"p"_s, .firstTokenMs = 100, .totalMs = 400});
        book.add({.provider = u"p"_s, .error = Error{.kind = Kind::TimedOut}, .totalMs = 60'000});
        book.add({.provider = u"p"_s, .error = Error{.kind = Kind::RateLimited}, .totalMs = 1});
        book.add({.provider = u"p"_s, .error = Error{.kind = Kind::Cancelled}, .totalMs = 1});
        book.add({.provider = u"o"_s, .totalMs = 300, .isFallback = true});

        const QList<ProviderHealth> report = book.report();

        QCOMPARE(report.size(), 2);
        QCOMPARE(report[0].provider, u"o"_s);
        QCOMPARE(report[0].fallbacks, 1);
        QCOMPARE(report[1].requests, 3); // what the user stopped says nothing of the provider
        QCOMPARE(report[1].errors,
                 (QMap<QString, qint64>{{u"rate limit"_s, 1}, {u"timeout"_s, 1}}));
        QCOMPARE(report[1].total.count(), 1);
        QCOMPARE(report[1].total.mean(), std::optional(400.0));
        QVERIFY(qAbs(report[1].errorRate() - 2.0 / 3) < 1e-9);
    }

    void healthAddsUp()
    {
        ProviderHealth one;
        ProviderHealth two;
        ProviderHealth both;
        for (int i = 0; i < 100; ++i) {
            HealthSample sample{.provider = u"p"_s, .firstTokenMs = i, .totalMs = i * 10};
            if (i % 9 == 0)
                sample.error = Error{.kind = Kind::ServerFailed};
            (i % 2 == 0 ? one : two).add(sample);
            both.add(sample);
        }
        one.add(two);
        QCOMPARE(one, both);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
