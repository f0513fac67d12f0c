#include "core/net/router.h"

#include <QTest>

#include <cmath>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int many = 200'000; // the simulation
constexpr int some = 20'000; // what a rule is tried on

const QStringList &users()
{
    static const QStringList all = [] {
        QStringList names;
        for (int i = 0; i < many; ++i)
            names.append(u"user-%1"_s.arg(i));
        return names;
    }();
    return all;
}

QStringList assigned(const QList<WeightedProvider> &providers, int count = some,
                     const QString &experiment = Router::defaultExperiment())
{
    const Router router(providers, u"A"_s, experiment);
    QStringList all;
    for (int i = 0; i < count; ++i) {
        const Result<Assignment> assignment = router.assign(users()[i]);
        all.append(assignment ? assignment->provider : QString());
    }
    return all;
}

/// "A>B" → how many users went from A to B.
QHash<QString, int> moves(const QStringList &before, const QStringList &after)
{
    QHash<QString, int> counts;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] != after[i])
            ++counts[before[i] + u'>' + after[i]];
    }
    return counts;
}

double shareOf(const QStringList &all, const QString &provider)
{
    return double(all.count(provider)) / double(all.size());
}

/// Four standard deviations: a fair assignment is outside once in sixteen thousand runs, and
/// this one is the same in every run.
bool isNear(double found, double expected, int count = some)
{
    return std::abs(found - expected) < 4 * std::sqrt(expected * (1 - expected) / count) + 1e-9;
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void sharesAreWeightBySum_data()
    {
        QTest::addColumn<QList<WeightedProvider>>("providers");
        using List = QList<WeightedProvider>;
        QTest::addRow("95 to 5") << List{{u"A"_s, 95}, {u"B"_s, 5}};
        QTest::addRow("not 100 in all") << List{{u"A"_s, 95}, {u"B"_s, 10}};
        QTest::addRow("fine steps") << List{{u"A"_s, 99.95}, {u"B"_s, 0.05}};
        QTest::addRow("1 to 1") << List{{u"A"_s, 1}, {u"B"_s, 1}};
        QTest::addRow("two canaries") << List{{u"A"_s, 90}, {u"B"_s, 5}, {u"C"_s, 5}};
        QTest::addRow("four") << List{{u"B"_s, 3}, {u"A"_s, 1}, {u"C"_s, 2}, {u"D"_s, 4}};
        QTest::addRow("a canary alone") << List{{u"A"_s, 0}, {u"B"_s, 7}};
    }

    void sharesAreWeightBySum()
    {
        QFETCH(QList<WeightedProvider>, providers);
        double sum = 0;
        for (const WeightedProvider &provider : providers)
            sum += provider.weight;

        const int count = some;
        const QStringList all = assigned(providers, count);

        QCOMPARE(all.count(QString()), 0);
        for (const WeightedProvider &provider : providers) {
            const double expected = provider.weight / sum;
            QCOMPARE(Router(providers, u"A"_s).share(provider.name), expected);
            QVERIFY2(isNear(shareOf(all, provider.name), expected, count),
                     qPrintable(provider.name));
        }
    }

    void aUserAlwaysGoesToTheSameProvider()
    {
        const QList<WeightedProvider> providers{{u"A"_s, 60}, {u"B"_s, 40}};
        const Router router(providers, u"A"_s);
        const Router again(providers, u"A"_s);
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(*router.assign(users()[i]), *again.assign(users()[i]));
    }

    /// Pinned, so that another version or machine assigns nobody anew.
    void bucketsAreWhatTheyAlwaysWere()
    {
        const Router router({{u"A"_s, 50}, {u"B"_s, 50}}, u"A"_s);
        const auto rounded = [&](const QString &user) {
            return std::lround(router.assign(user)->bucket * 1e6);
        };
        QCOMPARE(rounded(u"alice"_s), 472'252L);
        QCOMPARE(rounded(u"Nguyễn Văn An"_s), 412'194L);
        QCOMPARE(rounded(QString()), 441'345L);
    }

    void raisingACanaryOnlyAdmits()
    {
        const QStringList before = assigned({{u"A"_s, 95}, {u"B"_s, 5}});
        const QStringList after = assigned({{u"A"_s, 95}, {u"B"_s, 10}});

        const QHash<QString, int> moved = moves(before, after);

        QCOMPARE(moved.keys(), QStringList{u"A>B"_s});
        QVERIFY(isNear(moved[u"A>B"_s] / double(some), 10.0 / 105 - 0.05));
    }

    void loweringACanarySendsAwayWhoCameLast()
    {
        const QStringList low = assigned({{u"A"_s, 95}, {u"B"_s, 5}});
        const QStringList high = assigned({{u"A"_s, 80}, {u"B"_s, 20}});
        const QStringList lowAgain = assigned({{u"A"_s, 95}, {u"B"_s, 5}});

        QCOMPARE(moves(high, lowAgain).keys(), QStringList{u"B>A"_s});
        QCOMPARE(lowAgain, low);
    }

    void raisingOneOnlyMovesUsersToIt_data()
    {
        QTest::addColumn<QList<double>>("weights");
        QTest::addColumn<int>("raised");
        QTest::addColumn<double>("to");
        QTest::addColumn<int>("count");
        using List = QList<double>;
        QTest::addRow("the first canary") << List{90, 5, 5} << 1 << 10.0 << some;
        QTest::addRow("the last canary, all users") << List{90, 5, 5} << 2 << 10.0 << many;
        QTest::addRow("one in the middle") << List{60, 20, 15, 5} << 2 << 60.0 << some;
        QTest::addRow("the control") << List{60, 20, 15, 5} << 0 << 90.0 << some;
        QTest::addRow("a new one") << List{95, 5, 0} << 2 << 5.0 << some;
    }

    void raisingOneOnlyMovesUsersToIt()
    {
        QFETCH(QList<double>, weights);
        QFETCH(int, raised);
        QFETCH(double, to);
        QFETCH(int, count);
        QList<WeightedProvider> providers;
        for (const double weight : weights)
            providers.append({QString(QChar('A' + int(providers.size()))), weight});
        const QStringList before = assigned(providers, count);
        providers[raised].weight = to;
        const QStringList after = assigned(providers, count);

        for (qsizetype i = 0; i < count; ++i) {
            if (before[i] != after[i])
                QCOMPARE(after[i], providers[raised].name);
        }
        QCOMPARE(after.count(QString()), 0);
        const Router router(providers, u"A"_s);
        for (const WeightedProvider &provider : providers) {
            const double off = shareOf(after, provider.name) - router.share(provider.name);
            QVERIFY(count < many || std::abs(off) < 0.002);
        }
    }

    /// What a canary takes from its control at a constant sum. The third one stays as large as it
    /// was, and nobody comes to the lowered one or leaves the raised one.
    void takingFromOneForAnotherIsBothAtOnce()
    {
        const QStringList before = assigned({{u"A"_s, 90}, {u"B"_s, 5}, {u"C"_s, 5}});
        const QStringList after = assigned({{u"A"_s, 85}, {u"B"_s, 5}, {u"C"_s, 10}});

        const QHash<QString, int> moved = moves(before, after);

        for (const char *never : {"B>A", "C>A", "C>B"})
            QVERIFY2(!moved.contains(QLatin1String(never)), never);
        QVERIFY(moved[u"A>C"_s] > 5 * (moved[u"A>B"_s] + moved[u"B>C"_s]));
    }

    void aRaisedCanaryNeverLosesAUser_data()
    {
        QTest::addColumn<int>("raised");
        QTest::addRow("the first") << 1;
        QTest::addRow("the second") << 2;
        QTest::addRow("the third") << 3;
    }

    void aRaisedCanaryNeverLosesAUser()
    {
        QFETCH(int, raised);
        QList<WeightedProvider> providers{{u"A"_s, 60}, {u"B"_s, 10}, {u"C"_s, 20}, {u"D"_s, 10}};
        const QString name = providers[raised].name;
        QStringList before = assigned(providers);
        for (const double weight : {21.0, 35.0, 90.0}) {
            providers[raised].weight = weight;
            const QStringList after = assigned(providers);
            for (qsizetype i = 0; i < before.size(); ++i) {
                if (before[i] == name)
                    QCOMPARE(after[i], name);
            }
            before = after;
        }
    }

    /// Five edits of one canary wore another one down to nothing where weights were written back.
    void manyEditsLeaveNoTrace()
    {
        const QList<WeightedProvider> start{{u"A"_s, 90}, {u"B"_s, 5}, {u"C"_s, 5}};
        QList<WeightedProvider> providers = start;
        for (const double weight : {7.0, 10.0, 15.0, 20.0, 25.0, 5.0})
            providers[1].weight = weight;
        QCOMPARE(assigned(providers), assigned(start));
    }

    void promotingACanaryMovesNobodyBack()
    {
        const QStringList before = assigned({{u"A"_s, 50}, {u"B"_s, 50}});
        const QStringList after = assigned({{u"A"_s, 0}, {u"B"_s, 50}});

        QCOMPARE(moves(before, after).keys(), QStringList{u"A>B"_s});
        QCOMPARE(after.count(u"B"_s), some);
    }

    void weightsOfNothingTakeNoPart()
    {
        const QStringList with = assigned({{u"X"_s, 0}, {u"A"_s, 95}, {u"Y"_s, -3}, {u"B"_s, 5}});
        const QStringList without = assigned({{u"A"_s, 95}, {u"B"_s, 5}});

        QCOMPARE(with, without);
        QVERIFY(!Router({{u"A"_s, 0}, {u"B"_s, std::nan("")}}, u"A"_s).assign(u"x"_s));
        QVERIFY(!Router({}, {}).draw(0.5));
    }

    void experimentsAreIndependent()
    {
        const QStringList one = assigned({{u"A"_s, 95}, {u"B"_s, 5}}, some, u"one"_s);
        const QStringList two = assigned({{u"A"_s, 95}, {u"B"_s, 5}}, some, u"two"_s);
        int both = 0;
        for (qsizetype i = 0; i < one.size(); ++i)
            both += one[i] == u"B"_s && two[i] == u"B"_s ? 1 : 0;

        QVERIFY(isNear(both / double(some), 0.05 * 0.05));
    }

    void somebodyWithoutANameIsDrawnByWeight()
    {
        const Router router({{u"A"_s, 90}, {u"B"_s, 5}, {u"C"_s, 5}}, u"A"_s);
        QCOMPARE(router.draw(0.0)->provider, u"A"_s);
        QCOMPARE(router.draw(0.8999)->provider, u"A"_s);
        QCOMPARE(router.draw(0.9001)->provider, u"B"_s);
        QCOMPARE(router.draw(0.9501)->provider, u"C"_s);
        QCOMPARE(router.draw(0.999999999999)->provider, u"C"_s);
    }

    void fallbacksAreTheOthersHeaviestFirst()
    {
        const Router router({{u"A"_s, 5}, {u"B"_s, 90}, {u"C"_s, 5}, {u"D"_s, 0}}, u"A"_s);
        QCOMPARE(router.fallbacks(u"A"_s), (QStringList{u"B"_s, u"C"_s}));
        QCOMPARE(router.fallbacks(u"B"_s), (QStringList{u"A"_s, u"C"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
