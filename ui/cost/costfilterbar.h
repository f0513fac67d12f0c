#pragma once

#include "core/cost/costfigures.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

/// Which costs to look at: the period and its zone, filters, and what the bars are stacked by.
class CostFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostFilterBar)

public:
    explicit CostFilterBar(QWidget *parent = nullptr);

    Core::CostQuery query(const QDateTime &now) const;
    /// Offers what there is; what is chosen stays so.
    void offer(const Core::CostFigures &figures);
    void offerTags(const QStringList &tags);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void choosePeriod();
    void takeDays();
    static void offer(QComboBox *box, const QString &all, Core::CostBy by, const QStringList &keys);
    QComboBox *addBox();
    QTimeZone zone() const;

    QComboBox *m_period;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QComboBox *m_zone;
    QComboBox *m_by;
    QComboBox *m_user;
    QComboBox *m_provider;
    QComboBox *m_model;
    QComboBox *m_strategy;
    QComboBox *m_tag;
};
