#include "ui/mainwindow/mainwindow.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeconversations.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/palette/commandpalette.h"

#include <QLabel>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Command = WindowCommands::Command;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_window = std::make_unique<MainWindow>(m_fake.source(), m_clock); }

    void everyCommandHasAWordAndAShortcutOfItsOwn()
    {
        QSet<QString> texts;
        QSet<QKeySequence> shortcuts;
        int withShortcut = 0;
        for (const QAction *action : m_window->commands().all()) {
            texts.insert(action->text());
            if (action->shortcut().isEmpty())
                continue;
            ++withShortcut;
            shortcuts.insert(action->shortcut());
        }
        QCOMPARE(texts.size(), WindowCommands::count);
        QVERIFY(!texts.contains(QString()));
        QCOMPARE(shortcuts.size(), withShortcut);
    }

    void thePanelsHaveTheirWidthsThoughAnotherPageIsShownFirst()
    {
        m_window->chats().setInspector(new QLabel(u"Inspector"_s));
        m_window->showPage(MainWindow::Page::Welcome);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->showPage(MainWindow::Page::Chats);
        QTRY_VERIFY(m_window->chats().list().width() >= 280);
    }

    void aNarrowWindowHasRoomForOnePanel()
    {
        auto *inspector = new QLabel(u"Inspector"_s);
        inspector->setMinimumWidth(300);
        ChatsPage &chats = m_window->chats();
        chats.setInspector(inspector);
        m_window->show();
        m_window->resize(820, 600);
        QTRY_VERIFY(!chats.isInspectorShown());
        m_window->resize(1280, 800);
        QTRY_VERIFY(chats.isInspectorShown());
        m_window->resize(820, 600);
        QTRY_VERIFY(!chats.isInspectorShown());
        chats.showInspector(true);
        QVERIFY(!chats.isListShown());
        chats.showList(true);
        QVERIFY(!chats.isInspectorShown());
    }

    void commandsLeadToThePages_data()
    {
        QTest::addColumn<WindowCommands::Command>("command");
        QTest::addColumn<MainWindow::Page>("page");
        QTest::addRow("lab") << Command::GoToLab << MainWindow::Page::Lab;
        QTest::addRow("costs") << Command::GoToCosts << MainWindow::Page::Costs;
        QTest::addRow("providers") << Command::GoToProviders << MainWindow::Page::Providers;
        QTest::addRow("a new provider") << Command::AddProvider << MainWindow::Page::Providers;
        QTest::addRow("settings") << Command::GoToSettings << MainWindow::Page::Settings;
        QTest::addRow("welcome") << Command::ShowWelcome << MainWindow::Page::Welcome;
        QTest::addRow("the search") << Command::SearchMessages << MainWindow::Page::Chats;
    }

    void commandsLeadToThePages()
    {
        QFETCH(WindowCommands::Command, command);
        QFETCH(MainWindow::Page, page);
        m_window->commands().action(command).trigger();
        QCOMPARE(m_window->page(), page);
    }

    void thePanelsCanBeHidden()
    {
        m_window->chats().setInspector(new QLabel(u"Inspector"_s));
        QVERIFY(m_window->chats().isListShown());
        QVERIFY(m_window->chats().isInspectorShown());
        m_window->commands().action(Command::ToggleList).trigger();
        m_window->commands().action(Command::ToggleInspector).trigger();
        QVERIFY(!m_window->chats().isListShown());
        QVERIFY(!m_window->chats().isInspectorShown());
    }

    void theWindowComesBackAsItWas()
    {
        const QTemporaryDir folder;
        QSettings state(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        m_window->chats().setInspector(new QLabel(u"Inspector"_s));
        m_window->resize(1000, 700);
        m_window->chats().showList(false);
        m_window->remember(state);

        MainWindow another(m_fake.source(), m_clock);
        another.chats().setInspector(new QLabel(u"Inspector"_s));
        another.recall(state);
        QCOMPARE(another.size(), QSize(1000, 700));
        QVERIFY(!another.chats().isListShown());
        QVERIFY(another.chats().isInspectorShown());
    }

    void aStateThatCannotBeReadLeavesTheWindowAsItIs()
    {
        const QTemporaryDir folder;
        QSettings state(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        state.setValue(u"window/geometry"_s, QByteArray("nonsense"));
        state.setValue(u"chats/panels"_s, 7);
        m_window->recall(state);
        QVERIFY(m_window->chats().isListShown());
    }

    void aConversationOfThePaletteIsShownAmongTheChats()
    {
        QSignalSpy chosen(&m_window->chats().list(), &ConversationPanel::chosen);
        m_window->showPage(MainWindow::Page::Settings);
        emit m_window->commandPalette().conversationChosen(u"c1"_s);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_window->page(), MainWindow::Page::Chats);
    }

    void everyLabelShowsPlainText()
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            // A tool tip belongs to Qt; a picture has no text.
            if (label->pixmap().isNull())
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        }
    }

private:
    FakeClock m_clock;
    FakeConversations m_fake;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
