#pragma once

#include "core/chat/conversation.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

/// What the palette offers for what is typed: commands and conversations, the best match
/// first. Without a pattern, commands in their own order, then the newest conversations.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum Role {
        PositionsRole = Qt::UserRole, ///< QList<int>: letters of the title that match
        DetailRole, ///< the shortcut of a command, the last line of a conversation
        IsCommandRole,
        ConversationIdRole,
    };

    explicit PaletteModel(QObject *parent = nullptr);

    /// The actions must live as long as they are offered or delete themselves; disabled ones
    /// are left out.
    void setCommands(const QList<QAction *> &commands);
    void setConversations(const QList<Core::Conversation> &conversations);
    void setPattern(const QString &pattern);
    const QString &pattern() const { return m_pattern; }

    QAction *command(const QModelIndex &index) const; ///< nullptr for a conversation

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        QPointer<QAction> command;
        QString conversationId;
        QString title;
        QString detail;
        QList<int> positions;
        int score = 0;
    };

    void match();
    void offer(Entry entry);

    QList<QPointer<QAction>> m_commands;
    QList<Core::Conversation> m_conversations;
    QString m_pattern;
    QList<Entry> m_entries;
};

/// The text of an action as it is read: without mnemonics and dots.
QString commandTitle(const QAction &action);
