#include "ui/cost/costtable.h"

CostTable::CostTable(Size size, QWidget *parent)
    : RowTable(parent)
    , m_size(size)
    , m_model(new CostTableModel(this))
{
    setModel(m_model);
    if (size == Size::Compact) {
        using enum CostTableModel::Column;
        for (const int column : {Input, Cached, Output, Remarks})
            setColumnHidden(column, true);
    }
    connect(this, &RowTable::rowChosen, this, &CostTable::activate);
}

bool CostTable::mayStretch(int neededWidth) const
{
    return m_size == Size::Compact || RowTable::mayStretch(neededWidth);
}

void CostTable::setReport(const Core::CostReport &report, int top,
                          const QHash<QString, QString> &names)
{
    m_model->setReport(report, top, names);
    fitColumns();
}

void CostTable::activate(const QModelIndex &index)
{
    const QVariant key = index.data(CostTableModel::KeyRole);
    if (key.isValid())
        emit rowActivated(m_model->report().by, key.toString());
}
