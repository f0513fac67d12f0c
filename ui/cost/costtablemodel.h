#pragma once

#include "core/cost/costreport.h"

#include <QAbstractTableModel>
#include <QHash>

/// The rows of a report of costs, and one with the total below them. The rows always sum to
/// the total: those beyond the number to show are one row, "Other".
class CostTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTableModel)

public:
    enum Column { Name, Requests, Input, Cached, Output, PerRequest, Cost, Share, Remarks };
    static constexpr int columns = Remarks + 1;
    enum Role { KeyRole = Qt::UserRole, ShareRole, TotalRole };

    explicit CostTableModel(QObject *parent = nullptr);

    /// `names` gives titles for keys, as of conversations. `top` 0: all rows.
    void setReport(const Core::CostReport &report, int top = 0,
                   const QHash<QString, QString> &names = {});
    const Core::CostReport &report() const { return m_report; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isTotal(int row) const { return row == m_rows.size() - 1; }
    bool isOther(int row) const { return m_others > 0 && row == m_rows.size() - 2; }
    QString text(int row, int column) const;
    QString name(int row) const;
    QString money(Core::Money amount) const;

    Core::CostReport m_report;
    QList<Core::CostRow> m_rows; ///< as shown; the last is the total
    qsizetype m_others = 0; ///< keys that the row before the total sums up
    int m_places = 2; ///< decimals of the costs
    QHash<QString, QString> m_names;
};
