#pragma once

#include <QSortFilterProxyModel>

/// The rows of a matrix, all of them or only those about which the cards disagree.
class LabFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabFilter)

public:
    enum class Rows { All, OnlyDifferent };

    explicit LabFilter(QObject *parent = nullptr);

    void setRows(Rows rows);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Rows m_rows = Rows::All;
};
