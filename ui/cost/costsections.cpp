#include "ui/cost/costsections.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

CostSections::CostSections(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
{
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    for (int i = 0; i < count; ++i) {
        m_tabs->addTab({});
        m_pages->addWidget(new QWidget(m_pages));
    }
    auto *line = new QHBoxLayout;
    line->setContentsMargins(24, 12, 24, 0);
    line->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        emit sectionShown(Section(index));
    });
    retranslate();
}

void CostSections::setPage(Section section, QWidget *page)
{
    const int place = int(section);
    QWidget *old = m_pages->widget(place);
    m_pages->removeWidget(old);
    delete old;
    m_pages->insertWidget(place, page);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
}

void CostSections::show(Section section)
{
    m_tabs->setCurrentIndex(int(section));
}

CostSections::Section CostSections::section() const
{
    return Section(m_tabs->currentIndex());
}

void CostSections::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CostSections::retranslate()
{
    const std::array names{tr("Overview"), tr("What if"), tr("Limits"), tr("Prices")};
    for (int i = 0; i < count; ++i)
        m_tabs->setTabText(i, names[size_t(i)]);
    m_tabs->setAccessibleName(tr("Sections of the costs"));
}
