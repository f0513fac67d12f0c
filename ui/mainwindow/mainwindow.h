#pragma once

#include "ui/conversations/conversationsource.h"
#include "ui/mainwindow/windowcommands.h"

#include <QMainWindow>

namespace Core {
class Clock;
}

class ChatsPage;
class CommandPalette;
class NoticeBar;
class ProvidersPage;
class QSettings;
class QStackedWidget;
class Rail;
class SettingsPage;
class StatusLine;
class WelcomePage;

/// Places the views and wires them to each other; decides nothing. What concerns the store, the
/// session or the network goes through the parts' own signals and functions.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    enum class Page { Chats, Lab, Costs, Providers, Settings, Welcome };

    /// `clock` must outlive the window.
    MainWindow(const ConversationSource &source, const Core::Clock &clock,
               QWidget *parent = nullptr);

    ChatsPage &chats() { return *m_chats; }
    ProvidersPage &providers() { return *m_providers; }
    SettingsPage &settings() { return *m_settings; }
    WelcomePage &welcome() { return *m_welcome; }
    StatusLine &status() { return *m_status; }
    CommandPalette &commandPalette() { return *m_palette; }
    WindowCommands &commands() { return *m_commands; }
    /// What concerns the whole window, above all pages.
    NoticeBar &notice() { return *m_notice; }

    /// Lab and Costs come from outside; the window becomes their parent.
    void setPage(Page page, QWidget *view);
    void showPage(Page page);
    Page page() const { return m_page; }
    /// While nothing is there, the way to the conversations leads to the first steps.
    void setGreets(bool greets) { m_greets = greets; }
    void goToChats() { showPage(m_greets ? Page::Welcome : Page::Chats); }

    /// Where the window and its panels were, and which of them were hidden.
    void remember(QSettings &state) const;
    void recall(const QSettings &state);

signals:
    void pageShown(MainWindow::Page page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void wireCommands();
    void openPalette();
    void retranslate();

    ChatsPage *m_chats;
    ProvidersPage *m_providers;
    SettingsPage *m_settings;
    WelcomePage *m_welcome;
    Rail *m_rail;
    StatusLine *m_status;
    NoticeBar *m_notice;
    WindowCommands *m_commands;
    CommandPalette *m_palette;
    QStackedWidget *m_pages;
    Page m_page = Page::Chats;
    bool m_greets = false;
};
