#include "ui/base/rowtable.h"

#include "ui/base/paddeddelegate.h"
#include "ui/base/paddedheader.h"

#include <QKeyEvent>

namespace {

constexpr int lineHeight = 30;
constexpr int leastElided = 160; // of a column that may be cut

} // namespace

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new PaddedHeader(this));
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
    connect(this, &QTableView::clicked, this, &RowTable::rowChosen);
}

bool RowTable::mayStretch(int neededWidth) const
{
    return neededWidth <= viewport()->width();
}

void RowTable::fitColumns()
{
    if (!model())
        return;
    int needed = 0;
    const int columns = model()->columnCount();
    for (int column = 0; column < columns; ++column) {
        if (!isColumnHidden(column))
            needed += neededBy(column);
    }
    const int last = std::max(0, m_elided); // it takes what the others leave
    const bool stretches = mayStretch(needed);
    for (int column = 0; column < columns; ++column) {
        if (column == last && stretches) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else if (column == m_elided) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
            horizontalHeader()->resizeSection(column, leastElided);
        } else {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
        }
    }
    updateGeometry();
}

int RowTable::neededBy(int column) const
{
    const int whole =
        std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    return column == m_elided ? std::min(whole, leastElided) : whole;
}

void RowTable::setElidedColumn(int column)
{
    m_elided = column;
    fitColumns();
}

void RowTable::setMostRows(int rows)
{
    m_mostRows = rows;
    updateGeometry();
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

QSize RowTable::sizeHint() const
{
    const int rows = model() ? std::min(model()->rowCount(), m_mostRows) : 0;
    return {320, horizontalHeader()->sizeHint().height() + rows * lineHeight + 12};
}

QSize RowTable::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        emit rowChosen(currentIndex());
    else
        QTableView::keyPressEvent(event);
}
