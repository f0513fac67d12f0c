#include "core/net/goduration.h"

#include <QTest>

using namespace Core;

class TestGoDuration : public QObject
{
    Q_OBJECT

private slots:
    void means_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: nothing
        const auto row = [](const char *text, qint64 milliseconds) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << milliseconds;
        };
        row("1s", 1'000);
        row("6m0s", 360'000);
        row("12ms", 12);
        row("1h2m3.5s", 3'723'500);
        row("1.1s", 1'100);
        row("150us", 1);
        row("0", 0);
        row("0s", 0);
        row("", -1);
        row("5", -1);
        row("s", -1);
        row("-1s", -1);
        row("1x", -1);
        row("1s2", -1);
        row("1..5s", -1);
        row("99999999999999999999h", -1);
    }

    void means()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);

        QCOMPARE(millisecondsFromGo(text).value_or(-1), milliseconds);
    }
};

QTEST_GUILESS_MAIN(TestGoDuration)
#include "tst_goduration.moc"
