#include "ui/conversations/conversationpanel.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeconversations.h"
#include "ui/base/emptystate.h"
#include "ui/base/undobar.h"
#include "ui/conversations/filterbar.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestConversationPanel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fake = {};
        for (int i = 0; i < 5; ++i)
            m_fake.rows.append(conversationBefore(m_clock.now(), i, u"c%1"_s.arg(i)));
    }

    void choosingARowTellsWhich()
    {
        const auto panel = loaded();
        QSignalSpy chosen(panel.get(), &ConversationPanel::chosen);
        panel->step(0);
        QCOMPARE(chosen.takeLast()[0].toString(), u"c0"_s);
        panel->setCurrent(u"c0"_s);
        panel->step(1);
        QCOMPARE(chosen.takeLast()[0].toString(), u"c1"_s);
        panel->setCurrent(u"c1"_s);
        panel->goToPrevious();
        QCOMPARE(chosen.takeLast()[0].toString(), u"c0"_s);
    }

    void removingCanBeUndone()
    {
        const auto panel = loaded();
        QSignalSpy asked(panel.get(), &ConversationPanel::changeAsked);
        panel->setCurrent(u"c2"_s);
        panel->removeCurrent();
        QVERIFY(!panel->model().indexOf(u"c2"_s).isValid());
        QCOMPARE(change(asked).active, false);
        panel->findChild<UndoBar *>()->findChild<QPushButton *>()->click();
        QCOMPARE(panel->model().indexOf(u"c2"_s).row(), 2);
        QCOMPARE(change(asked).active, true);
    }

    void pinningAndRenamingAreAskedFor()
    {
        const auto panel = loaded();
        QSignalSpy asked(panel.get(), &ConversationPanel::changeAsked);
        panel->setCurrent(u"c2"_s);
        panel->pinCurrent();
        QCOMPARE(change(asked).pinned, true);
        panel->renameCurrent();
        auto *editor = list(*panel)->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"Refund"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(change(asked).title, u"Refund"_s);
    }

    void typingSearchesAllMessagesOnce()
    {
        m_fake.hits = {{.conversation = m_fake.rows[3], .messageId = u"m"_s, .snippet = u"x"_s}};
        const auto panel = loaded();
        QSignalSpy chosen(panel.get(), &ConversationPanel::messageChosen);
        auto *field = panel->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"parcel"_s);
        QTRY_COMPARE(m_fake.searches, QStringList{u"parcel"_s});
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"c3"_s);
        QCOMPARE(chosen[0][1].toString(), u"m"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
    }

    void anEmptyListSaysWhatToDo()
    {
        m_fake.rows.clear();
        const auto panel = loaded();
        QSignalSpy asked(panel.get(), &ConversationPanel::newAsked);
        auto *state = panel->findChild<EmptyState *>();
        QVERIFY(!state->isHidden());
        QCOMPARE(state->accessibleName(), u"No conversations yet"_s);
        state->findChildren<QPushButton *>().first()->click();
        QCOMPARE(asked.size(), 1);
    }

    void aFailedListSaysWhyAndTriesAgain()
    {
        m_fake.error = Error{.kind = Error::Kind::StoreFailed};
        ConversationPanel panel(m_fake.source(), m_clock);
        panel.load();
        auto *state = panel.findChild<EmptyState *>();
        QTRY_COMPARE(state->accessibleName(), u"The list cannot be shown"_s);
        m_fake.error.reset();
        state->findChildren<QPushButton *>().first()->click();
        QTRY_COMPARE(panel.model().rowCount(), 5);
        QVERIFY(state->isHidden());
    }

    void theChosenRowStaysChosenWhileItMoves()
    {
        const auto panel = loaded();
        panel->setCurrent(u"c3"_s);
        Conversation changed = m_fake.rows[3];
        changed.updatedAt = m_clock.now().addSecs(5);
        panel->model().put(changed);
        QCOMPARE(list(*panel)->currentIndex().row(), 0);
        QCOMPARE(panel->currentId(), u"c3"_s);
    }

    void aPressThatOpensNothingLeavesTheOpenOneChosen()
    {
        const auto panel = loaded();
        panel->show();
        panel->setCurrent(u"c3"_s);
        QWidget *rows = list(*panel)->viewport();
        const QRect first = list(*panel)->visualRect(panel->model().indexOf(u"c0"_s));
        QTest::mousePress(rows, Qt::RightButton, {}, first.center());
        QTest::mouseClick(rows, Qt::LeftButton, {}, {10, rows->height() - 5});
        QCOMPARE(list(*panel)->currentIndex(), panel->model().indexOf(u"c3"_s));
        QVERIFY(list(*panel)->selectionModel()->isSelected(list(*panel)->currentIndex()));
    }

    void theFocusIsSeenThoughNoneIsOpen()
    {
        const auto panel = loaded();
        panel->show();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        list(*panel)->setCurrentIndex({});
        list(*panel)->setFocus(Qt::TabFocusReason);
        QCOMPARE(list(*panel)->currentIndex(), panel->model().indexOf(u"c0"_s));
        QVERIFY(!list(*panel)->selectionModel()->hasSelection());
    }

    void aWalkOverTheRowsEndsWhereItLeavesTheList()
    {
        const auto panel = loaded();
        panel->show();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        panel->setCurrent(u"c3"_s);
        list(*panel)->setFocus();
        QTest::keyClick(list(*panel), Qt::Key_Home);
        QCOMPARE(list(*panel)->currentIndex(), panel->model().indexOf(u"c0"_s));
        panel->focusSearch();
        QCOMPARE(list(*panel)->currentIndex(), panel->model().indexOf(u"c3"_s));
    }

private:
    std::unique_ptr<ConversationPanel> loaded()
    {
        auto panel = std::make_unique<ConversationPanel>(m_fake.source(), m_clock);
        panel->resize(300, 600);
        panel->load();
        [&] { QTRY_COMPARE(panel->model().state(), ConversationListModel::State::Ready); }();
        return panel;
    }

    static QListView *list(const ConversationPanel &panel)
    {
        return panel.findChild<QListView *>(u"conversations"_s);
    }

    static ConversationChange change(QSignalSpy &spy)
    {
        return spy.isEmpty() ? ConversationChange{} : spy.takeLast()[1].value<ConversationChange>();
    }

    FakeClock m_clock;
    FakeConversations m_fake;
};

QTEST_MAIN(TestConversationPanel)
#include "tst_conversationpanel.moc"
