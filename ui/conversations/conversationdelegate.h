#pragma once

#include "core/chat/conversation.h"
#include "ui/conversations/rowlayout.h"

#include <QDateTime>
#include <QStyledItemDelegate>

/// Paints the rows of the conversation list and edits titles in place.
class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationDelegate)

public:
    explicit ConversationDelegate(QObject *parent = nullptr);

    void setNow(const QDateTime &now) { m_now = now; }
    void setShowsCost(bool shows) { m_showsCost = shows; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    struct Look;

    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    RowContent contentOf(const Core::Conversation &conversation, bool startsGroup) const;
    void paintGroup(QPainter *painter, const Look &look) const;
    void paintTitle(QPainter *painter, const Look &look) const;
    void paintLine(QPainter *painter, const Look &look) const;
    void paintTags(QPainter *painter, const Look &look) const;

    QDateTime m_now;
    bool m_showsCost = false;
};
