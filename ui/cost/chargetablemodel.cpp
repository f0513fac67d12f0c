#include "ui/cost/chargetablemodel.h"

#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"

#include <algorithm>

namespace {

bool isNumber(int column)
{
    return column >= ChargeTableModel::Input && column <= ChargeTableModel::Cost;
}

} // namespace

ChargeTableModel::ChargeTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ChargeTableModel::setCharges(const QList<Core::Charge> &charges, const QTimeZone &zone,
                                  const QHash<QString, QString> &titles)
{
    beginResetModel();
    m_charges = charges;
    std::stable_sort(m_charges.begin(), m_charges.end(),
                     [](const Core::Charge &a, const Core::Charge &b) { return b.at < a.at; });
    m_zone = zone;
    m_titles = titles;
    endResetModel();
}

int ChargeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_charges.size());
}

int ChargeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ChargeTableModel::text(const Core::Charge &charge, int column) const
{
    using Core::CostBy;
    switch (column) {
    case Time: {
        const QDateTime local = charge.at.toTimeZone(m_zone);
        return tr("%1 %2", "day, time of day")
            .arg(QLocale().toString(local.date(), tr("d MMM", "pattern of a date without year")),
                 QLocale().toString(local.time(), QStringLiteral("HH:mm")));
    }
    case Conversation: {
        const QString title = m_titles.value(charge.conversationId);
        return title.isEmpty() ? CostWords::name(CostBy::Conversation, charge.conversationId)
                               : title;
    }
    case User:
        return CostWords::name(CostBy::User, charge.userId);
    case Model:
        return CostWords::name(CostBy::Model, charge.model);
    case Strategy:
        return CostWords::name(CostBy::Strategy, charge.strategy);
    case Input:
        return Formats::number(charge.usage.prompt);
    case Cached:
        return Formats::number(charge.usage.cachedRead);
    case Output:
        return Formats::number(charge.usage.completion);
    case Cost:
        return Formats::moneyOrUnpriced(charge.amount);
    case Basis:
        return charge.repricing.isEmpty()
            ? CostWords::basis(charge.basis)
            : tr("%1, priced anew", "what a price rests on").arg(CostWords::basis(charge.basis));
    }
    return {};
}

/// What the cost was computed by, a line an item.
QString ChargeTableModel::price(const Core::Charge &charge) const
{
    QStringList lines{text(charge, Basis)};
    if (!charge.priceRow.isEmpty())
        lines += tr("Price: %1", "id of a row of the price list").arg(charge.priceRow);
    if (!charge.usage.tier.isEmpty())
        lines += tr("Tier of service: %1").arg(charge.usage.tier);
    return lines.join(u'\n');
}

QVariant ChargeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::Charge &charge = m_charges[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(charge, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == Cost && charge.amount)
            return plainToolTip(Formats::exactMoney(*charge.amount));
        return plainToolTip(column == Basis ? price(charge) : text(charge, column));
    default:
        return {};
    }
}

QVariant ChargeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Conversation:
        return tr("Conversation");
    case User:
        return tr("User");
    case Model:
        return tr("Model");
    case Strategy:
        return tr("Strategy");
    case Input:
        return tr("Tokens sent");
    case Cached:
        return tr("From cache");
    case Output:
        return tr("Answered");
    case Cost:
        return tr("Cost");
    case Basis:
        return tr("Basis");
    default:
        return {};
    }
}
