#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

/// The slim head of a side panel: its name, and buttons to take it off and to close it. It can
/// be taken hold of anywhere else.
class DockTitle final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DockTitle)

public:
    explicit DockTitle(QDockWidget *dock);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QDockWidget *m_dock;
    QLabel *m_title;
    QToolButton *m_float;
    QToolButton *m_close;
};
