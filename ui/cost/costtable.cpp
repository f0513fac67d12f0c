#include "ui/cost/costtable.h"

#include "ui/cost/paddeddelegate.h"
#include "ui/cost/paddedheader.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace {

constexpr int lineHeight = 30;
constexpr int mostRowsShown = 24; // a longer table scrolls in itself

} // namespace

CostTable::CostTable(Size size, QWidget *parent)
    : QTableView(parent)
    , m_size(size)
    , m_model(new CostTableModel(this))
{
    setHorizontalHeader(new PaddedHeader(this));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new PaddedDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    verticalHeader()->setMinimumSectionSize(lineHeight);
    if (size == Size::Compact) {
        using enum CostTableModel::Column;
        for (const int column : {Input, Cached, Output, Remarks})
            setColumnHidden(column, true);
    }
    connect(this, &QTableView::clicked, this, &CostTable::activate);
}

/// The name takes what the figures leave, but never less than it needs: then the table scrolls.
void CostTable::fitColumns()
{
    int needed = 0;
    for (int column = 0; column < CostTableModel::columns; ++column) {
        if (!isColumnHidden(column))
            needed +=
                std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    }
    const bool fits = m_size == Size::Compact || needed <= viewport()->width();
    for (int column = 0; column < CostTableModel::columns; ++column)
        horizontalHeader()->setSectionResizeMode(column,
                                                 fits && column == CostTableModel::Name
                                                     ? QHeaderView::Stretch
                                                     : QHeaderView::ResizeToContents);
}

void CostTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CostTable::setReport(const Core::CostReport &report, int top,
                          const QHash<QString, QString> &names)
{
    m_model->setReport(report, top, names);
    fitColumns();
    updateGeometry();
}

QSize CostTable::sizeHint() const
{
    const int rows = std::min(m_model->rowCount(), mostRowsShown);
    return {320, horizontalHeader()->sizeHint().height() + rows * lineHeight + 12};
}

QSize CostTable::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void CostTable::activate(const QModelIndex &index)
{
    const QVariant key = index.data(CostTableModel::KeyRole);
    if (key.isValid())
        emit rowActivated(m_model->report().by, key.toString());
}

void CostTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return activate(currentIndex());
    QTableView::keyPressEvent(event);
}
