#pragma once

#include "ui/lab/labcolumn.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
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
    QString cardId() const { return m_column.card.id; }

signals:
    void changed(const Core::TrialCard &card);
    void removeRequested(const QString &cardId);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Figure { Sent, Messages, PerCall, Cached, PerMonth, FigureCount };

    void build();
    QWidget *buildFigures();
    void retranslate();
    void edit();
    void showChoices();
    void showFigures();
    void showCosts();
    void set(Figure figure, const QString &text, const QString &explanation);
    void showState();

    LabColumn m_column;
    int m_callsPerDay = 0;
    QList<LabModel> m_models;
    QComboBox *m_strategy;
    QSpinBox *m_budget;
    QComboBox *m_model;
    QToolButton *m_remove;
    std::array<QLabel *, FigureCount> m_names;
    std::array<QLabel *, FigureCount> m_figures;
    ToneLabel *m_state;
};
