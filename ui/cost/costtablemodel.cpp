#include "ui/cost/costtablemodel.h"

#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"

#include <QSet>

namespace {

double shareOf(const Core::CostRow &row, const Core::CostRow &total)
{
    return total.cost.pico > 0 ? double(row.cost.pico) / double(total.cost.pico) : 0;
}

/// Nothing where none of the requests has a price, since that is not zero.
std::optional<Core::Money> perRequest(const Core::CostRow &row)
{
    const qint64 priced = row.requests - row.unpriced;
    return priced > 0 ? std::optional(Core::Money{row.cost.pico / priced}) : std::nullopt;
}

/// Two, or where most amounts would then look alike though they differ, as many as tell them
/// apart.
int placesOf(const QList<Core::CostRow> &rows)
{
    constexpr int most = 4;
    QSet<qint64> amounts;
    for (const Core::CostRow &row : rows)
        amounts += row.cost.pico;
    for (int places = 2; places < most; ++places) {
        QSet<QString> texts;
        for (const qint64 amount : std::as_const(amounts))
            texts += Formats::moneyTo({amount}, places);
        if (2 * texts.size() >= amounts.size())
            return places;
    }
    return most;
}

} // namespace

CostTableModel::CostTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CostTableModel::setReport(const Core::CostReport &report, int top,
                               const QHash<QString, QString> &names)
{
    beginResetModel();
    m_report = report;
    m_names = names;
    // One row more than the top is shown by its name rather than as an Other of one.
    const bool all = top <= 0 || report.rows.size() <= top + 1;
    m_rows = all ? report.rows : report.rows.mid(0, top);
    m_others = report.rows.size() - m_rows.size();
    if (m_others > 0) {
        Core::CostRow other;
        for (const Core::CostRow &row : report.rows.mid(top))
            Core::addTo(other, row);
        m_rows.append(other);
    }
    if (report.unnamed > 0) // the last row sums up others already
        m_others += report.unnamed - (all ? 0 : 1);
    m_rows.append(report.total);
    m_places = placesOf(m_rows);
    endResetModel();
}

int CostTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CostTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString CostTableModel::name(int row) const
{
    if (isTotal(row))
        return tr("Total");
    if (isOther(row))
        return tr("%Ln others", nullptr, int(m_others));
    const QString &key = m_rows[row].key;
    const QString title = m_names.value(key);
    return title.isEmpty() ? CostWords::name(m_report.by, key) : title;
}

QString CostTableModel::text(int row, int column) const
{
    const Core::CostRow &sums = m_rows[row];
    switch (column) {
    case Name:
        return name(row);
    case Requests:
        return Formats::number(sums.requests);
    case Input:
        return Formats::tokens(sums.inputTokens);
    case Cached:
        return Formats::tokens(sums.cachedTokens);
    case Output:
        return Formats::tokens(sums.outputTokens);
    case PerRequest:
        return Formats::moneyOrUnpriced(perRequest(sums));
    case Cost:
        return sums.knownCost() ? money(*sums.knownCost()) : Formats::moneyOrUnpriced(std::nullopt);
    case Share:
        return Formats::percent(shareOf(sums, m_report.total));
    case Remarks: {
        QStringList remarks;
        if (sums.unpriced > 0)
            remarks += tr("%Ln without a price", nullptr, int(sums.unpriced));
        if (sums.estimated > 0)
            remarks += tr("%Ln estimated", nullptr, int(sums.estimated));
        return remarks.join(QStringLiteral(" · "));
    }
    }
    return {};
}

QString CostTableModel::money(Core::Money amount) const
{
    return amount.pico < Core::picoPerDollar / 100 ? Formats::money(amount)
                                                   : Formats::moneyTo(amount, m_places);
}

QVariant CostTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return int((column == Name || column == Remarks ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    case Qt::FontRole:
        return isTotal(row) ? Fonts::semibold(Fonts::body()) : Fonts::body();
    case Qt::ToolTipRole:
        return plainToolTip(column == Cost && m_rows[row].knownCost()
                                ? Formats::exactMoney(m_rows[row].cost)
                                : name(row));
    case KeyRole:
        return isTotal(row) || isOther(row) ? QVariant() : QVariant(m_rows[row].key);
    case ShareRole:
        return shareOf(m_rows[row], m_report.total);
    case TotalRole:
        return isTotal(row);
    default:
        return {};
    }
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name || section == Remarks ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return CostWords::by(m_report.by);
    case Requests:
        return tr("Requests");
    case Input:
        return tr("Tokens sent");
    case Cached:
        return tr("From cache");
    case Output:
        return tr("Answered");
    case PerRequest:
        return tr("Average", "cost of a request");
    case Cost:
        return tr("Cost");
    case Share:
        return tr("Share");
    case Remarks:
        return tr("Remarks");
    default:
        return {};
    }
}
