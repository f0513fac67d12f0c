#include "ui/base/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

WheelGuard::WheelGuard(QWidget *page)
    : QObject(page)
{
    const auto guard = [this](QWidget *field) {
        field->setFocusPolicy(Qt::StrongFocus); // not by the wheel
        field->installEventFilter(this);
    };
    for (QAbstractSpinBox *box : page->findChildren<QAbstractSpinBox *>())
        guard(box);
    for (QComboBox *box : page->findChildren<QComboBox *>())
        guard(box);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !field || field->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}
