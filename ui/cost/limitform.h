#pragma once

#include "core/chat/spendlimit.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

/// Where one limit of spending is made or changed.
class LimitForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitForm)

public:
    /// Keys that are known, to choose from.
    struct Known
    {
        QStringList users;
        QStringList tags;
        QStringList providers;
        QStringList models;
    };

    explicit LimitForm(QWidget *parent = nullptr);

    void setKnown(const Known &known);
    void setLimit(const Core::SpendLimit &limit);
    Core::SpendLimit limit() const;

signals:
    void saved(const Core::SpendLimit &limit);
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void offerKeys();
    void showSave();

    Core::SpendLimit m_limit;
    Known m_known;
    QLabel *m_title;
    QComboBox *m_scope;
    QComboBox *m_key;
    QComboBox *m_period;
    QDoubleSpinBox *m_amount;
    QComboBox *m_kind;
    QComboBox *m_zone;
    QPushButton *m_save;
    QPushButton *m_dismiss;
};
