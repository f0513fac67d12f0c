#include "ui/base/flowlayout.h"

#include <QTest>
#include <QWidget>

class TestFlowLayout : public QObject
{
    Q_OBJECT

private slots:
    void beginsANewLineWhereAnItemDoesNotFit()
    {
        QWidget parent;
        FlowLayout *layout = filled(&parent);
        layout->setGeometry({0, 0, 210, 100});
        QCOMPARE(places(layout), (QList<QPoint>{{0, 0}, {110, 0}, {0, 30}}));
        QCOMPARE(layout->heightForWidth(210), 50);
        QCOMPARE(layout->heightForWidth(320), 20);
    }

    void keepsAnItemThatIsWiderThanTheLine()
    {
        QWidget parent;
        FlowLayout *layout = filled(&parent);
        layout->setGeometry({0, 0, 50, 100});
        QCOMPARE(places(layout), (QList<QPoint>{{0, 0}, {0, 30}, {0, 60}}));
    }

    void leavesNoGapForAHiddenItem()
    {
        QWidget parent;
        FlowLayout *layout = filled(&parent);
        layout->itemAt(0)->widget()->hide();
        layout->setGeometry({0, 0, 210, 100});
        QCOMPARE(layout->itemAt(1)->geometry().topLeft(), QPoint(0, 0));
    }

    void whatIsLowerStandsInTheMiddleOfItsLine()
    {
        QWidget parent;
        FlowLayout *layout = filled(&parent);
        layout->itemAt(0)->widget()->setFixedSize(100, 32);
        layout->setGeometry({0, 0, 210, 100});
        QCOMPARE(places(layout), (QList<QPoint>{{0, 0}, {110, 6}, {0, 42}}));
    }

private:
    static FlowLayout *filled(QWidget *parent)
    {
        auto *layout = new FlowLayout(10, parent);
        for (int i = 0; i < 3; ++i) {
            auto *item = new QWidget(parent);
            item->setFixedSize(100, 20);
            layout->addWidget(item);
        }
        return layout;
    }

    static QList<QPoint> places(const FlowLayout *layout)
    {
        QList<QPoint> result;
        for (int i = 0; i < layout->count(); ++i)
            result.append(layout->itemAt(i)->geometry().topLeft());
        return result;
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
