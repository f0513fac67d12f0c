#include "core/cost/spendlimits.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Money dollar{picoPerDollar};

QDateTime at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

SpendLimit limitOf(SpendLimit::Scope scope, const QString &key, SpendLimit::Period period)
{
    return {.id = u"one"_s, .scope = scope, .key = key, .period = period, .amount = dollar};
}

} // namespace

class TestSpendLimits : public QObject
{
    Q_OBJECT

private slots:
    void aPeriodIsOfTheLimitsZone_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");

        const int day = int(SpendLimit::Period::Day);
        const int week = int(SpendLimit::Period::Week);
        const int month = int(SpendLimit::Period::Month);
        QTest::addRow("a day in UTC") << day << QByteArray() << at("2026-11-23T12:00:00Z")
                                      << at("2026-11-23T00:00:00Z") << at("2026-11-24T00:00:00Z");
        QTest::addRow("tomorrow already in Viet Nam")
            << day << QByteArray("Asia/Ho_Chi_Minh") << at("2026-11-23T17:00:00Z")
            << at("2026-11-23T17:00:00Z") << at("2026-11-24T17:00:00Z");
        QTest::addRow("half an hour off in India")
            << day << QByteArray("Asia/Kolkata") << at("2026-11-23T12:00:00Z")
            << at("2026-11-22T18:30:00Z") << at("2026-11-23T18:30:00Z");
        QTest::addRow("the day of 25 hours in Berlin")
            << day << QByteArray("Europe/Berlin") << at("2026-10-25T12:00:00Z")
            << at("2026-10-24T22:00:00Z") << at("2026-10-25T23:00:00Z");
        QTest::addRow("a week from Monday on")
            << week << QByteArray("UTC") << at("2026-11-22T23:59:59Z") << at("2026-11-16T00:00:00Z")
            << at("2026-11-23T00:00:00Z");
        QTest::addRow("December") << month << QByteArray("UTC") << at("2026-12-31T23:59:59Z")
                                  << at("2026-12-01T00:00:00Z") << at("2027-01-01T00:00:00Z");
    }

    void aPeriodIsOfTheLimitsZone()
    {
        QFETCH(int, period);
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, now);
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, to);
        SpendLimit limit =
            limitOf(SpendLimit::Scope::Whole, {}, static_cast<SpendLimit::Period>(period));
        limit.zone = zone;
        const QList<SpendCheck> checks = spendChecks({limit}, now);
        QCOMPARE(checks.size(), 1);
        QCOMPARE(checks[0].from, from);
        QCOMPARE(checks[0].to, to);
    }

    void onlyLimitsOnTheCallCount()
    {
        using Scope = SpendLimit::Scope;
        const auto day = SpendLimit::Period::Day;
        const QList<SpendLimit> limits{limitOf(Scope::Whole, {}, day),
                                       limitOf(Scope::User, u"an"_s, day),
                                       limitOf(Scope::User, u"minh"_s, day),
                                       limitOf(Scope::Tag, u"refund"_s, day),
                                       limitOf(Scope::Tag, u"size"_s, day),
                                       limitOf(Scope::Provider, u"openai"_s, day),
                                       limitOf(Scope::Provider, u"other"_s, day),
                                       limitOf(Scope::Model, u"gpt-4.1"_s, day)};
        QStringList keys;
        const SpendSubject subject{u"an"_s, u"openai"_s, u"gpt-4.1"_s, {u"refund"_s}};
        for (const SpendLimit &limit : limitsOn(subject, limits))
            keys += limit.key;
        QCOMPARE(keys, (QStringList{{}, u"an"_s, u"refund"_s, u"openai"_s, u"gpt-4.1"_s}));
    }

    void warns_data()
    {
        QTest::addColumn<qint64>("spent");
        QTest::addColumn<qint64>("reserved");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<bool>("hard");
        QTest::addColumn<int>("level"); ///< -1: no warning
        QTest::addColumn<bool>("forbidden");
        const qint64 cent = picoPerDollar / 100;
        const auto row = [&](const char *name, int spent, int reserved, int amount, bool hard,
                             int level, bool forbidden) {
            QTest::addRow("%s", name)
                << spent * cent << reserved * cent << amount * cent << hard << level << forbidden;
        };
        row("not below 70 %", 10, 0, 59, true, -1, false);
        row("at 70 %", 10, 0, 60, true, int(SpendLevel::From70), false);
        row("not again between 70 and 90 %", 70, 0, 19, true, -1, false);
        row("at 90 %", 70, 0, 20, true, int(SpendLevel::From90), false);
        row("for what is set aside as for what is spent", 0, 70, 20, true, int(SpendLevel::From90),
            false);
        row("at 100 % and lets it through", 50, 0, 50, true, int(SpendLevel::Reached), false);
        row("above 100 % and forbids it", 50, 0, 51, true, int(SpendLevel::Reached), true);
        row("above 100 % of a soft one and lets it through", 50, 0, 51, false,
            int(SpendLevel::Reached), false);
        row("each time while a hard one is used up", 100, 0, 1, true, int(SpendLevel::Reached),
            true);
        row("once while a soft one is used up", 100, 0, 1, false, -1, false);
    }

    void warns()
    {
        QFETCH(qint64, spent);
        QFETCH(qint64, reserved);
        QFETCH(qint64, amount);
        QFETCH(bool, hard);
        QFETCH(int, level);
        QFETCH(bool, forbidden);
        SpendLimit limit = limitOf(SpendLimit::Scope::Whole, {}, SpendLimit::Period::Day);
        limit.isHard = hard;
        const QList<SpendWarning> warnings =
            spendWarnings({{{limit, {}, {}}, Money{spent}, Money{reserved}}}, Money{amount});
        QCOMPARE(warnings.size(), level < 0 ? 0 : 1);
        if (level < 0)
            return;
        QCOMPARE(int(warnings[0].level), level);
        QCOMPARE(warnings[0].isForbidden, forbidden);
    }

    void limitsComeBackFromJson()
    {
        SpendLimit limit = limitOf(SpendLimit::Scope::Tag, u"đổi trả"_s, SpendLimit::Period::Week);
        limit.zone = "Asia/Kolkata";
        limit.isHard = true;
        const auto read = spendLimitsFromJson(spendLimitsToJson({limit}));
        QVERIFY(read);
        QCOMPARE(*read, QList<SpendLimit>{limit});
        QVERIFY(spendLimitsFromJson({})->isEmpty());
    }

    void aFieldThatCannotBeUnderstoodIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("json");
        const QString json =
            uR"([{"id":"x","scope":"whole","period":"day","usd":"1.5","zone":"UTC"}])"_s;
        QTest::addRow("scope") << u"scope"_s << QString(json).replace(u"whole"_s, u"all"_s);
        QTest::addRow("period") << u"period"_s << QString(json).replace(u"\"day"_s, u"\"year"_s);
        QTest::addRow("amount") << u"usd"_s << QString(json).replace(u"1.5"_s, u"-1"_s);
        QTest::addRow("zone") << u"zone"_s << QString(json).replace(u"UTC"_s, u"Mars/Olympus"_s);
    }

    void aFieldThatCannotBeUnderstoodIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, json);
        const auto read = spendLimitsFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadInput);
        QVERIFY2(read.error().detail.contains(field), qPrintable(read.error().detail));
    }

    void theBudgetOfAMonthIsOneOfTheLimits()
    {
        const SpendLimit day{.id = u"day"_s, .period = SpendLimit::Period::Day, .amount = {1}};
        const SpendLimit user{
            .id = u"user"_s, .scope = SpendLimit::Scope::User, .key = u"an"_s, .amount = {2}};
        QList<SpendLimit> limits{day, user};
        QVERIFY(!monthlyBudget(limits));
        limits = withMonthlyBudget(limits, Money{3}, "Asia/Ho_Chi_Minh");
        QCOMPARE(limits.size(), 3);
        QCOMPARE(monthlyBudget(limits), Money{3});
        QVERIFY(!limits.last().isHard && !limits.last().id.isEmpty());
        limits.last().isHard = true;
        limits = withMonthlyBudget(limits, Money{4}, "UTC");
        QCOMPARE(monthlyBudget(limits), Money{4});
        QVERIFY(limits.last().isHard);
        QCOMPARE(limits.last().zone, QByteArray("Asia/Ho_Chi_Minh"));
        QCOMPARE(withMonthlyBudget(limits, std::nullopt, "UTC"), (QList<SpendLimit>{day, user}));
        QCOMPARE(wholeBudget(limits, SpendLimit::Period::Day), Money{1});
    }
};

QTEST_GUILESS_MAIN(TestSpendLimits)
#include "tst_spendlimits.moc"
