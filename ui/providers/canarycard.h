#pragma once

#include "core/net/canary.h"
#include "ui/base/card.h"

#include <QStringList>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

/// The guarded canary: its plan before it begins; how far it is, what the figures say and its
/// history from then on. Values in, wishes out.
class CanaryCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanaryCard)

public:
    explicit CanaryCard(QWidget *parent = nullptr);

    /// Who can be chosen; `control` is proposed to be compared with.
    void setProviders(const QStringList &names, const QString &control);
    void setCanary(const Core::Canary &canary);

signals:
    /// Without the weight that both have together.
    void beginAsked(const Core::CanaryPlan &plan);
    void rollBackAsked();
    void promoteAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildPlan();
    void wire();
    void retranslate();
    void showState();
    void begin();

    Core::Canary m_canary;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_finding;
    QLabel *m_history;
    QWidget *m_plan;
    QLabel *m_canaryLabel;
    QLabel *m_controlLabel;
    QLabel *m_stepsLabel;
    QLabel *m_errorsLabel;
    QLabel *m_slowLabel;
    QLabel *m_fewestLabel;
    QComboBox *m_canaryChoice;
    QComboBox *m_controlChoice;
    QLineEdit *m_steps;
    QDoubleSpinBox *m_errors;
    QDoubleSpinBox *m_slow;
    QSpinBox *m_fewest;
    QLabel *m_problem;
    QPushButton *m_begin;
    QPushButton *m_promote;
    QPushButton *m_rollBack;
};
