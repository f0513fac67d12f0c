#include "ui/mainwindow/windowcommands.h"

#include "ui/base/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace {

using Command = WindowCommands::Command;

struct Entry
{
    Command command;
    Icons::Name icon;
    const char *shortcut;
    const char *text;
};

// In the order of Command, which is the order in which the palette offers them.
constexpr std::array<Entry, WindowCommands::count> entries{{
    {Command::ShowPalette, Icons::Name::Search, "Ctrl+K",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to a conversation or run a command…")},
    {Command::NewConversation, Icons::Name::Add, "Ctrl+N",
     QT_TRANSLATE_NOOP("WindowCommands", "New conversation")},
    {Command::SearchMessages, Icons::Name::Search, "Ctrl+Shift+F",
     QT_TRANSLATE_NOOP("WindowCommands", "Search all messages")},
    {Command::FindInConversation, Icons::Name::Search, "Ctrl+F",
     QT_TRANSLATE_NOOP("WindowCommands", "Find in this conversation")},
    {Command::RenameConversation, Icons::Name::Edit, "F2",
     QT_TRANSLATE_NOOP("WindowCommands", "Rename the conversation")},
    {Command::PinConversation, Icons::Name::Pin, "Ctrl+Shift+P",
     QT_TRANSLATE_NOOP("WindowCommands", "Pin or unpin the conversation")},
    {Command::RemoveConversation, Icons::Name::Remove, "Ctrl+Shift+Del",
     QT_TRANSLATE_NOOP("WindowCommands", "Remove the conversation")},
    {Command::PreviousConversation, Icons::Name::Previous, "Ctrl+Tab",
     QT_TRANSLATE_NOOP("WindowCommands", "Back to the previous conversation")},
    {Command::ConversationAbove, Icons::Name::Previous, "Alt+Up",
     QT_TRANSLATE_NOOP("WindowCommands", "The conversation above")},
    {Command::ConversationBelow, Icons::Name::Next, "Alt+Down",
     QT_TRANSLATE_NOOP("WindowCommands", "The conversation below")},
    {Command::GoToComposer, Icons::Name::Edit, "Ctrl+E",
     QT_TRANSLATE_NOOP("WindowCommands", "Write a message")},
    {Command::StopAnswer, Icons::Name::Stop, "Ctrl+.",
     QT_TRANSLATE_NOOP("WindowCommands", "Stop the answer")},
    {Command::GoToChats, Icons::Name::Chats, "Ctrl+1",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to Chats")},
    {Command::GoToLab, Icons::Name::Lab, "Ctrl+2",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to the Lab")},
    {Command::GoToCosts, Icons::Name::Costs, "Ctrl+3",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to Costs")},
    {Command::GoToProviders, Icons::Name::Providers, "Ctrl+4",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to Providers")},
    {Command::GoToSettings, Icons::Name::Settings, "Ctrl+5",
     QT_TRANSLATE_NOOP("WindowCommands", "Go to Settings")},
    {Command::ToggleList, Icons::Name::List, "F9",
     QT_TRANSLATE_NOOP("WindowCommands", "Show or hide the list")},
    {Command::ToggleInspector, Icons::Name::Inspector, "F10",
     QT_TRANSLATE_NOOP("WindowCommands", "Show or hide the inspector")},
    {Command::AddProvider, Icons::Name::Providers, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Add a provider…")},
    {Command::Import, Icons::Name::Import, "Ctrl+O",
     QT_TRANSLATE_NOOP("WindowCommands", "Import conversations…")},
    {Command::Export, Icons::Name::Export, "Ctrl+Shift+E",
     QT_TRANSLATE_NOOP("WindowCommands", "Export the conversation…")},
    {Command::LightTheme, Icons::Name::Settings, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Light theme")},
    {Command::DarkTheme, Icons::Name::Settings, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Dark theme")},
    {Command::SystemTheme, Icons::Name::Settings, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Theme of the system")},
    {Command::English, Icons::Name::Settings, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Language: English")},
    {Command::Vietnamese, Icons::Name::Settings, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Language: Vietnamese")},
    {Command::ShowWelcome, Icons::Name::Info, "",
     QT_TRANSLATE_NOOP("WindowCommands", "Show the first page")},
    {Command::Quit, Icons::Name::Close, "Ctrl+Q", QT_TRANSLATE_NOOP("WindowCommands", "Quit")},
}};

} // namespace

WindowCommands::WindowCommands(QWidget *window)
    : QObject(window)
{
    for (const Entry &entry : entries) {
        auto *action = new QAction(Icons::icon(entry.icon), {}, this);
        action->setShortcut(QKeySequence(QString::fromLatin1(entry.shortcut)));
        window->addAction(action);
        m_actions[size_t(entry.command)] = action;
    }
    retranslate();
}

QList<QAction *> WindowCommands::all() const
{
    return {m_actions.begin(), m_actions.end()};
}

void WindowCommands::retranslate()
{
    for (const Entry &entry : entries)
        action(entry.command).setText(QCoreApplication::translate("WindowCommands", entry.text));
}
