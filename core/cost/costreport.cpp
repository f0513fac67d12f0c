#include "core/cost/costreport.h"

#include <algorithm>
#include <array>
#include <utility>

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

    QString key(const QDateTime &at)
    {
        if (!at.isValid())
            return {};
        const qint64 ms = at.toMSecsSinceEpoch();
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

QString tagKey(QStringList tags)
{
    tags.sort();
    return tags.join(u", "_s);
}

void orderRows(QList<CostRow> &rows, CostBy by)
{
    const bool byTime = timeStepOf(by).has_value();
    std::sort(rows.begin(), rows.end(), [byTime](const CostRow &a, const CostRow &b) {
        if (byTime || a.cost == b.cost)
            return a.key < b.key;
        return a.cost > b.cost;
    });
}

QString costByName(CostBy by)
{
    for (const auto &[each, name] : names) {
        if (each == by)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<CostBy> costByFromName(QStringView name)
{
    for (const auto &[by, known] : names) {
        if (name == known)
            return by;
    }
    return std::nullopt;
}

QString costKey(const Charge &charge, CostBy by, const QHash<QString, QStringList> &tags)
{
    switch (by) {
    case CostBy::Model:
        return charge.model;
    case CostBy::Provider:
        return charge.provider;
    case CostBy::User:
        return charge.userId;
    case CostBy::Conversation:
        return charge.conversationId;
    case CostBy::Strategy:
        return charge.strategy;
    case CostBy::Tag:
        return tagKey(tags.value(charge.conversationId));
    case CostBy::Kind:
        return kindName(charge.kind);
    case CostBy::Day:
    case CostBy::Month:
    case CostBy::Hour:
        return {};
    }
    Q_UNREACHABLE();
}

void addTo(CostRow &row, const Charge &charge)
{
    ++row.requests;
    row.inputTokens += charge.usage.prompt;
    row.cachedTokens += charge.usage.cachedRead;
    row.outputTokens += charge.usage.completion;
    if (charge.amount)
        row.cost += *charge.amount;
    else
        ++row.unpriced;
}

CostReport costReport(const QList<Charge> &charges, CostBy by, const QTimeZone &zone,
                      const QHash<QString, QStringList> &tags)
{
    CostReport report{.zone = zone, .by = by};
    QHash<QString, qsizetype> places;
    const std::optional<TimeStep> step = timeStepOf(by);
    TimeKeys times(step.value_or(TimeStep::Day), zone);
    for (const Charge &charge : charges) {
        const QString key = step ? times.key(charge.at) : costKey(charge, by, tags);
        const auto place = places.constFind(key);
        const qsizetype row = place == places.cend() ? report.rows.size() : *place;
        if (row == report.rows.size()) {
            places.insert(key, row);
            report.rows.append(CostRow{.key = key});
        }
        addTo(report.rows[row], charge);
        addTo(report.total, charge);
        if (!charge.at.isValid())
            continue;
        const QDateTime at = charge.at.toUTC();
        if (!report.from.isValid() || at < report.from)
            report.from = at;
        if (!report.to.isValid() || at >= report.to)
            report.to = at.addMSecs(1);
    }
    orderRows(report.rows, by);
    return report;
}

} // namespace Core
