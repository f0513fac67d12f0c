#include "ui/thread/heightindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

class TestHeightIndex : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst()
    {
        const HeightIndex index;
        QCOMPARE(index.total(), 0);
        QCOMPARE(index.rowAt(0), -1);
    }

    void findsTheRowAtAHeight_data()
    {
        QTest::addColumn<int>("y");
        QTest::addColumn<int>("row");
        QTest::addRow("above all") << -5 << 0;
        QTest::addRow("first pixel") << 0 << 0;
        QTest::addRow("last pixel of the first") << 9 << 0;
        QTest::addRow("first pixel of the second") << 10 << 1;
        QTest::addRow("behind a row without height") << 30 << 3;
        QTest::addRow("last pixel") << 34 << 3;
        QTest::addRow("below all") << 1000 << 3;
    }

    void findsTheRowAtAHeight()
    {
        QFETCH(int, y);
        QFETCH(int, row);
        HeightIndex index;
        index.reset({10, 20, 0, 5});
        QCOMPARE(index.rowAt(y), row);
    }

    void agreesWithSummingUp()
    {
        QRandomGenerator random(3);
        HeightIndex index;
        QList<int> heights;
        for (int step = 0; step < 2000; ++step) {
            const int height = random.bounded(1, 500);
            if (heights.isEmpty() || random.bounded(2) == 0) {
                heights.append(height);
                index.append(height);
            } else {
                const int row = random.bounded(int(heights.size()));
                heights[row] = height;
                index.set(row, height);
            }
        }
        HeightIndex again;
        again.reset(heights);
        for (int row = 0; row <= heights.size(); row += 37) {
            const qint64 sum = std::accumulate(heights.begin(), heights.begin() + row, qint64(0));
            QCOMPARE(index.top(row), sum);
            QCOMPARE(again.top(row), sum);
            if (row < heights.size()) {
                QCOMPARE(index.rowAt(sum), row);
                QCOMPARE(index.rowAt(sum + heights[row] - 1), row);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHeightIndex)
#include "tst_heightindex.moc"
