#include "core/net/retryafter.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestRetryAfter : public QObject
{
    Q_OBJECT

private slots:
    void asksToWait_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: nothing
        const auto row = [](const char *name, const char *value, qint64 milliseconds) {
            QTest::addRow("%s: %s", name, value)
                << QByteArray(name) << QByteArray(value) << milliseconds;
        };
        row("Retry-After", "20", 20'000);
        row("RETRY-AFTER", "0.5", 500);
        row("retry-after", "0", 0);
        row("retry-after", " 121 ", 121'000);
        row("retry-after", "-10", -1);
        row("retry-after", "", -1);
        row("retry-after", "nan", -1);
        row("retry-after", "inf", -1);
        row("retry-after", "99999999999999999999999999999999999", -1);
        row("retry-after", "Sun, 01 Nov 2026 12:00:30 GMT", 30'000);
        row("retry-after", "Sun, 01 Nov 2026 11:00:00 GMT", -1);
        row("retry-after", "Zun, 29 Sep 2026 12:00:00 GMT", -1);
        row("retry-after", "Fri, 29 Sep 100000 12:00:00 GMT", -1);
        row("retry-after-ms", "1500", 1'500);
        row("x-ms-retry-after-ms", "250.2", 251);
        row("retry-after-ms", "-1", -1);
    }

    void asksToWait()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        const QDateTime now({2026, 11, 1}, {12, 0}, Qt::UTC);

        QCOMPARE(retryAfterMs({{"Date", "x"}, {name, value}}, now).value_or(-1), milliseconds);
    }

    /// Both ways: it would come back too soon, or wait for hours.
    void aClockThatIsSetWrongChangesNoWait_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addRow("a day ahead") << QDateTime({2026, 11, 2}, {12, 0}, Qt::UTC);
        QTest::addRow("years behind") << QDateTime({2020, 1, 1}, {0, 0}, Qt::UTC);
    }

    void aClockThatIsSetWrongChangesNoWait()
    {
        QFETCH(QDateTime, now);
        const Headers headers{{"Date", "Sun, 01 Nov 2026 12:00:00 GMT"},
                              {"Retry-After", "Sun, 01 Nov 2026 12:00:30 GMT"}};
        QCOMPARE(retryAfterMs(headers, now).value_or(-1), 30'000);
    }

    void theOneInMillisecondsIsTheMoreExact()
    {
        const Headers headers{{"retry-after", "2"}, {"retry-after-ms", "1250"}};

        QCOMPARE(retryAfterMs(headers, {}).value_or(-1), 1'250);
    }

    void aBadOneInMillisecondsLeavesTheOther()
    {
        const Headers headers{{"retry-after", "2"}, {"retry-after-ms", "soon"}};

        QCOMPARE(retryAfterMs(headers, {}).value_or(-1), 2'000);
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
