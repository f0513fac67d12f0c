#pragma once

#include "app/chatdesk.h"
#include "core/store/conversationstore.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>
#include <QSet>
#include <QTimer>

/// Shows what others do in a team's store: rows of the list, and what they write in the
/// conversation that is shown. Says when its server is away, and when it is back.
class TeamDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamDesk)

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        MainWindow &window;
        Core::ConversationStore &store;
        ChatDesk &chats;
        const Core::Clock &clock;
    };

    explicit TeamDesk(const Parts &parts, QObject *parent = nullptr);

signals:
    void countChanged(); ///< somebody else began a conversation or erased one

private:
    void take(const Core::StoreChange &change);
    void takeAll();
    void readChanged();
    void takeState(const Core::StoreState &state);
    void sayState();
    void takeRefusal(const Core::Deed &deed, const Core::Error &error);
    void showRows(const QSet<QString> &ids, const QList<Core::Conversation> &rows);

    Parts m_parts;
    Core::StoreState m_state;
    QTimer m_settling; ///< a cut that is mended at once is not worth a word
    Core::StoreState::Kind m_said = Core::StoreState::Kind::Online;
    int m_waited = 0; ///< changes that had to wait
    QTimer m_gathering;
    QSet<QString> m_changed; ///< conversations to read
    QSet<QString> m_written; ///< those of them with new messages
};
