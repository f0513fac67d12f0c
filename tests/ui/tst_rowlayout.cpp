#include "ui/conversations/rowlayout.h"

#include <QApplication>
#include <QTest>

class TestRowLayout : public QObject
{
    Q_OBJECT

private slots:
    void partsLieInTheRowAndNotOnEachOther_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<RowContent>("content");
        const RowContent everything{.startsGroup = true,
                                    .pinned = true,
                                    .warns = true,
                                    .tagged = true,
                                    .timeWidth = 40,
                                    .costWidth = 50};
        QTest::addRow("nothing but text") << 280 << RowContent{.timeWidth = 40};
        QTest::addRow("everything") << 280 << everything;
        QTest::addRow("everything, narrow") << 220 << everything;
    }

    void partsLieInTheRowAndNotOnEachOther()
    {
        QFETCH(int, width);
        QFETCH(RowContent, content);
        const QFontMetrics metrics(QApplication::font());
        const QRect row(0, 100, width, rowHeight(content, metrics, metrics));
        const RowLayout layout = rowLayout(row, content, metrics, metrics);

        const QList<QRect> parts{layout.pin,  layout.title, layout.time, layout.warning,
                                 layout.line, layout.cost,  layout.tags, layout.unread};
        for (const QRect &part : parts) {
            if (!part.isNull())
                QVERIFY(layout.ground.contains(part));
            for (const QRect &other : parts)
                QVERIFY(&part == &other || !part.intersects(other));
        }
        QVERIFY(!layout.ground.intersects(layout.group));
        QVERIFY(layout.title.width() > 60);
        QVERIFY(layout.line.width() > 60);
        QVERIFY(layout.line.height() >= metrics.height());
    }

    void aRowGrowsByWhatItShows()
    {
        const QFontMetrics metrics(QApplication::font());
        const int plain = rowHeight({}, metrics, metrics);
        QVERIFY(rowHeight({.startsGroup = true}, metrics, metrics) > plain);
        QVERIFY(rowHeight({.tagged = true}, metrics, metrics) > plain);
    }
};

QTEST_MAIN(TestRowLayout)
#include "tst_rowlayout.moc"
