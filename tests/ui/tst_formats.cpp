#include "ui/base/formats.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void tokens_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("vietnamese");

        QTest::addRow("none") << qint64(0) << u"0"_s << u"0"_s;
        QTest::addRow("hundreds") << qint64(842) << u"842"_s << u"842"_s;
        QTest::addRow("a thousand") << qint64(1000) << u"1k"_s << u"1k"_s;
        QTest::addRow("thousands") << qint64(9712) << u"9.7k"_s << u"9,7k"_s;
        QTest::addRow("rounded up to the next ten") << qint64(9960) << u"10k"_s << u"10k"_s;
        QTest::addRow("a window") << qint64(128'000) << u"128k"_s << u"128k"_s;
        QTest::addRow("nearly a million") << qint64(999'700) << u"1M"_s << u"1M"_s;
        QTest::addRow("millions") << qint64(1'234'567) << u"1.2M"_s << u"1,2M"_s;
        QTest::addRow("billions") << qint64(3'456'000'000) << u"3.5B"_s << u"3,5B"_s;
    }

    void tokens()
    {
        QFETCH(qint64, count);
        QFETCH(QString, english);
        QFETCH(QString, vietnamese);
        QCOMPARE(Formats::tokens(count), english);
        QLocale::setDefault(QLocale(QLocale::Vietnamese));
        QCOMPARE(Formats::tokens(count), vietnamese);
    }

    void money_data()
    {
        QTest::addColumn<qint64>("pico");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("vietnamese");

        QTest::addRow("nothing") << qint64(0) << u"$0.00"_s << u"$0,00"_s;
        QTest::addRow("the least there is")
            << qint64(1) << u"$0.000000000001"_s << u"$0,000000000001"_s;
        QTest::addRow("four digits below a cent")
            << qint64(1'234'560'000) << u"$0.001235"_s << u"$0,001235"_s;
        QTest::addRow("no needless zeros") << qint64(5'000'000'000) << u"$0.005"_s << u"$0,005"_s;
        QTest::addRow("rounds up to a cent") << qint64(9'999'960'000) << u"$0.01"_s << u"$0,01"_s;
        QTest::addRow("cents") << qint64(16'000'000'000) << u"$0.02"_s << u"$0,02"_s;
        QTest::addRow("dollars") << qint64(12'300'000'000'000) << u"$12.30"_s << u"$12,30"_s;
        QTest::addRow("thousands")
            << qint64(4'200'500'000'000'000) << u"$4,200.50"_s << u"$4.200,50"_s;
        QTest::addRow("a debt") << qint64(-1'500'000'000'000) << u"-$1.50"_s << u"-$1,50"_s;
        QTest::addRow("the deepest debt")
            << std::numeric_limits<qint64>::min() << u"-$9,223,372.04"_s << u"-$9.223.372,04"_s;
    }

    void money()
    {
        QFETCH(qint64, pico);
        QFETCH(QString, english);
        QFETCH(QString, vietnamese);
        QCOMPARE(Formats::money({pico}), english);
        QLocale::setDefault(QLocale(QLocale::Vietnamese));
        QCOMPARE(Formats::money({pico}), vietnamese);
    }

    void anAxisIsLabelledAlike_data()
    {
        QTest::addColumn<double>("step");
        QTest::addColumn<QStringList>("labels");
        QTest::addRow("a half cent")
            << 0.005 << QStringList{u"$0.000"_s, u"$0.005"_s, u"$0.010"_s, u"$0.015"_s};
        QTest::addRow("below a cent")
            << 0.00005 << QStringList{u"$0.00000"_s, u"$0.00005"_s, u"$0.00010"_s, u"$0.00015"_s};
        QTest::addRow("cents") << 0.2
                               << QStringList{u"$0.00"_s, u"$0.20"_s, u"$0.40"_s, u"$0.60"_s};
        QTest::addRow("dollars") << 500.0
                                 << QStringList{u"$0"_s, u"$500"_s, u"$1,000"_s, u"$1,500"_s};
    }

    void anAxisIsLabelledAlike()
    {
        QFETCH(double, step);
        QFETCH(QStringList, labels);
        for (int i = 0; i < labels.size(); ++i)
            QCOMPARE(Formats::axisMoney(step * i, step), labels[i]);
    }

    void aSmallShareIsNotNothing()
    {
        QCOMPARE(Formats::percent(0.003), u"<1%"_s);
        QCOMPARE(Formats::percent(-0.003), u"<1%"_s); // the sign stands with the money
        QCOMPARE(Formats::percent(-0.2), u"-20%"_s);
        QCOMPARE(Formats::percent(0), u"0%"_s);
    }

    void notKnownIsNotNothing()
    {
        QCOMPARE(Formats::moneyOrUnpriced(std::nullopt), u"no price"_s);
        QCOMPARE(Formats::moneyOrUnpriced(Core::Money{}), u"$0.00"_s);
    }

    void exactFiguresAreWrittenInFull()
    {
        QCOMPARE(Formats::exactMoney({16'000'000'000}), u"0.016000000000 USD"_s);
        QCOMPARE(Formats::exactTokens(9712), u"9,712 tokens"_s);
        QCOMPARE(Formats::exactTokens(1), u"1 token"_s);
        QCOMPARE(Formats::number(12408), u"12,408"_s);
    }

    void percents_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::addRow("most") << 0.853 << u"85%"_s;
        QTest::addRow("nothing") << 0.0 << u"0%"_s;
        QTest::addRow("little") << 0.001 << u"<1%"_s;
        QTest::addRow("too much") << 1.2 << u"120%"_s;
        QTest::addRow("of nothing") << qQNaN() << u"–"_s;
    }

    void percents()
    {
        QFETCH(double, share);
        QFETCH(QString, text);
        QCOMPARE(Formats::percent(share).replace(QChar::Nbsp, u' '), text);
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::addRow("not reached") << qint64(-1) << u"–"_s;
        QTest::addRow("below a second") << qint64(180) << u"180 ms"_s;
        QTest::addRow("seconds") << qint64(1400) << u"1.4 s"_s;
        QTest::addRow("nearly a minute") << qint64(59'960) << u"1 min 0 s"_s;
        QTest::addRow("minutes") << qint64(125'000) << u"2 min 5 s"_s;
        QTest::addRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
    }

    void durations()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(Formats::duration(milliseconds).replace(QChar::Nbsp, u' '), text);
    }

    void timesAreInTheUsersZone()
    {
        const QDateTime when(QDate(2026, 11, 23), QTime(9, 41), Qt::LocalTime);
        QCOMPARE(Formats::clockTime(when.toUTC()), u"09:41"_s);
        QCOMPARE(Formats::dateTime(when.toUTC()), u"23 Nov 2026 09:41"_s);
    }

    void daysAreGrouped_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("group");
        QTest::addRow("this morning") << QDate(2026, 11, 23) << u"Today"_s;
        QTest::addRow("a clock that runs ahead") << QDate(2026, 11, 24) << u"Today"_s;
        QTest::addRow("the day before") << QDate(2026, 11, 22) << u"Yesterday"_s;
        QTest::addRow("a week") << QDate(2026, 11, 16) << u"Previous 7 days"_s;
        QTest::addRow("a month") << QDate(2026, 10, 24) << u"Previous 30 days"_s;
        QTest::addRow("before that") << QDate(2026, 10, 23) << u"October 2026"_s;
    }

    void daysAreGrouped()
    {
        QFETCH(QDate, day);
        QFETCH(QString, group);
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::LocalTime);
        QCOMPARE(Formats::dateGroup(QDateTime(day, QTime(8, 0), Qt::LocalTime), now), group);
    }

    void namesDays()
    {
        const QDateTime now({2026, 11, 23}, {9, 0}, Qt::LocalTime);
        QCOMPARE(Formats::day(now, now), u"Today"_s);
        QCOMPARE(Formats::day(now.addSecs(-10 * 3600), now), u"Yesterday"_s);
        QCOMPARE(Formats::day(now.addDays(-3), now), u"Friday, November 20, 2026"_s);
        QCOMPARE(Formats::day(now.addDays(1), now), u"Tuesday, November 24, 2026"_s);
        QLocale::setDefault(QLocale(QLocale::Vietnamese));
        QCOMPARE(Formats::day(now.addDays(-3), now), u"Thứ Sáu, 20 tháng 11, 2026"_s);
    }

    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
