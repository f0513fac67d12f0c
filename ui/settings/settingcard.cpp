#include "ui/settings/settingcard.h"

#include "ui/base/labels.h"
#include "ui/base/separator.h"

#include <QLabel>
#include <QVBoxLayout>

SettingCard::SettingCard(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::title({}, this))
    , m_card(new Card(this))
    , m_rows(new QVBoxLayout(m_card))
{
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_card);
}

void SettingCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SettingCard::add(QWidget *row)
{
    if (m_rows->count() > 0)
        m_rows->addWidget(new Separator(m_card));
    m_rows->addWidget(row);
}

void SettingCard::setShown(QWidget *row, bool isShown)
{
    row->setVisible(isShown);
    const int place = m_rows->indexOf(row);
    if (place > 0)
        m_rows->itemAt(place - 1)->widget()->setVisible(isShown);
}

void SettingCard::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}
