#pragma once

#include "core/context/evaluation.h"
#include "core/context/probes.h"
#include "ui/lab/labcard.h"

#include <QWidget>

class ChartLegend;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class StackChart;
class UndoBar;

/// The questions by which cards are measured: which messages each one needs, and how much of
/// them every card sends under growing budgets.
class ProbesPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbesPane)

public:
    explicit ProbesPane(QWidget *parent = nullptr);

    /// `current` is the place of the one that is worked on; -1: none.
    void setProbes(const QList<Core::Probe> &probes, int current);
    void setProposed(int messages); ///< that wait to be confirmed
    void setModels(const QList<LabModel> &models);
    /// Rows of Core::recallCurves(); the cards give the names.
    void setCurves(const QList<Core::EvaluationRow> &rows, const QList<Core::TrialCard> &cards);

    /// What has become of asking a model for proposals.
    enum class Asking { NotAsked, Asked, NoneNeeded, NotUnderstood };
    void showAsking(Asking asking, const QString &model = {});
    void showProblem(const Core::Error &error);
    void offerUndo(std::function<void()> undo); ///< of removing a probe
    /// Says that an experiment's probes took the place of the conversation's own.
    void offerFormerProbes(std::function<void()> undo);

signals:
    void addRequested(); ///< the question that is asked now becomes a probe
    void removeRequested(int probe);
    void probeChosen(int probe);
    void proposalRequested(); ///< found on this machine
    void modelProposalRequested(const LabModel &model);
    void proposalConfirmed();
    void proposalDismissed();
    void exportRequested(const QString &path);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    QWidget *buildCurves();
    void wire();
    void retranslate();
    void showProbes();
    void showCurves();
    bool hasEvidence() const;
    void showProposed();
    void showModels();
    void chooseFile();

    QList<Core::Probe> m_probes;
    int m_proposed = 0;
    QList<LabModel> m_models;
    QList<Core::EvaluationRow> m_rows;
    QList<Core::TrialCard> m_cards;
    QLabel *m_title;
    QLabel *m_state;
    QPushButton *m_add;
    QToolButton *m_propose;
    QMenu *m_proposers;
    QPushButton *m_confirm;
    QPushButton *m_dismiss;
    QPushButton *m_export;
    QToolButton *m_close;
    QWidget *m_listHolder = nullptr;
    QListWidget *m_list;
    QPushButton *m_remove;
    QLabel *m_curveTitle;
    QLabel *m_hint;
    StackChart *m_chart;
    ChartLegend *m_legend;
    QStackedWidget *m_curvePages;
    UndoBar *m_undo;
};
