#pragma once

#include "core/chat/conversation.h"

#include <QMenu>

/// What can be done with one conversation of the list.
class ConversationMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationMenu)

public:
    /// `tags` are those that other conversations have.
    ConversationMenu(const Core::Conversation &conversation, const QStringList &tags,
                     QWidget *parent = nullptr);

signals:
    void renameAsked();
    void pinAsked(bool pinned);
    void tagsAsked(const QStringList &tags);
    void exportAsked();
    void removeAsked();

private:
    void addTags(const QStringList &offered);
    void addNewTag(QMenu *menu);

    QStringList m_tags; ///< of the conversation
};
