#pragma once

#include "core/base/error.h"
#include "ui/cost/costsheet.h"

#include <QScrollArea>

class ChargeTableModel;
class ChartLegend;
class CostFilterBar;
class CostNotices;
class CostTable;
class CostTiles;
class EmptyState;
class HeatMap;
class QDoubleSpinBox;
class QLabel;
class QTableView;
class QVBoxLayout;
class StackChart;

/// What was spent: figures, charts and tables of a period, the requests behind each of them,
/// and files of it. Knows no store; it is given what it asks for.
class CostsPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostsPage)

public:
    explicit CostsPage(QWidget *parent = nullptr);

    Core::CostQuery query(const QDateTime &now) const;
    /// Nothing of the query shown is still being added up.
    bool isComplete() const;

    void show(const Core::CostFigures &figures);
    /// What takes longer to find out about the query shown.
    void showDetails(const Core::CostDetails &details, const QHash<QString, QString> &titles);
    void showLatencies(const Core::Latencies &latencies); ///< of the query shown
    /// The requests that rowsRequested() asked for.
    void showRows(const QList<Core::Charge> &charges, const QHash<QString, QString> &titles);
    void setTags(const QStringList &tags); ///< that can be filtered by
    void setMonthlyBudget(const std::optional<Core::Money> &budget);
    void showError(const Core::Error &error);

    enum class FileKind { Csv, Png, Pdf };
    Core::Result<void> write(FileKind kind, const QString &path);

signals:
    void queryChanged();
    void rowsRequested(const QDateTime &from, const QDateTime &to, const Core::CostFilter &filter,
                       const QString &conversation);
    void conversationActivated(const QString &conversation, const QString &message);
    void monthlyBudgetChanged(const std::optional<Core::Money> &budget);
    void failed(const Core::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildContent();
    QWidget *buildHead();
    QWidget *buildCharts();
    QWidget *buildRankings();
    QWidget *buildTable();
    QWidget *buildRows();
    QWidget *buildBudget();
    void rebuild();
    void wire();
    void showFilled(bool isFilled);
    void showCharts();
    void showRankings();
    void askFile(FileKind kind);
    void askBucket(qsizetype bucket);
    void askRow(Core::CostBy by, const QString &key);
    void askAnomaly(const Core::Anomaly &anomaly);
    void ask(const QString &heading, const QDateTime &from, const QDateTime &to,
             const Core::CostFilter &filter, const QString &conversation = {});

    CostSheet::Content m_content;
    EmptyState *m_empty;
    QWidget *m_filled; ///< in its place, as soon as there are figures
    CostFilterBar *m_filters;
    CostTiles *m_tiles;
    CostNotices *m_notices;
    QLabel *m_perBucketTitle;
    StackChart *m_perBucket;
    ChartLegend *m_perBucketLegend;
    StackChart *m_sum;
    ChartLegend *m_sumLegend;
    QLabel *m_band;
    QDoubleSpinBox *m_budget;
    HeatMap *m_heat;
    CostTable *m_conversations;
    QLabel *m_conversationsNote;
    CostTable *m_users;
    CostTable *m_strategies;
    QLabel *m_tableTitle;
    CostTable *m_table;
    QWidget *m_rowsCard;
    QLabel *m_rowsTitle;
    QString m_rowsHeading;
    ChargeTableModel *m_rows;
    QTableView *m_rowsView;
};
