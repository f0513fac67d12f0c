#include "ui/base/emptystate.h"

#include "ui/base/colors.h"
#include "ui/base/labels.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int pictureSize = 56;
constexpr int iconSize = 28;
constexpr int textWidth = 420;
constexpr int sideMargin = 16;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(Icons::icon(Icons::Name::Info))
    , m_picture(new QWidget(this))
    , m_title(Labels::title({}, this))
    , m_explanation(Labels::body({}, this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_picture->setFixedSize(pictureSize, pictureSize);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_explanation}) {
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(textWidth);
        label->setMinimumWidth(160);
    }
    m_buttons->setSpacing(8);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideMargin, 24, sideMargin, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    for (QLabel *label : {m_title, m_explanation}) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addLayout(m_buttons);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyState::setIcon(Icons::Name name)
{
    m_icon = Icons::icon(name);
    update();
}

void EmptyState::setTexts(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setDefault(m_buttons->isEmpty());
    m_buttons->addWidget(button);
    return button;
}

bool EmptyState::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrangeButtons();
    return QWidget::event(event);
}

void EmptyState::arrangeButtons()
{
    int needed = -m_buttons->spacing();
    for (int i = 0; i < m_buttons->count(); ++i) {
        const QLayoutItem *button = m_buttons->itemAt(i);
        if (!button->isEmpty())
            needed += button->sizeHint().width() + m_buttons->spacing();
    }
    m_buttons->setDirection(needed <= contentsRect().width() - 2 * sideMargin
                                ? QBoxLayout::LeftToRight
                                : QBoxLayout::TopToBottom);
}

void EmptyState::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Colors::accentTint(palette()));
    const QRect place = m_picture->geometry();
    painter.drawEllipse(place);
    const int inset = (pictureSize - iconSize) / 2;
    m_icon.paint(&painter, place.adjusted(inset, inset, -inset, -inset));
}
