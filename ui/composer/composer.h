#pragma once

#include "core/chat/conversation.h"
#include "ui/composer/composeredit.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class TemplatePopup;

/// Where a message is written and sent, and where an answer is stopped. Knows no store: drafts
/// are told by a signal soon after they changed.
class Composer final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)

public:
    explicit Composer(QWidget *parent = nullptr);

    QString draft() const { return m_edit->text(); }
    /// Of the conversation that is shown from now on. A draft that has not been told yet is
    /// told first, so that none is lost or lands in another conversation.
    void setDraft(const QString &draft);
    /// Tells a draft that has not been told yet.
    void flushDraft();
    void clear();

    bool isBusy() const { return m_busy; }
    void setSendKey(ComposerEdit::SendKey key);
    /// Offered behind "/" at the beginning of a message.
    void setTemplates(const QList<Core::ReplyTemplate> &templates);
    /// Puts a template in place of what is written and selects its first field.
    void insertTemplate(const Core::ReplyTemplate &reply);

public slots:
    void setBusy(bool busy); ///< an answer is on its way: Send becomes Stop

signals:
    void sendRequested(const QString &text); ///< the text stays until clear()
    void stopRequested();
    void editLastRequested();
    void textEdited(); ///< at once, with every change
    void draftChanged(const QString &draft); ///< a moment after the last change

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void wire();
    void send();
    void edited();
    void escape();
    void updateButton();
    void offerTemplates();
    bool asksForFields();

    ComposerEdit *m_edit = nullptr;
    QToolButton *m_send = nullptr;
    QBasicTimer m_draftTimer;
    QLabel *m_hint = nullptr;
    TemplatePopup *m_templates = nullptr;
    bool m_fromTemplate = false; ///< fields in the text are to be filled
    bool m_busy = false;
    bool m_settingDraft = false;
};
