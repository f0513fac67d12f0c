#pragma once

#include "core/chat/conversation.h"

#include <QList>
#include <QWidget>

#include <optional>

class SettingCard;
class UndoBar;

/// The templates of replies, to be written, changed and removed. Stores nothing itself.
class TemplatesCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplatesCard)

public:
    explicit TemplatesCard(QWidget *parent = nullptr);

    /// As they are stored. What is being written stays open.
    void setTemplates(const QList<Core::ReplyTemplate> &templates);

signals:
    /// A template without id is a new one.
    void saveAsked(const Core::ReplyTemplate &reply);
    void removeAsked(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *makeRow(const Core::ReplyTemplate &reply);
    QWidget *makeForm();
    QWidget *makeFoot();
    void edit(const std::optional<Core::ReplyTemplate> &reply);
    void remove(const Core::ReplyTemplate &reply);

    QList<Core::ReplyTemplate> m_templates;
    std::optional<Core::ReplyTemplate> m_edited; ///< without id: a new one
    QWidget *m_form = nullptr;
    QWidget *m_foot = nullptr;
    SettingCard *m_card;
    UndoBar *m_undo;
};
