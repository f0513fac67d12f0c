#pragma once

#include "ui/base/icons.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

/// What a view shows when it has nothing to show: what this is, and what to do next. The same
/// for empty, loading, failed and offline.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setIcon(Icons::Name name);
    void setTexts(const QString &title, const QString &explanation);

    /// The first one added is the one to press. They stand below each other where they have
    /// no room side by side.
    QPushButton *addButton(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrangeButtons();

    QIcon m_icon;
    QWidget *m_picture;
    QLabel *m_title;
    QLabel *m_explanation;
    QBoxLayout *m_buttons;
};
