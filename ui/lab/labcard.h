#pragma once

#include "ui/lab/labcolumn.h"

#include <QWidget>

class CardFigures;
class CardOptions;
class QAction;
class QComboBox;
class QSpinBox;
class QToolButton;
class ToneLabel;

/// The models that cards can ask, by provider.
struct LabModel
{
    QString provider;
    QString model;

    friend bool operator==(const LabModel &, const LabModel &) = default;
};

/// The head of one column: how it asks, to be changed in place, and what that comes to.
class LabCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabCard)

public:
    explicit LabCard(QWidget *parent = nullptr);

    void setModels(const QList<LabModel> &models);
    /// `callsPerDay` is the traffic that the month is projected from.
    void setColumn(const LabColumn &column, int callsPerDay);
    void setCompact(bool compact); ///< leaves out what one does not look at while marking
    QString cardId() const { return m_column.card.id; }

signals:
    void changed(const Core::TrialCard &card);
    void removeRequested(const QString &cardId);
    void duplicateRequested(const QString &cardId);
    void moveRequested(const QString &cardId, int places); ///< to the right; below 0: to the left

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildMenu();
    void wire();
    void retranslate();
    void edit();
    void editOption(const QString &option, const QJsonValue &value);
    void showOptions();
    void showModels();
    void showChoices();
    void showState();

    LabColumn m_column;
    QList<LabModel> m_models;
    QStringList m_modelNames; ///< as they are shown
    QComboBox *m_strategy;
    QSpinBox *m_budget;
    QComboBox *m_model;
    QToolButton *m_menu;
    QAction *m_duplicate;
    QAction *m_left;
    QAction *m_right;
    QAction *m_reset;
    QAction *m_remove;
    QToolButton *m_optionsButton;
    CardOptions *m_options;
    CardFigures *m_figures;
    ToneLabel *m_state;
};
