#include "core/cost/costreport.h"

#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array names{
    std::pair{CostBy::Day, "day"_L1},
    std::pair{CostBy::Month, "month"_L1},
    std::pair{CostBy::Hour, "hour"_L1},
    std::pair{CostBy::Model, "model"_L1},
    std::pair{CostBy::Provider, "provider"_L1},
    std::pair{CostBy::User, "user"_L1},
    std::pair{CostBy::Conversation, "conversation"_L1},
    std::pair{CostBy::Strategy, "strategy"_L1},
    std::pair{CostBy::Tag, "tag"_L1},
    std::pair{CostBy::Kind, "kind"_L1},
};

/// Charges come in order of time: the bucket of the last one mostly holds the next one too,
/// and asking a time zone is by far the dearest step of a report.
class TimeKeys
{
public:
    TimeKeys(TimeStep step, const QTimeZone &zone)
        : m_step(step)
        , m_zone(zone)
    {
    }

    QString key(qint64 ms)
    {
        if (ms == CostSlice::noTime)
            return {};
        if (!m_last.holds(ms))
            m_last = bucketAt(ms, m_step, m_zone);
        return m_last.key;
    }

private:
    TimeStep m_step;
    QTimeZone m_zone;
    TimeBucket m_last;
};

} // namespace

std::optional<TimeStep> timeStepOf(CostBy by)
{
    switch (by) {
    case CostBy::Day:
        return TimeStep::Day;
    case CostBy::Month:
        return TimeStep::Month;
    case CostBy::Hour:
        return TimeStep::Hour;
    case CostBy::Model:
    case CostBy::Provider:
    case CostBy::User:
    case CostBy::Conversation:
    case CostBy::Strategy:
    case CostBy::Tag:
    case CostBy::Kind:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

void orderRows(QList<CostRow> &rows, CostBy by)
{
    // Their places are put in order, since a row itself is long to move.
    const bool byTime = timeStepOf(by).has_value();
    std::vector<std::pair<Money, qsizetype>> places;
    places.reserve(size_t(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i)
        places.emplace_back(byTime ? Money() : rows[i].cost, i);
    std::sort(places.begin(), places.end(), [&rows, byTime](const auto &a, const auto &b) {
        const QString &key = rows.at(a.second).key;
        const QString &other = rows.at(b.second).key;
        if (byTime)
            return comesBefore(key, other);
        return a.first == b.first ? key < other : a.first > b.first;
    });
    QList<CostRow> ordered;
    ordered.reserve(rows.size());
    for (const auto &[cost, place] : places)
        ordered.append(std::move(rows[place]));
    rows = std::move(ordered);
}

QString costByName(CostBy by)
{
    return nameIn(names, by);
}

std::optional<CostBy> costByFromName(QStringView name)
{
    return valueIn(names, name);
}

QString costKey(const CostSlice &slice, CostBy by)
{
    switch (by) {
    case CostBy::Model:
        return slice.model;
    case CostBy::Provider:
        return slice.provider;
    case CostBy::User:
        return slice.userId;
    case CostBy::Conversation:
        return slice.conversationId;
    case CostBy::Strategy:
        return slice.strategy;
    case CostBy::Tag:
        return slice.tag;
    case CostBy::Kind:
        return kindName(slice.kind);
    case CostBy::Day:
    case CostBy::Month:
    case CostBy::Hour:
        return {};
    }
    Q_UNREACHABLE();
}

void addTo(CostRow &row, const CostSlice &slice)
{
    row.requests += slice.requests;
    row.inputTokens += slice.inputTokens;
    row.cachedTokens += slice.cachedTokens;
    row.outputTokens += slice.outputTokens;
    row.cost += slice.cost;
    row.unpriced += slice.unpriced;
    row.estimated += slice.estimated;
}

void addTo(CostRow &row, const CostRow &other)
{
    row.requests += other.requests;
    row.inputTokens += other.inputTokens;
    row.cachedTokens += other.cachedTokens;
    row.outputTokens += other.outputTokens;
    row.cost += other.cost;
    row.unpriced += other.unpriced;
    row.estimated += other.estimated;
}

CostReport costReport(const QList<CostSlice> &slices, CostBy by, const QTimeZone &zone)
{
    CostReport report{.zone = zone, .by = by};
    QHash<QString, qsizetype> places;
    const std::optional<TimeStep> step = timeStepOf(by);
    TimeKeys times(step.value_or(TimeStep::Day), zone);
    qint64 first = CostSlice::noTime;
    qint64 last = CostSlice::noTime;
    for (const CostSlice &slice : slices) {
        const QString key = step ? times.key(slice.atMs) : costKey(slice, by);
        const auto place = places.constFind(key);
        const qsizetype row = place == places.cend() ? report.rows.size() : *place;
        if (row == report.rows.size()) {
            places.insert(key, row);
            report.rows.append(CostRow{.key = key});
        }
        addTo(report.rows[row], slice);
        addTo(report.total, slice);
        if (slice.atMs == CostSlice::noTime)
            continue;
        first = first == CostSlice::noTime ? slice.atMs : std::min(first, slice.atMs);
        last = std::max(last, slice.atMs);
    }
    if (first != CostSlice::noTime) {
        report.from = QDateTime::fromMSecsSinceEpoch(first, Qt::UTC);
        report.to = QDateTime::fromMSecsSinceEpoch(last + 1, Qt::UTC);
    }
    orderRows(report.rows, by);
    return report;
}

CostReport costReport(const QList<Charge> &charges, CostBy by, const QTimeZone &zone,
                      const QHash<QString, QStringList> &tags)
{
    return costReport(slicesOf(charges, tags), by, zone);
}

} // namespace Core
