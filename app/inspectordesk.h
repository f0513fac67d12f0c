#pragma once

#include "app/chatdesk.h"
#include "core/store/conversationstore.h"
#include "ui/inspector/inspector.h"

#include <QObject>

/// Keeps the inspector in step with the open conversation: the next request as it is planned,
/// and those of the past with their charges, which it reads from the store.
class InspectorDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectorDesk)

public:
    struct Parts
    {
        ChatsPage &page; ///< gets the inspector
        Core::ConversationStore &store;
        ChatDesk &chats;
        const Core::ChatSession &session;
    };

    explicit InspectorDesk(const Parts &parts, QObject *parent = nullptr);

    Inspector &inspector() { return *m_inspector; }

private:
    void wire();
    void show(const Core::Thread &thread);
    void readPast();
    void takeCharges(const QList<Core::Charge> &charges);
    void readAttempt(const QString &id);
    void inspectAnswer(const QString &messageId);

    Parts m_parts;
    Inspector *m_inspector; ///< the page's
    QString m_conversation;
    Core::MessageTree m_tree; ///< of the conversation
    QList<Core::Attempt> m_attempts;
};
