#include "ui/inspector/planfilter.h"

#include "ui/inspector/planmodel.h"

PlanFilter::PlanFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void PlanFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void PlanFilter::setOrder(Order order)
{
    m_order = order;
    sort(order == Order::Conversation ? -1 : 0); // -1: as the plan has them
    invalidate();
}

bool PlanFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_show == Show::All)
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool sent = Core::isSent(index.data(PlanModel::VerdictRole).value<Core::Verdict>());
    return sent == (m_show == Show::Sent);
}

/// Most tokens and highest score first; of equal ones the newer first.
bool PlanFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int role = m_order == Order::Score ? PlanModel::ScoreRole : PlanModel::TokensRole;
    const QVariant one = left.data(role);
    const QVariant two = right.data(role);
    if (one.isValid() != two.isValid())
        return one.isValid();
    if (one.toDouble() != two.toDouble())
        return one.toDouble() > two.toDouble();
    return left.row() > right.row();
}
