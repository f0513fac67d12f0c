#include "ui/base/columnpage.h"

#include "ui/base/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace {

constexpr int widest = 820;

} // namespace

ColumnPage::ColumnPage(QWidget *parent, Place place)
    : QScrollArea(parent)
    , m_column(new QVBoxLayout)
{
    auto *inside = new QWidget(this);
    auto *middle = new QWidget(inside);
    middle->setMaximumWidth(widest);
    middle->setLayout(m_column);
    m_heading = Labels::heading({}, middle);
    m_introduction = Labels::body({}, middle);
    m_introduction->setForegroundRole(QPalette::PlaceholderText);
    m_column->setContentsMargins(24, place == Place::Left ? 16 : 24, 24, 24);
    m_column->setSpacing(16);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_introduction);

    auto *across = new QHBoxLayout(inside);
    across->setContentsMargins(0, 0, 0, 0);
    if (place == Place::Middle)
        across->addStretch(1);
    across->addWidget(middle, 100);
    across->addStretch(1);

    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ColumnPage::setTexts(const QString &heading, const QString &introduction)
{
    m_heading->setText(heading);
    m_introduction->setText(introduction);
    m_introduction->setVisible(!introduction.isEmpty());
    setAccessibleName(heading);
}
