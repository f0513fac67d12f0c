#include "ui/base/emptystate.h"

#include <QPushButton>
#include <QTest>

class TestEmptyState : public QObject
{
    Q_OBJECT

private slots:
    void buttonsStandSideBySideWhereThereIsRoom()
    {
        const auto [first, second] = buttonsAt(600);
        QCOMPARE(first.top(), second.top());
        QVERIFY(first.right() < second.left());
    }

    void buttonsStandBelowEachOtherWhereThereIsNone()
    {
        const auto [first, second] = buttonsAt(220);
        QVERIFY(first.bottom() < second.top());
        QCOMPARE(first.left(), second.left());
    }

    void aHiddenButtonTakesNoRoom()
    {
        EmptyState state;
        QPushButton *first = state.addButton(QStringLiteral("Cuộc trò chuyện mới"));
        state.addButton(QStringLiteral("Nhập…"))->hide();
        state.resize(220, 400);
        state.show();
        QVERIFY(QTest::qWaitForWindowExposed(&state));
        QVERIFY(first->width() >= first->sizeHint().width());
        QVERIFY(qAbs(first->geometry().center().x() - state.rect().center().x()) <= 1);
    }

private:
    static std::pair<QRect, QRect> buttonsAt(int width)
    {
        EmptyState state;
        state.setMinimumWidth(1); // as in a panel that is narrower than all that is in it
        QPushButton *first = state.addButton(QStringLiteral("Cuộc trò chuyện mới"));
        QPushButton *second = state.addButton(QStringLiteral("Nhập…"));
        state.resize(width, 400);
        state.show();
        (void)QTest::qWaitForWindowExposed(&state);
        for (const QPushButton *button : {first, second}) {
            if (button->width() < button->sizeHint().width())
                return {};
        }
        return {first->geometry(), second->geometry()};
    }
};

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
