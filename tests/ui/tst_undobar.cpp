#include "ui/base/undobar.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestUndoBar : public QObject
{
    Q_OBJECT

private slots:
    void undoesOnceAndGoes()
    {
        UndoBar bar;
        int undone = 0;
        bar.offer(u"Removed."_s, [&undone] { ++undone; });
        QVERIFY(bar.isVisible());
        auto *button = bar.findChild<QPushButton *>();
        button->click();
        button->click();
        QCOMPARE(undone, 1);
        QVERIFY(!bar.isVisible());
    }

    void aSecondOfferTakesThePlaceOfTheFirst()
    {
        UndoBar bar;
        QString undone;
        bar.offer(u"One."_s, [&undone] { undone += u"one"_s; });
        bar.offer(u"Two."_s, [&undone] { undone += u"two"_s; });
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(undone, u"two"_s);
    }

    void anOfferMadeWhileUndoingStands()
    {
        UndoBar bar;
        bar.offer(u"One."_s, [&bar] { bar.offer(u"Undone."_s, [] {}); });
        bar.findChild<QPushButton *>()->click();
        QVERIFY(bar.isVisible());
    }
};

QTEST_MAIN(TestUndoBar)
#include "tst_undobar.moc"
