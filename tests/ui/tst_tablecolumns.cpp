#include "ui/thread/tablecolumns.h"

#include <QTest>

class TestTableColumns : public QObject
{
    Q_OBJECT

private slots:
    void shareTheRoom_data()
    {
        QTest::addColumn<QList<int>>("natural");
        QTest::addColumn<int>("available");
        QTest::addColumn<QList<int>>("widths");
        QTest::addRow("as wide as their text") << QList<int>{100, 50} << 400 << QList<int>{100, 50};
        QTest::addRow("exactly") << QList<int>{100, 50} << 150 << QList<int>{100, 50};
        QTest::addRow("the widest gives way") << QList<int>{1000, 50} << 400 << QList<int>{350, 50};
        QTest::addRow("the widest alike")
            << QList<int>{900, 700, 80} << 480 << QList<int>{200, 200, 80};
        QTest::addRow("down to the least")
            << QList<int>{90, 90, 90} << 192 << QList<int>{64, 64, 64};
        QTest::addRow("below the least not at all")
            << QList<int>{90, 90, 90} << 191 << QList<int>{};
        QTest::addRow("narrow ones below the least")
            << QList<int>{20, 900} << 100 << QList<int>{20, 80};
        QTest::addRow("none") << QList<int>{} << 100 << QList<int>{};
    }

    void shareTheRoom()
    {
        QFETCH(QList<int>, natural);
        QFETCH(int, available);
        QFETCH(QList<int>, widths);
        QCOMPARE(columnWidths(natural, 64, available), widths);
    }
};

QTEST_GUILESS_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
