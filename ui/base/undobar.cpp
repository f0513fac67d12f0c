#include "ui/base/undobar.h"

#include "ui/base/colors.h"
#include "ui/base/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_text(Labels::body({}, this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);

    m_timer.setSingleShot(true);
    m_timer.setInterval(standsForMs);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::expire);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::takeBack);
    retranslate();
    hide();
}

void UndoBar::offer(const QString &text, std::function<void()> undo)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_undo = std::move(undo);
    m_timer.start();
    show();
}

void UndoBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UndoBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Colors::line(palette()));
    painter.setBrush(Colors::accentTint(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void UndoBar::retranslate()
{
    m_button->setText(tr("Undo"));
}

void UndoBar::takeBack()
{
    m_timer.stop();
    hide();
    if (const auto undo = std::exchange(m_undo, nullptr))
        undo();
}

void UndoBar::expire()
{
    if (underMouse() || m_button->hasFocus()) {
        m_timer.start();
        return;
    }
    m_undo = nullptr;
    hide();
}
