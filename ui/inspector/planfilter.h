#pragma once

#include <QSortFilterProxyModel>

/// The messages of a plan, all or only those that are sent or left out, in order of the
/// conversation or by tokens or score.
class PlanFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFilter)

public:
    enum class Show { All, Sent, NotSent };
    enum class Order { Conversation, Tokens, Score };

    explicit PlanFilter(QObject *parent = nullptr);

    void setShow(Show show);
    void setOrder(Order order);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Show m_show = Show::All;
    Order m_order = Order::Conversation;
};
