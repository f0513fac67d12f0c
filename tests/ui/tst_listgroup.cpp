#include "ui/conversations/listgroup.h"

#include "ui/base/formats.h"

#include <QTest>

class TestListGroup : public QObject
{
    Q_OBJECT

private slots:
    void groupsAreThoseThatTheHeadingsName()
    {
        // One heading, one number, for two years back and a clock that runs ahead.
        const QDate today(2026, 11, 23);
        const QDateTime now(today, QTime(12, 0), Qt::LocalTime);
        for (int ago = -2; ago < 800; ++ago) {
            const QDate day = today.addDays(-ago);
            const QDate before = day.addDays(-1);
            const bool sameNumber = dateGroupNumber(day, today) == dateGroupNumber(before, today);
            const bool sameHeading =
                Formats::dateGroup(at(day), now) == Formats::dateGroup(at(before), now);
            QVERIFY2(sameNumber == sameHeading, qPrintable(day.toString(Qt::ISODate)));
        }
    }

private:
    static QDateTime at(QDate day) { return {day, QTime(8, 0), Qt::LocalTime}; }
};

QTEST_GUILESS_MAIN(TestListGroup)
#include "tst_listgroup.moc"
