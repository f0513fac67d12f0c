#pragma once

#include "core/cost/pricelist.h"

#include <QAbstractTableModel>

/// The price list as a table: the rows of the program and the user's own.
class PriceTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceTableModel)

public:
    enum Column {
        Model,
        Provider,
        Input,
        Cached,
        Written,
        Output,
        Reasoning,
        Tier,
        Period,
        Source
    };
    static constexpr int columns = Source + 1;

    explicit PriceTableModel(QObject *parent = nullptr);

    /// Those whose provider or model holds `pattern`; empty: all.
    void setRows(const QList<Core::PriceRow> &rows, const QString &pattern = {});
    const Core::PriceRow &row(int row) const { return m_rows[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Core::PriceRow> m_rows;
};

/// How a row of the price list is said. Plain text.
namespace PriceWords {

QString rate(qint64 picoPerToken); ///< "2.00", US dollars a million tokens
QString tier(const Core::PriceRow &row); ///< "batch, above 200,000 tokens, 22:00–06:00 UTC Mon–Fri"
QString period(const Core::PriceRow &row); ///< "since 1 Mar 2026"

} // namespace PriceWords
