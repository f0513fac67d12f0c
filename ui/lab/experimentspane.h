#pragma once

#include "core/session/experiment.h"
#include "ui/lab/experimentexport.h"

#include <QWidget>

class EmptyState;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QStandardItemModel;
class QToolButton;
class RowTable;
class UndoBar;

/// The experiments that were saved: what came out of each, and the command lines that do it
/// again.
class ExperimentsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExperimentsPane)

public:
    explicit ExperimentsPane(QWidget *parent = nullptr);

    /// `current` is the id of the one to show.
    void setExperiments(const QList<Core::Experiment> &experiments, const QString &current);
    /// What a new one is called where nothing is typed.
    void suggestName(const QString &name);
    /// Of an experiment with that conversation.
    static QString usualName(const QString &conversationTitle);
    void offerUndo(const QString &name, std::function<void()> undo); ///< of removing it

signals:
    void saveRequested(const QString &name); ///< what the lab shows now
    void openRequested(const QString &id);
    void renameRequested(const QString &id, const QString &name);
    void duplicateRequested(const QString &id);
    void removeRequested(const QString &id);
    void exportRequested(const QString &id, const QString &path, ExperimentExport::Format format);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildDetails();
    QWidget *buildTools();
    void buildExports();
    void wire();
    void retranslate();
    void fillList(const QString &current);
    void showCurrent();
    void fillTable(const Core::Experiment &experiment);
    void chooseFile(ExperimentExport::Format format);
    const Core::Experiment *current() const;

    QList<Core::Experiment> m_experiments;
    QLineEdit *m_name;
    QPushButton *m_save;
    QListWidget *m_list;
    QStackedLayout *m_pages = nullptr;
    EmptyState *m_nothing;
    QLineEdit *m_title;
    QLabel *m_parameters;
    QStandardItemModel *m_cells;
    RowTable *m_table;
    QLabel *m_commandsName;
    QPlainTextEdit *m_commands;
    QPushButton *m_open;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_copy;
    QToolButton *m_export;
    QMenu *m_formats;
    UndoBar *m_undo;
};
