#pragma once

#include "ui/base/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What a pane shows instead of its content: what this is and what to do next.
class StatePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePage)

public:
    explicit StatePage(QWidget *parent = nullptr);

    /// `action` is what the button says; without it there is none.
    void setState(Icons::Name icon, const QString &title, const QString &text,
                  const QString &action = {});

signals:
    void actionTriggered();

private:
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
};
