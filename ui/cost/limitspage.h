#pragma once

#include "core/base/error.h"
#include "ui/base/columnpage.h"
#include "ui/cost/limitform.h"

class EmptyState;
class NoticeBar;
class UndoBar;
class QPushButton;
class QVBoxLayout;

/// How much may be spent: every limit with how far it is used up, to be added, changed and
/// removed. Knows no store.
class LimitsPage final : public ColumnPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitsPage)

public:
    explicit LimitsPage(QWidget *parent = nullptr);

    void setKnown(const LimitForm::Known &known);
    void setStates(const QList<Core::SpendState> &states);

signals:
    void limitsChanged(const QList<Core::SpendLimit> &limits);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void edit(const Core::SpendLimit &limit);
    void closeForm();
    void save(const Core::SpendLimit &limit);
    void remove(const QString &id);
    QList<Core::SpendLimit> limits() const;
    QWidget *card(const Core::SpendState &state);

    QList<Core::SpendState> m_states;
    QPushButton *m_add;
    QWidget *m_formCard;
    LimitForm *m_form;
    QWidget *m_cards;
    QVBoxLayout *m_cardsColumn;
    EmptyState *m_nothing;
    UndoBar *m_undo;
    QList<Core::SpendLimit> m_before; ///< what undo brings back
};
