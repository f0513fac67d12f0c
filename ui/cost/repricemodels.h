#pragma once

#include "core/cost/repricer.h"

#include <QAbstractTableModel>

/// What a re-pricing would do, a row for each model, and the sum of all in bold below.
class RepriceTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepriceTableModel)

public:
    enum Column { Model, Provider, Charges, Unpriced, Before, After, Difference };
    static constexpr int columns = Difference + 1;

    explicit RepriceTableModel(QObject *parent = nullptr);

    void setPreview(const Core::RepricePreview &preview);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isTotal(int row) const { return row == m_rows.size(); }

    QList<Core::RepriceRow> m_rows;
    Core::RepriceRow m_total;
};

/// The re-pricings that were done, newest first.
class RepricingLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepricingLogModel)

public:
    enum Column { When, Author, Scope, Charges, Before, After, Difference, Reason };
    static constexpr int columns = Reason + 1;

    explicit RepricingLogModel(QObject *parent = nullptr);

    void setLog(const QList<Core::Repricing> &log);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Core::Repricing> m_log;
};

/// How a re-pricing is said. Plain text.
namespace RepriceWords {

QString difference(Core::Money difference); ///< "+$12.00", "−$3.40", "$0.00"
/// "1,204 of 5,000 charges would be worth something else: …", a sentence a line.
QString summary(const Core::RepricePreview &preview);
/// "1 Oct 2026 – 31 Oct 2026, openai, gpt-4.1"
QString scope(const Core::Repricing &repricing);

} // namespace RepriceWords
