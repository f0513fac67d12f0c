#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

/// A quiet banner that says one thing and can be put away: what failed, what was done, what is
/// going on. Nothing waits for it. Plain text only, so that nothing of a provider's answer is
/// read as markup.
class NoticeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)

public:
    enum class Tone { Information, Good, Warning, Bad };

    /// What can be done about it, and what is called once when that is pressed.
    struct Action
    {
        QString text;
        std::function<void()> run;
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Takes the place of what was said before.
    void say(Tone tone, const QString &text, const QList<Action> &actions = {});
    /// Puts it away and forgets its actions.
    void clear();

    QString text() const;
    /// Who gets the focus when the button that has it goes away.
    void setHeir(QWidget *heir) { m_heir = heir; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void addButton(const Action &action);
    QColor ground() const;

    Tone m_tone = Tone::Information;
    QWidget *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
    QPointer<QWidget> m_heir;
};
