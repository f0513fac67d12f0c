#pragma once

#include "core/cost/costperiod.h"
#include "core/cost/replayquery.h"

#include <QWidget>

class Chip;
class FlowLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

/// What to ask of the past: which strategies, models, budget, time and prices.
class ReplayForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayForm)

public:
    explicit ReplayForm(QWidget *parent = nullptr);

    /// Those to choose from at once, and further ones to be added.
    void setModels(const QList<Core::ReplayModel> &usual, const QList<Core::ReplayModel> &others);

    /// Nothing where no strategy or no model is chosen.
    std::optional<Core::ReplayQuery> query(const QDateTime &now) const;

    QPushButton *startButton() const { return m_start; }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct ModelChip
    {
        Core::ReplayModel model;
        Chip *chip = nullptr;
    };

    void build();
    QWidget *line(QLabel *name, QWidget *content, const QWidget &beside);
    void addStrategies();
    Chip *addModel(const Core::ReplayModel &model, bool isChosen);
    void addChosenModel(int index);
    void retranslate();
    void showStart();

    QLabel *m_strategiesName;
    QLabel *m_modelsName;
    QLabel *m_restName;
    QList<std::pair<QString, Chip *>> m_strategies; ///< by id
    QList<ModelChip> m_models;
    QList<Core::ReplayModel> m_others;
    QWidget *m_strategiesLine;
    QWidget *m_modelsLine;
    FlowLayout *m_modelsFlow;
    QComboBox *m_more;
    QSpinBox *m_budget;
    QComboBox *m_period;
    QComboBox *m_prices;
    QPushButton *m_start;
};
