#include "ui/cost/replaytablemodel.h"

#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"
#include "ui/cost/replaywords.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QVariant alignment(int column)
{
    return int((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace

ReplayTableModel::ReplayTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReplayTableModel::setReport(const Core::ReplayReport &report)
{
    beginResetModel();
    m_report = report;
    m_chosen = -1;
    endResetModel();
}

void ReplayTableModel::setChosen(int row)
{
    m_chosen = row;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ReplayTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ReplayRows::count(m_report));
}

int ReplayTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ReplayTableModel::text(int row, int column) const
{
    const Core::ReplayPart &all = m_report.figures.all;
    const Core::ReplayTotals totals = ReplayRows::totals(m_report, all, row);
    const auto billed = all.billed.known();
    const size_t models = all.full.size();
    switch (column) {
    case Name:
        return tr("%1. %2", "number, strategy and model")
            .arg(Formats::number(row + 1), ReplayWords::row(m_report.query, row));
    case Requests:
        return Formats::number(totals.requests);
    case Refused:
        return Formats::number(totals.refused);
    case Input:
        return Formats::tokens(totals.prompt);
    case Cached:
        return Formats::percent(totals.cachedShare());
    case Output:
        return Formats::tokens(totals.completion);
    case Cost:
        return ReplayWords::cost(all, totals);
    case Saved:
        return ReplayWords::saving(Core::savingOf(billed, totals.comparedCost()), billed);
    case SavedFull:
        return ReplayWords::saving(all.savingOnFull(size_t(row), Core::ReplayPart::Of::Compared),
                                   models > 0 ? all.costOf(all.full[size_t(row) % models])
                                              : std::nullopt);
    }
    return {};
}

QString ReplayTableModel::costTip(const Core::ReplayTotals &totals) const
{
    const Core::ReplayPart &all = m_report.figures.all;
    QStringList lines;
    if (const auto cost = all.costOf(totals))
        lines += Formats::exactMoney(*cost);
    if (all.billed.compared > 0 && all.billed.notCompared() > 0 && totals.pricedCost())
        lines += tr("%1 with the requests whose bill is not known")
                     .arg(Formats::exactMoney(*totals.pricedCost()));
    if (totals.unpriced > 0)
        lines += tr("%Ln requests have no price", nullptr, int(totals.unpriced));
    return lines.join(u'\n');
}

QVariant ReplayTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::ReplayTotals totals =
        ReplayRows::totals(m_report, m_report.figures.all, index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::FontRole:
        return index.row() == m_chosen ? Fonts::semibold(Fonts::body()) : Fonts::body();
    case Qt::ToolTipRole:
        if (index.column() == Input)
            return plainToolTip(Formats::exactTokens(totals.prompt));
        if (index.column() == Cost)
            return plainToolTip(costTip(totals));
        if (index.column() == SavedFull && totals.refused > 0)
            return plainToolTip(tr("A request that is refused is not saved."));
        return plainToolTip(text(index.row(), index.column()));
    default:
        return {};
    }
}

QVariant ReplayTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role == Qt::ToolTipRole && section == Refused)
        return plainToolTip(tr("Requests that would not have fitted and were not sent"));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Strategy and model");
    case Requests:
        return tr("Requests");
    case Refused:
        return tr("Refused");
    case Input:
        return tr("Input");
    case Cached:
        return tr("Cached");
    case Output:
        return tr("Output");
    case Cost:
        return tr("Cost");
    case Saved:
        return tr("Saved against the bill");
    case SavedFull:
        return tr("Saved against everything");
    }
    return {};
}

ReplayPartsModel::ReplayPartsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReplayPartsModel::setReport(const Core::ReplayReport &report, qsizetype row, By by)
{
    beginResetModel();
    m_rows.clear();
    m_by = by;
    const auto add = [&](const QString &name, const Core::ReplayPart &part) {
        const Core::ReplayTotals totals = ReplayRows::totals(report, part, row);
        m_rows.append({name, totals, part.billed.known(), ReplayWords::cost(part, totals)});
    };
    const Core::ReplayFigures &figures = report.figures;
    if (by == By::Day) {
        for (auto day = figures.days.cbegin(); day != figures.days.cend(); ++day)
            add(day.key().isValid() ? CostWords::day(day.key()) : tr("day not known"), day.value());
    } else {
        const bool isUser = by == By::User;
        const auto &parts = isUser ? figures.users : figures.models;
        for (auto part = parts.cbegin(); part != parts.cend(); ++part)
            add(CostWords::name(isUser ? Core::CostBy::User : Core::CostBy::Model, part.key()),
                part.value());
    }
    endResetModel();
}

int ReplayPartsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReplayPartsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ReplayPartsModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Requests:
        return Formats::number(row.totals.requests);
    case Input:
        return Formats::tokens(row.totals.prompt);
    case Billed:
        return ReplayWords::money(row.billed);
    case Cost:
        return row.cost;
    case Saved:
        return ReplayWords::saving(Core::savingOf(row.billed, row.totals.comparedCost()),
                                   row.billed);
    }
    return {};
}

QVariant ReplayPartsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::FontRole:
        return Fonts::body();
    default:
        return {};
    }
}

QVariant ReplayPartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return m_by == By::Day ? tr("Day") : m_by == By::User ? tr("User") : tr("Model then");
    case Requests:
        return tr("Requests");
    case Input:
        return tr("Input");
    case Billed:
        return tr("Billed");
    case Cost:
        return tr("Cost");
    case Saved:
        return tr("Saved");
    }
    return {};
}
