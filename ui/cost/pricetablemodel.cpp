#include "ui/cost/pricetablemodel.h"

#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/tooltips.h"
#include "ui/cost/costwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PriceWords)
};

bool isNumber(int column)
{
    return column >= PriceTableModel::Input && column <= PriceTableModel::Reasoning;
}

QString clock(int minute)
{
    return QLocale().toString(QTime(minute / 60 % 24, minute % 60), u"HH:mm"_s);
}

QString rateOr(const std::optional<qint64> &rate)
{
    return rate ? PriceWords::rate(*rate) : u"–"_s;
}

} // namespace

QString PriceWords::rate(qint64 picoPerToken)
{
    // 1e-12 dollars a token are millionths of a dollar a million tokens.
    int places = 6;
    for (qint64 rest = picoPerToken; places > 2 && rest % 10 == 0; rest /= 10)
        --places;
    return QLocale().toString(double(picoPerToken) / 1e6, 'f', places);
}

QString PriceWords::tier(const Core::PriceRow &row)
{
    QStringList parts;
    if (!row.tier.isEmpty())
        parts += row.tier; // the provider's own word
    if (row.promptAbove > 0)
        parts += Words::tr("above %1 tokens").arg(Formats::number(row.promptAbove));
    if (row.hours.from != row.hours.to)
        parts += Words::tr("%1–%2 UTC", "hours of the day")
                     .arg(clock(row.hours.from), clock(row.hours.to));
    QStringList days;
    for (int day = 0; day < 7; ++day) {
        if (row.hours.weekdays & (1 << day))
            days += CostWords::weekday(day);
    }
    if (!days.isEmpty())
        parts += days.join(u' ');
    return parts.join(u", "_s);
}

QString PriceWords::period(const Core::PriceRow &row)
{
    const QString from = CostWords::day(row.from.toUTC().date());
    const QString to = CostWords::day(row.to.toUTC().date().addDays(-1));
    if (row.from.isValid() && row.to.isValid())
        return Words::tr("%1 – %2", "first day, last day").arg(from, to);
    if (row.from.isValid())
        return Words::tr("since %1").arg(from);
    if (row.to.isValid())
        return Words::tr("until %1").arg(to);
    return Words::tr("always");
}

PriceTableModel::PriceTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PriceTableModel::setRows(const QList<Core::PriceRow> &rows, const QString &pattern)
{
    beginResetModel();
    m_rows.clear();
    for (const Core::PriceRow &row : rows) {
        const bool isFound = row.model.contains(pattern, Qt::CaseInsensitive)
            || row.provider.contains(pattern, Qt::CaseInsensitive);
        if (isFound)
            m_rows.append(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto &a, const auto &b) {
        return std::tie(a.provider, a.model, a.tier, a.promptAbove)
            < std::tie(b.provider, b.model, b.tier, b.promptAbove);
    });
    endResetModel();
}

int PriceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PriceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PriceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::PriceRow &row = m_rows[index.row()];
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::FontRole)
        return row.isOwn ? Fonts::semibold(Fonts::body()) : Fonts::body();
    if (role == Qt::ToolTipRole && index.column() == Source)
        return plainToolTip(
            tr("%1, looked at on %2", "source, date").arg(row.source, row.checkedOn));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Model:
        return row.model;
    case Provider:
        return row.provider == "*"_L1 ? tr("any") : row.provider;
    case Input:
        return PriceWords::rate(row.rates.input);
    case Cached:
        return rateOr(row.rates.cachedRead);
    case Written:
        return rateOr(row.rates.cacheWrite);
    case Output:
        return PriceWords::rate(row.rates.output);
    case Reasoning:
        return rateOr(row.rates.reasoning);
    case Tier:
        return PriceWords::tier(row);
    case Period:
        return PriceWords::period(row);
    case Source:
        return row.isOwn ? tr("own: %1", "source of a price").arg(row.source) : row.source;
    }
    return {};
}

QVariant PriceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Provider:
        return tr("Provider");
    case Input:
        return tr("Input");
    case Cached:
        return tr("Cache read");
    case Written:
        return tr("Cache write");
    case Output:
        return tr("Output");
    case Reasoning:
        return tr("Reasoning");
    case Tier:
        return tr("Only");
    case Period:
        return tr("Period");
    case Source:
        return tr("Source");
    }
    return {};
}
