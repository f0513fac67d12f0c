#include "ui/palette/commandpalette.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_before = new QLineEdit(m_window.get());
        m_palette = new CommandPalette(m_window.get());
        m_first = new QAction(u"New conversation"_s, m_window.get());
        m_first->setShortcut(u"Ctrl+N"_s);
        m_second = new QAction(u"Dark theme…"_s, m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_before->setFocus();
        m_palette->open({m_first, m_second});
    }

    void runsTheCommandThatFitsBest()
    {
        QSignalSpy first(m_first, &QAction::triggered);
        QSignalSpy second(m_second, &QAction::triggered);
        QTest::keyClicks(field(), u"dth"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(first.size(), 0);
        QCOMPARE(second.size(), 1);
        QVERIFY(!m_palette->isVisible());
    }

    void goesAroundWithTheArrows()
    {
        QCOMPARE(list()->currentIndex().row(), 0);
        QTest::keyClick(field(), Qt::Key_Up);
        QCOMPARE(list()->currentIndex().row(), 1);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(list()->currentIndex().row(), 0);
    }

    void asksForConversationsAndChoosesOne()
    {
        QSignalSpy asked(m_palette, &CommandPalette::patternChanged);
        QSignalSpy chosen(m_palette, &CommandPalette::conversationChosen);
        QTest::keyClicks(field(), u"refund"_s);
        QCOMPARE(asked.last()[0].toString(), u"refund"_s);
        m_palette->setConversations({{.id = u"c1"_s, .title = u"Refund 12"_s}});
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"c1"_s);
    }

    void givesTheFocusBack()
    {
        QVERIFY(field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_before->hasFocus());
    }

    void aClickBesideItClosesItAndOneOnItDoesNot()
    {
        QTest::mouseClick(m_palette, Qt::LeftButton, {},
                          field()->parentWidget()->geometry().center());
        QVERIFY(m_palette->isVisible());
        QTest::mouseClick(m_palette, Qt::LeftButton, {}, QPoint(5, 590));
        QVERIFY(!m_palette->isVisible());
    }

    void leavesOutWhatCannotBeDoneNow()
    {
        m_first->setEnabled(false);
        m_palette->open({m_first, m_second});
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Dark theme"_s);
    }

    void saysTheShortcut()
    {
        QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"New conversation, Ctrl+N"_s);
    }

    void theModelKeepsTheRules()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model);
        model.setCommands({m_first, m_second});
        model.setConversations({{.id = u"c1"_s, .title = u"Refund 12"_s}});
        QCOMPARE(model.rowCount(), 3);
        model.setPattern(u"ref"_s);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.command(model.index(0)));
    }

private:
    QLineEdit *field() const { return m_palette->findChild<QLineEdit *>(); }
    QListView *list() const { return m_palette->findChild<QListView *>(); }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_first = nullptr;
    QAction *m_second = nullptr;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
