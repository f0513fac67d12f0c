#pragma once

#include "core/chat/conversation.h"

#include <QFrame>

class QLabel;
class QListWidget;

/// The templates that fit what is typed behind "/". It never takes the focus: the field it
/// belongs to sends it the keys.
class TemplatePopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplatePopup)

public:
    explicit TemplatePopup(QWidget *parent = nullptr);

    void setTemplates(const QList<Core::ReplyTemplate> &templates) { m_templates = templates; }
    /// Shows those that fit, above `below`, or that there are none at all.
    void showFor(const QString &query, const QWidget &below);
    /// Takes the keys that walk, choose and close. False for all others.
    bool takeKey(int key);

signals:
    void chosen(const Core::ReplyTemplate &reply);

private:
    void sayThereAreNone();
    void place(const QWidget &below);
    void walk(int step);
    void choose(int row);

    QList<Core::ReplyTemplate> m_templates;
    QList<Core::ReplyTemplate> m_shown;
    QListWidget *m_list = nullptr;
};
