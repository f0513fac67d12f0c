#include "ui/thread/statepage.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int widestText = 420;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(widestText);
    label->setMinimumWidth(200);
    return label;
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
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

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch();
    row->addLayout(column, 1);
    row->addStretch();
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionTriggered);
}

void StatePage::setState(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}
