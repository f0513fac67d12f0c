#pragma once

#include <QObject>

class QWidget;

/// Keeps the wheel from changing fields that somebody only scrolls past: a field takes it when it
/// has the focus, else the page scrolls.
class WheelGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WheelGuard)

public:
    /// Guards the spin boxes and combo boxes below `page`, and belongs to it.
    explicit WheelGuard(QWidget *page);

    bool eventFilter(QObject *watched, QEvent *event) override;
};
