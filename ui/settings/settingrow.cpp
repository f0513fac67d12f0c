#include "ui/settings/settingrow.h"

#include "ui/base/labels.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace {

constexpr int controlWidth = 220;

} // namespace

SettingRow::SettingRow(QWidget *control, Place place, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_name(Labels::body({}, this))
    , m_explanation(Labels::quiet({}, this))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_explanation);

    const bool beside = place == Place::Beside;
    auto *layout = new QBoxLayout(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(beside ? 24 : 8);
    layout->addLayout(words, beside ? 1 : 0);
    if (beside) {
        if (!qobject_cast<QAbstractButton *>(control))
            control->setFixedWidth(controlWidth);
        layout->addWidget(control, 0, Qt::AlignVCenter | Qt::AlignRight);
    } else {
        layout->addWidget(control);
    }
    m_name->setBuddy(control);
    control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(this);
}

void SettingRow::setTexts(const QString &name, const QString &explanation)
{
    m_name->setText(name);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_control->setAccessibleName(name);
    m_control->setAccessibleDescription(explanation);
}

bool SettingRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched == m_control && !m_control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}
