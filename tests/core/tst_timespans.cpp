#include "core/store/timespans.h"

#include <QTest>

using namespace Core;

namespace {

constexpr qint64 hour = msPerHour;
constexpr qint64 day = hoursPerDay * hour;

} // namespace

Q_DECLARE_METATYPE(Core::TimeSpans)

class TestTimeSpans : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QList<qint64>>("bounds");
        QTest::addColumn<TimeSpans>("pieces");

        QTest::addRow("nothing of one bound") << QList<qint64>{5} << TimeSpans{};
        QTest::addRow("whole days into days")
            << QList<qint64>{day, 3 * day} << TimeSpans{.days = {{0, 24, 72}}};
        QTest::addRow("a day of a zone of whole hours into hours")
            << QList<qint64>{7 * hour, day + 7 * hour} << TimeSpans{.hours = {{0, 7, 31}}};
        QTest::addRow("a month of such a zone into days and its edges")
            << QList<qint64>{7 * hour, 30 * day + 7 * hour}
            << TimeSpans{.days = {{0, 24, 720}}, .hours = {{0, 7, 24}, {0, 720, 727}}};
        QTest::addRow("a day of a zone of half hours into hours and milliseconds")
            << QList<qint64>{hour / 2, day + hour / 2}
            << TimeSpans{.hours = {{0, 1, 24}},
                         .milliseconds = {{0, hour / 2, hour}, {0, day, day + hour / 2}}};
        QTest::addRow("less than an hour into milliseconds")
            << QList<qint64>{10, 20} << TimeSpans{.milliseconds = {{0, 10, 20}}};
        QTest::addRow("less than an hour across its end into milliseconds")
            << QList<qint64>{hour - 1, hour + 1}
            << TimeSpans{.milliseconds = {{0, hour - 1, hour + 1}}};
        QTest::addRow("spans one after the other")
            << QList<qint64>{0, hour, day} << TimeSpans{.hours = {{0, 0, 1}, {1, 1, 24}}};
    }

    void cuts()
    {
        QFETCH(QList<qint64>, bounds);
        QFETCH(TimeSpans, pieces);
        const TimeSpans cut = timeSpans(bounds, true);
        QVERIFY(cut.days == pieces.days);
        QVERIFY(cut.hours == pieces.hours);
        QVERIFY(cut.milliseconds == pieces.milliseconds);
    }

    void withoutHoursTheyAreMilliseconds()
    {
        const TimeSpans cut = timeSpans({hour, 2 * day + hour}, false);
        QVERIFY(cut.hours.isEmpty());
        QVERIFY(cut.days == (QList<TimePiece>{{0, 24, 48}}));
        QVERIFY(cut.milliseconds
                == (QList<TimePiece>{{0, hour, day}, {0, 2 * day, 2 * day + hour}}));
    }
};

QTEST_GUILESS_MAIN(TestTimeSpans)
#include "tst_timespans.moc"
