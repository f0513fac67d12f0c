#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

/// Says what was just done and offers to undo it, for a while. What replaces "are you sure".
class UndoBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoBar)

public:
    explicit UndoBar(QWidget *parent = nullptr);

    /// Shows `text`; `undo` is called at most once, when the button is pressed in time. A
    /// second offer takes the place of the first.
    void offer(const QString &text, std::function<void()> undo);

    /// How long an offer stands; it waits while the pointer or the focus is on it.
    static constexpr int standsForMs = 10'000;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void takeBack();
    void expire();

    QLabel *m_text;
    QPushButton *m_button;
    QTimer m_timer;
    std::function<void()> m_undo;
};
