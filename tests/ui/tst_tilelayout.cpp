#include "ui/base/tilelayout.h"

#include <QTest>
#include <QWidget>

class TestTileLayout : public QObject
{
    Q_OBJECT

private slots:
    void tilesStandInEvenLines_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");

        QTest::addRow("all in one where there is room") << 1000 << 8;
        QTest::addRow("four and four, not seven and one") << 800 << 4;
        QTest::addRow("each alone where it is narrow") << 120 << 1;
    }

    void tilesStandInEvenLines()
    {
        QFETCH(int, width);
        QFETCH(int, columns);

        QWidget holder;
        auto *layout = new TileLayout(10, &holder);
        for (int i = 0; i < 8; ++i) {
            auto *tile = new QWidget(&holder);
            tile->setMinimumSize(100, 20 + i);
            layout->addWidget(tile);
        }
        layout->setGeometry({0, 0, width, layout->heightForWidth(width)});

        const int top = layout->itemAt(0)->geometry().y();
        int inFirstLine = 0;
        for (int i = 0; i < layout->count(); ++i) {
            const QRect place = layout->itemAt(i)->geometry();
            inFirstLine += place.y() == top ? 1 : 0;
            QCOMPARE(place.width(), (width - (columns - 1) * 10) / columns);
            QVERIFY(place.height() >= 20 + i); // a line is as high as its highest tile
        }
        QCOMPARE(inFirstLine, columns);
    }

    void hiddenTilesTakeNoRoom()
    {
        QWidget holder;
        auto *layout = new TileLayout(10, &holder);
        for (int i = 0; i < 3; ++i) {
            auto *tile = new QWidget(&holder);
            tile->setMinimumSize(100, 20);
            layout->addWidget(tile);
        }
        QCOMPARE(layout->heightForWidth(100), 20 * 3 + 10 * 2);
        layout->itemAt(1)->widget()->hide();
        QCOMPARE(layout->heightForWidth(100), 20 * 2 + 10);
    }
};

QTEST_MAIN(TestTileLayout)
#include "tst_tilelayout.moc"
