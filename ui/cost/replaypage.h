#pragma once

#include "core/base/error.h"
#include "ui/cost/replaytablemodel.h"

#include <QScrollArea>

class ChartLegend;
class CostTile;
class EmptyState;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;
class ReplayForm;
class RowTable;
class StackChart;
class ToneLabel;

/// What the past would have cost otherwise: asks for it, shows how far it is, and what came
/// out. Knows no store.
class ReplayPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayPage)

public:
    explicit ReplayPage(QWidget *parent = nullptr);

    void setModels(const QList<Core::ReplayModel> &usual, const QList<Core::ReplayModel> &others);
    /// What there is to ask.
    void setPast(qint64 conversations, qint64 messages);
    /// The newest first, which is shown.
    void setReports(const QList<Core::ReplayReport> &reports);
    std::optional<Core::ReplayQuery> query(const QDateTime &now) const;

    void beginRun();
    void showProgress(qint64 conversations, qint64 of);
    void endRun();
    void showError(const Core::Error &error);

signals:
    void startRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildForm();
    QWidget *buildResult();
    QWidget *buildCharts();
    QWidget *buildRows();
    QWidget *buildParts();
    void wire();
    void retranslate();
    void showReport();
    void showEmpty();
    QString whatIsAsked(const Core::ReplayQuery &query) const;
    void showTiles();
    void showCharts();
    void showParts();
    void chooseRow(qsizetype row);

    enum Tile { Billed, Cheapest, Saved, Requests, TileCount };

    QList<Core::ReplayReport> m_reports;
    qsizetype m_shown = 0;
    qsizetype m_row = 0;
    QLabel *m_title;
    QLabel *m_introduction;
    ReplayForm *m_form;
    QWidget *m_running;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    ToneLabel *m_problem;
    EmptyState *m_empty;
    std::optional<std::pair<qint64, qint64>> m_past; ///< conversations, messages
    QWidget *m_result;
    QLabel *m_headline;
    QLabel *m_parameters; ///< of the report, which the form above may differ from
    QComboBox *m_kept;
    std::array<CostTile *, TileCount> m_tiles{};
    QLabel *m_costsTitle;
    ChartLegend *m_costsLegend;
    StackChart *m_costs;
    QLabel *m_tokensTitle;
    ChartLegend *m_tokensLegend;
    StackChart *m_tokens;
    QLabel *m_rowsTitle;
    ReplayTableModel m_rows;
    RowTable *m_rowsTable;
    QLabel *m_rowsHint;
    QLabel *m_daysTitle;
    ChartLegend *m_daysLegend;
    StackChart *m_days;
    QComboBox *m_by;
    ReplayPartsModel m_parts;
    RowTable *m_partsTable;
    QLabel *m_notes;
};
