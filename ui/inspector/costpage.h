#pragma once

#include "core/chat/charge.h"
#include "core/cost/historysaving.h"
#include "core/cost/turncosts.h"

#include <QWidget>

class ChartLegend;
class QComboBox;
class QLabel;
class QStackedLayout;
class StackChart;

/// What the conversation cost, turn by turn: tokens and money, and what the provider's cache
/// saved.
class CostPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostPage)

public:
    explicit CostPage(QWidget *parent = nullptr);

    void setCharges(const QList<Core::Charge> &charges);
    void setSaving(const Core::HistorySaving &saving);

signals:
    void messageActivated(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildContent();
    QWidget *buildMoneyHead();
    void showSums();
    void showSaving();
    void showTokens();
    void showMoney();
    void activate(qsizetype turn);
    QStringList labels() const;
    QStringList tips() const;

    QList<Core::Charge> m_charges;
    QList<Core::TurnCost> m_turns;
    Core::HistorySaving m_historySaving;
    QStackedLayout *m_pages;
    QLabel *m_spend;
    QLabel *m_sums;
    QLabel *m_unpriced;
    QLabel *m_saving;
    StackChart *m_tokens;
    ChartLegend *m_tokensLegend;
    StackChart *m_money;
    QComboBox *m_moneyOf;
};
