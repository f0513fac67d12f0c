#include "ui/cost/repricemodels.h"

#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RepriceWords)
};

QVariant alignment(bool isNumber)
{
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool isNumber(RepriceTableModel::Column column)
{
    return column >= RepriceTableModel::Charges;
}

bool isNumber(RepricingLogModel::Column column)
{
    return column >= RepricingLogModel::Charges && column <= RepricingLogModel::Difference;
}

QString text(const Core::RepriceRow &row, bool isTotal, int column)
{
    switch (column) {
    case RepriceTableModel::Model:
        return isTotal ? Words::tr("Total") : row.model;
    case RepriceTableModel::Provider:
        return row.provider;
    case RepriceTableModel::Charges:
        return Formats::number(row.charges);
    case RepriceTableModel::Unpriced:
        return Formats::number(row.unpriced);
    case RepriceTableModel::Before:
        return Formats::moneyOrUnpriced(row.knownBefore());
    case RepriceTableModel::After:
        return Formats::money(row.after);
    case RepriceTableModel::Difference:
        return RepriceWords::difference(row.difference());
    }
    return {};
}

QString text(const Core::Repricing &entry, int column)
{
    switch (column) {
    case RepricingLogModel::When:
        return Formats::dateTime(entry.at);
    case RepricingLogModel::Author:
        return entry.author.isEmpty() ? Words::tr("not named", "who re-priced") : entry.author;
    case RepricingLogModel::Scope:
        return RepriceWords::scope(entry);
    case RepricingLogModel::Charges:
        return Formats::number(entry.charges);
    case RepricingLogModel::Before:
        return Formats::moneyOrUnpriced(entry.knownBefore());
    case RepricingLogModel::After:
        return Formats::money(entry.after);
    case RepricingLogModel::Difference:
        return RepriceWords::difference(entry.after - entry.before);
    case RepricingLogModel::Reason:
        return entry.reason;
    }
    return {};
}

} // namespace

QString RepriceWords::difference(Core::Money difference)
{
    const QString amount = Formats::money({std::abs(difference.pico)});
    if (difference.pico == 0)
        return amount;
    return difference.pico > 0 ? Words::tr("+%1", "money, more than before").arg(amount)
                               : Words::tr("−%1", "money, less than before").arg(amount);
}

QString RepriceWords::summary(const Core::RepricePreview &preview)
{
    QStringList lines;
    if (preview.total.charges == 0)
        lines += preview.looked == 0 ? Words::tr("There are no charges in this time.")
                                     : Words::tr("Every charge is worth that already.");
    else
        lines +=
            Words::tr("%Ln charge(s) would be worth %1 instead of %2.", nullptr,
                      int(preview.total.charges))
                .arg(Formats::money(preview.total.after), Formats::money(preview.total.before));
    if (preview.reported > 0)
        lines += Words::tr("%Ln with the provider's own figure stay as they are.", nullptr,
                           int(preview.reported));
    if (preview.unknown > 0)
        lines += Words::tr("%Ln have no price in the list and stay as they are.", nullptr,
                           int(preview.unknown));
    return lines.join(u'\n');
}

QString RepriceWords::scope(const Core::Repricing &repricing)
{
    QStringList parts;
    const QString from = CostWords::day(repricing.from.toUTC().date());
    const QString to = CostWords::day(repricing.to.toUTC().date().addDays(-1));
    if (repricing.from.isValid() && repricing.to.isValid())
        parts += Words::tr("%1 – %2", "first day, last day").arg(from, to);
    else if (repricing.from.isValid())
        parts += Words::tr("since %1").arg(from);
    else if (repricing.to.isValid())
        parts += Words::tr("until %1").arg(to);
    else
        parts += Words::tr("whenever");
    for (const QString &name : {repricing.provider, repricing.model}) {
        if (!name.isEmpty())
            parts += name;
    }
    return parts.join(u", "_s);
}

RepriceTableModel::RepriceTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RepriceTableModel::setPreview(const Core::RepricePreview &preview)
{
    beginResetModel();
    m_rows = preview.rows;
    m_total = preview.total;
    endResetModel();
}

int RepriceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.isEmpty() ? 0 : int(m_rows.size()) + 1;
}

int RepriceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RepriceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isSum = isTotal(index.row());
    const Core::RepriceRow &row = isSum ? m_total : m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, isSum, index.column());
    case Qt::TextAlignmentRole:
        return alignment(isNumber(Column(index.column())));
    case Qt::FontRole:
        return isSum ? Fonts::semibold(Fonts::body()) : Fonts::body();
    case Qt::ToolTipRole:
        if (index.column() == Before)
            return plainToolTip(Formats::exactMoney(row.before));
        if (index.column() == After)
            return plainToolTip(Formats::exactMoney(row.after));
        if (index.column() == Difference)
            return plainToolTip(Formats::exactMoney(row.difference()));
        return {};
    default:
        return {};
    }
}

QVariant RepriceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(isNumber(Column(section)));
    if (role != Qt::DisplayRole)
        return {};
    const QString names[columns] = {
        tr("Model"),  tr("Provider"), tr("Charges"),   tr("Without a price so far"),
        tr("So far"), tr("Then"),     tr("Difference")};
    return names[section];
}

RepricingLogModel::RepricingLogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RepricingLogModel::setLog(const QList<Core::Repricing> &log)
{
    beginResetModel();
    m_log = log;
    endResetModel();
}

int RepricingLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_log.size());
}

int RepricingLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RepricingLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::Repricing &entry = m_log[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return alignment(isNumber(Column(index.column())));
    case Qt::FontRole:
        return Fonts::body();
    case Qt::ToolTipRole:
        return plainToolTip(text(entry, index.column()));
    default:
        return {};
    }
}

QVariant RepricingLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(isNumber(Column(section)));
    if (role != Qt::DisplayRole)
        return {};
    const QString names[columns] = {tr("When"),   tr("Who"),   tr("What"),       tr("Charges"),
                                    tr("Before"), tr("Since"), tr("Difference"), tr("Reason")};
    return names[section];
}
