#include "ui/thread/statepage.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int widestText = 420;
constexpr int iconSize = 32;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(centredLabel(this))
    , m_title(centredLabel(this))
    , m_text(centredLabel(this))
    , m_action(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont title = font();
    title.setWeight(QFont::DemiBold);
    if (title.pixelSize() > 0)
        title.setPixelSize(title.pixelSize() * 15 / 13);
    else
        title.setPointSizeF(title.pointSizeF() * 15 / 13);
    m_title->setFont(title);

    auto *card = new QWidget(this);
    card->setMaximumWidth(widestText);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addWidget(card, 100);
    row->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionTriggered);
}

void StatePage::setState(Icons::Name icon, const QString &title, const QString &text,
                         const QString &action)
{
    m_icon->setPixmap(Icons::icon(icon).pixmap(iconSize, iconSize));
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}
