#pragma once

#include "app/chatdesk.h"
#include "core/store/conversationstore.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>
#include <QSet>
#include <QTimer>

/// Shows what others do in a team's store: rows of the list, and what they write in the
/// conversation that is shown.
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
    };

    explicit TeamDesk(const Parts &parts, QObject *parent = nullptr);

private:
    void take(const Core::StoreChange &change);
    void takeAll();
    void readChanged();
    void showRows(const QSet<QString> &ids, const QList<Core::Conversation> &rows);

    Parts m_parts;
    QTimer m_gathering;
    QSet<QString> m_changed; ///< conversations to read
    QSet<QString> m_written; ///< those of them with new messages
};
