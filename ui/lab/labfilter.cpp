#include "ui/lab/labfilter.h"

#include "ui/lab/labmatrixmodel.h"

#include <utility>

LabFilter::LabFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
}

void LabFilter::setRows(Rows rows)
{
    m_rows = rows;
    invalidateRowsFilter();
}

bool LabFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    return m_rows == Rows::All
        || static_cast<const LabMatrixModel *>(sourceModel())->isDifferent(row);
}
