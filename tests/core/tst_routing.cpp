#include "core/session/routing.h"

#include <QSet>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl practiceUrl(u"http://127.0.0.1:1/v1"_s);

Settings weighted(const QList<double> &weights)
{
    Settings settings;
    for (const double weight : weights)
        settings.providers.append(
            {.name = QString(QChar('a' + int(settings.providers.size()))), .weight = weight});
    return settings;
}

Route routeOf(const Settings &settings, const Conversation &conversation, double random = 0.5)
{
    const auto route = routeFor(settings, conversation, practiceUrl, random);
    return route ? *route : Route{};
}

QStringList namesOf(const QList<Provider> &providers)
{
    QStringList names;
    for (const Provider &provider : providers)
        names += provider.name;
    return names;
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT

private slots:
    void withoutWeightsItIsTheSettingsProvider()
    {
        Settings settings = weighted({0, 0});
        settings.provider = u"b"_s;
        const Route route = routeOf(settings, {.userId = u"an"_s});
        QCOMPARE(route.provider.name, u"b"_s);
        QVERIFY(route.fallbacks.isEmpty());
        QVERIFY(!route.sticks);
    }

    void aConversationStaysWhereItBegan()
    {
        const Settings settings = weighted({99, 1});
        const Route first = routeOf(settings, {.id = u"1"_s}, 0.995);
        QCOMPARE(first.provider.name, u"b"_s);
        QVERIFY(first.sticks);
        const Route later = routeOf(settings, {.id = u"1"_s, .provider = u"b"_s}, 0.1);
        QCOMPARE(later.provider.name, u"b"_s);
        QVERIFY(!later.sticks);
    }

    void aUserGoesToTheSameProviderWhateverIsDrawn()
    {
        const Settings settings = weighted({50, 50});
        QSet<QString> seen;
        for (const double random : {0.0, 0.3, 0.6, 0.9})
            seen += routeOf(settings, {.userId = u"nguyen"_s}, random).provider.name;
        QCOMPARE(seen.size(), 1);
    }

    void somebodyWithoutANameIsDrawn_data()
    {
        QTest::addColumn<double>("random");
        QTest::addColumn<QString>("provider");
        QTest::addRow("low") << 0.1 << u"a"_s;
        QTest::addRow("high") << 0.95 << u"b"_s;
    }

    void somebodyWithoutANameIsDrawn()
    {
        QFETCH(double, random);
        QFETCH(QString, provider);
        QCOMPARE(routeOf(weighted({90, 10}), {}, random).provider.name, provider);
    }

    void thoseWithAWeightStandInTheHeaviestFirst()
    {
        const Route route = routeOf(weighted({1, 0, 7, 2}), {.provider = u"a"_s});
        QCOMPARE(namesOf(route.fallbacks), (QStringList{u"c"_s, u"d"_s}));
    }

    /// Who was chosen by hand is asked alone: what is typed may not be meant for others.
    void aProviderWithoutWeightHasNoFallbacks()
    {
        QVERIFY(routeOf(weighted({1, 0}), {.provider = u"b"_s}).fallbacks.isEmpty());
        QVERIFY(routeOf(weighted({1, 1}), {.provider = u"practice"_s}).fallbacks.isEmpty());
    }

    void aProviderThatIsGoneIsNamed()
    {
        const auto route = routeFor(weighted({0}), {.provider = u"gone"_s}, practiceUrl, 0);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::NotFound);
        QVERIFY(route.error().where.contains("gone"_L1));
        QCOMPARE(route.error().detail, u"practice, a"_s);
    }

    /// Else a canary that comes first in the list would become the control as soon as it has a
    /// weight, and the users of all others would be drawn anew.
    void theSettingsSayWhoTheControlIs()
    {
        Settings before = weighted({0, 90, 10});
        Settings after = weighted({5, 85, 10});
        before.control = after.control = u"b"_s;
        int moved = 0;
        for (int i = 0; i < 2'000; ++i) {
            const QString user = QString::number(i);
            const QString from = routerOf(before).assign(user)->provider;
            const QString to = routerOf(after).assign(user)->provider;
            moved += from != to ? 1 : 0;
            QVERIFY(from == to || to == "a"_L1 || from == "b"_L1); // b was lowered
        }
        QVERIFY(moved > 50);
    }

    void weightsThatMakeNoSenseTakeNoPart_data()
    {
        QTest::addColumn<double>("weight");
        QTest::addRow("zero") << 0.0;
        QTest::addRow("below zero") << -5.0;
        QTest::addRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::addRow("without end") << std::numeric_limits<double>::infinity();
    }

    void weightsThatMakeNoSenseTakeNoPart()
    {
        QFETCH(double, weight);
        const Settings settings = weighted({weight, 3});
        QCOMPARE(routerOf(settings).share(u"a"_s), 0);
        QCOMPARE(routerOf(settings).share(u"b"_s), 1);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(routeOf(settings, {.userId = QString::number(i)}).provider.name, u"b"_s);
    }

    void aTurnCarriesItsRoute()
    {
        const Settings settings = weighted({1, 2});
        const Route route = routeOf(settings, {.id = u"1"_s}, 0.0);
        const Turn turn = turnAlong(route, settings, {.id = u"1"_s}, u"Hello"_s);
        QCOMPARE(turn.provider.name, u"a"_s);
        QCOMPARE(namesOf(turn.fallbacks), QStringList{u"b"_s});
        QCOMPARE(turn.routedBecause, u"drawn by weight"_s);
        QVERIFY(turn.sticks);
        QCOMPARE(turn.text, u"Hello"_s);
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
