#pragma once

#include "ui/base/card.h"
#include "ui/base/icons.h"

class QLabel;
class QPushButton;

/// One way to begin: what it is, what it gives, and a button.
class WelcomeChoice final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomeChoice)

public:
    WelcomeChoice(Icons::Name icon, QWidget *parent);

    void setTexts(const QString &title, const QString &explanation, const QString &button);
    void setFirst(); ///< the one to take by default

signals:
    void chosen();

private:
    QLabel *m_title;
    QLabel *m_explanation;
    QPushButton *m_button;
};
