#pragma once

#include "core/session/trial.h"

#include <QWidget>

/// The options of a card's strategy, each with a field that takes no value out of its range.
class CardOptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardOptions)

public:
    explicit CardOptions(QWidget *parent = nullptr);

    /// Shows the strategy's options with the card's values. A field that has the focus keeps it.
    void setCard(const Core::TrialCard &card);

signals:
    void changed(const QString &option, const QJsonValue &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void showValues();
    QWidget *fieldOf(const Core::OptionInfo &option);
    QWidget *flag(const Core::OptionInfo &option);
    QWidget *text(const Core::OptionInfo &option);
    QWidget *fraction(const Core::OptionInfo &option);
    QWidget *count(const Core::OptionInfo &option);

    Core::TrialCard m_card;
    QList<std::pair<Core::OptionInfo, QWidget *>> m_fields;
};
