#pragma once

#include <QAction>
#include <QObject>

#include <array>

/// Everything the program can be told to do, as actions with their shortcuts. The palette
/// offers them all; what one does is connected where it is done.
class WindowCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCommands)

public:
    enum class Command {
        ShowPalette,
        NewConversation,
        SearchMessages,
        FindInConversation,
        RenameConversation,
        PinConversation,
        RemoveConversation,
        PreviousConversation,
        ConversationAbove,
        ConversationBelow,
        GoToComposer,
        StopAnswer,
        GoToChats,
        GoToLab,
        GoToCosts,
        GoToProviders,
        GoToSettings,
        ToggleList,
        ToggleInspector,
        AddProvider,
        Import,
        Export,
        LightTheme,
        DarkTheme,
        SystemTheme,
        English,
        Vietnamese,
        ShowWelcome,
        Quit,
    };
    static constexpr int count = int(Command::Quit) + 1;

    /// The actions are added to `window`, where their shortcuts hold.
    explicit WindowCommands(QWidget *window);

    QAction &action(Command command) const { return *m_actions[size_t(command)]; }
    QList<QAction *> all() const;
    void retranslate();

private:
    std::array<QAction *, count> m_actions{};
};
