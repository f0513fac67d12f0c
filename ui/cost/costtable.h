#pragma once

#include "ui/base/rowtable.h"
#include "ui/cost/costtablemodel.h"

/// A table of a report of costs.
class CostTable final : public RowTable
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTable)

public:
    enum class Size { Full, Compact }; ///< compact: what fits into a third of the page

    explicit CostTable(Size size, QWidget *parent = nullptr);

    void setReport(const Core::CostReport &report, int top = 0,
                   const QHash<QString, QString> &names = {});

signals:
    /// A row was clicked, or Enter was pressed; not the total and not Other.
    void rowActivated(Core::CostBy by, const QString &key);

private:
    bool mayStretch(int neededWidth) const override;
    void activate(const QModelIndex &index);

    Size m_size;
    CostTableModel *m_model;
};
