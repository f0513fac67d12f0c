#pragma once

#include "core/cost/replayfigures.h"

#include <QAbstractTableModel>

/// The rows of a look back: each strategy with each model.
class ReplayTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayTableModel)

public:
    enum Column { Name, Requests, Refused, Input, Cached, Output, Cost, Saved, SavedFull };
    static constexpr int columns = SavedFull + 1;

    explicit ReplayTableModel(QObject *parent = nullptr);

    void setReport(const Core::ReplayReport &report);
    /// The row in bold: what the parts below the table are about.
    void setChosen(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    QString costTip(const Core::ReplayTotals &totals) const;

    Core::ReplayReport m_report;
    int m_chosen = -1;
};

/// One row of a look back by days, users or the models that were asked then.
class ReplayPartsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayPartsModel)

public:
    enum Column { Name, Requests, Input, Billed, Cost, Saved };
    static constexpr int columns = Saved + 1;
    enum class By { Day, User, Model };

    explicit ReplayPartsModel(QObject *parent = nullptr);

    void setReport(const Core::ReplayReport &report, qsizetype row, By by);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        Core::ReplayTotals totals;
        std::optional<Core::Money> billed;
        QString cost;
    };

    QString text(const Row &row, int column) const;

    QList<Row> m_rows;
    By m_by = By::Day;
};
