#pragma once

#include "core/cost/costslice.h"
#include "core/cost/timebuckets.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace Core {

enum class CostBy { Day, Month, Hour, Model, Provider, User, Conversation, Strategy, Tag, Kind };

QString costByName(CostBy by);
std::optional<CostBy> costByFromName(QStringView name);

/// Sums of the charges that share a key.
struct CostRow
{
    QString key; ///< "2026-11-23", "2026-11", "2026-11-23T09", a model's name, …
    qint64 requests = 0;
    qint64 inputTokens = 0;
    qint64 cachedTokens = 0;
    qint64 outputTokens = 0;
    Money cost; ///< of those with a price
    qint64 unpriced = 0; ///< requests without a price; never drawn as zero
    qint64 estimated = 0; ///< requests priced by a count of ours

    /// The sum of what has a price; nothing where there are requests and none has one.
    std::optional<Money> knownCost() const
    {
        return requests > 0 && unpriced == requests ? std::nullopt : std::optional(cost);
    }

    friend bool operator==(const CostRow &, const CostRow &) = default;
};

/// What was spent between two moments. The rows sum to `total`, exactly.
struct CostReport
{
    QDateTime from; ///< UTC; of the first charge, until the caller sets the period it asked for
    QDateTime to; ///< UTC, exclusive; likewise
    QTimeZone zone; ///< days, months and hours are this zone's
    CostBy by = CostBy::Day;
    QList<CostRow> rows; ///< by key; models, users and so on by cost, highest first
    CostRow total;
    qint64 unnamed = 0; ///< how many keys the last row sums up; 0: it is one like the others
};

/// The step of a report by time; nothing for the others.
std::optional<TimeStep> timeStepOf(CostBy by);

/// By key where `by` is a time, else by cost, highest first.
void orderRows(QList<CostRow> &rows, CostBy by);

/// What a slice counts under: its model, user, and so on. Empty where it has none, and for
/// the times, which need a zone.
QString costKey(const CostSlice &slice, CostBy by);

void addTo(CostRow &row, const CostSlice &slice);
void addTo(CostRow &row, const CostRow &other);

/// Sums `slices` by `by`. Days without a charge have no row.
CostReport costReport(const QList<CostSlice> &slices, CostBy by, const QTimeZone &zone);

/// The same of charges. `tags` gives the tags of a
/// conversation id, for CostBy::Tag: a charge with several tags counts under the joined name,
/// so that the rows still sum to the total.
CostReport costReport(const QList<Charge> &charges, CostBy by, const QTimeZone &zone,
                      const QHash<QString, QStringList> &tags = {});

} // namespace Core
