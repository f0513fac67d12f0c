#pragma once

#include "core/chat/conversation.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

/// Where a template of replies is written: its name, its text, Save and Cancel.
class TemplateForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplateForm)

public:
    /// `taken`: names that other templates have.
    TemplateForm(const Core::ReplyTemplate &reply, const QStringList &taken,
                 QWidget *parent = nullptr);

signals:
    void saved(const Core::ReplyTemplate &reply);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void save();
    QString problem() const; ///< why it cannot be saved; empty: it can

    Core::ReplyTemplate m_reply;
    QStringList m_taken;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_textLabel;
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_save;
};
