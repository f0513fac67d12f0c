#include "ui/mainwindow/docktitle.h"

#include "ui/base/icons.h"
#include "ui/base/labels.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

DockTitle::DockTitle(QDockWidget *dock)
    : QWidget(dock)
    , m_dock(dock)
    , m_title(Labels::quiet(dock->windowTitle(), this))
    , m_float(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_title->setWordWrap(false);
    m_float->setIcon(Icons::icon(Icons::Name::Inspector));
    m_close->setIcon(Icons::icon(Icons::Name::Close));
    for (QToolButton *button : {m_float, m_close}) {
        button->setAutoRaise(true);
        button->setIconSize({14, 14});
        button->setFixedSize(24, 24);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 2);
    layout->setSpacing(2);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_float);
    layout->addWidget(m_close);
    connect(dock, &QDockWidget::windowTitleChanged, m_title, &QLabel::setText);
    connect(m_float, &QToolButton::clicked, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, dock, &QWidget::hide);
    retranslate();
}

void DockTitle::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DockTitle::retranslate()
{
    m_float->setToolTip(tr("Take off or put back"));
    m_float->setAccessibleName(tr("Take the panel off or put it back"));
    m_close->setToolTip(tr("Hide"));
    m_close->setAccessibleName(tr("Hide the panel"));
}
