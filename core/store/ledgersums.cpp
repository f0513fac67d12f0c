#include "core/store/ledgersums.h"

#include "core/store/sqlite.h"
#include "core/store/storedvalues.h"

#include <algorithm>
#include <array>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One kind of sum: its name in the table and where its key stands in charge and hour_sum.
struct Dimension
{
    SumBy by;
    QLatin1String name;
    QLatin1String column;
    bool isByHour; ///< conversations are many and short: only their days are summed
};

constexpr std::array dimensions{
    Dimension{SumBy::Nothing, "all"_L1, "''"_L1, true},
    Dimension{SumBy::User, "user"_L1, "user_id"_L1, true},
    Dimension{SumBy::Provider, "provider"_L1, "provider"_L1, true},
    Dimension{SumBy::Model, "model"_L1, "model"_L1, true},
    Dimension{SumBy::Strategy, "strategy"_L1, "strategy"_L1, true},
    Dimension{SumBy::Kind, "kind"_L1, "kind"_L1, true},
    Dimension{SumBy::Conversation, "conversation"_L1, "conversation_id"_L1, false},
};

const Dimension &dimensionOf(SumBy by)
{
    for (const Dimension &dimension : dimensions) {
        if (dimension.by == by)
            return dimension;
    }
    Q_UNREACHABLE();
}

QString keyOf(const Charge &charge, SumBy by)
{
    switch (by) {
    case SumBy::Nothing:
        return u""_s;
    case SumBy::User:
        return stored(charge.userId);
    case SumBy::Provider:
        return stored(charge.provider);
    case SumBy::Model:
        return stored(charge.model);
    case SumBy::Strategy:
        return stored(charge.strategy);
    case SumBy::Kind:
        return kindName(charge.kind);
    case SumBy::Conversation:
        return stored(charge.conversationId);
    }
    Q_UNREACHABLE();
}

/// The hour that the UTC day of an hour begins with.
qint64 dayOf(qint64 hour)
{
    return hour / hoursPerDay * hoursPerDay;
}

const QString totalColumns =
    u"requests, prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens, "
    "reasoning_tokens, cost_pico, unpriced, estimated"_s;
const QString totalsOfCharges =
    u"count(*), sum(prompt_tokens), sum(cached_read_tokens), sum(cache_write_tokens), "
    "sum(completion_tokens), sum(reasoning_tokens), sum(coalesce(amount_pico, 0)), "
    "sum(amount_pico IS NULL), sum(basis = 'estimated')"_s;
const QString totalsOfSums =
    u"sum(requests), sum(prompt_tokens), sum(cached_read_tokens), sum(cache_write_tokens), "
    "sum(completion_tokens), sum(reasoning_tokens), sum(cost_pico), sum(unpriced), "
    "sum(estimated)"_s;

QVariantList valuesOf(const ChargeTotals &totals)
{
    return {totals.requests,   totals.prompt,     totals.cachedRead,
            totals.cacheWrite, totals.completion, totals.reasoning,
            totals.cost.pico,  totals.unpriced,   totals.estimated};
}

ChargeTotals totalsAt(const Row &row, int first)
{
    return {.requests = row.number(first),
            .prompt = row.number(first + 1),
            .cachedRead = row.number(first + 2),
            .cacheWrite = row.number(first + 3),
            .completion = row.number(first + 4),
            .reasoning = row.number(first + 5),
            .cost = {row.number(first + 6)},
            .unpriced = row.number(first + 7),
            .estimated = row.number(first + 8)};
}

/// Adds the totals of a new row to those of the row that is there.
QString addUp(const QString &table)
{
    QStringList sums;
    const QStringList columns = totalColumns.split(u", "_s);
    for (const QString &column : columns)
        sums += u"%1 = %2.%1 + excluded.%1"_s.arg(column, table);
    return sums.join(u", "_s);
}

Result<void> ran(const Result<int> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

void LedgerSums::count(const Charge &charge)
{
    const ChargeTotals totals = totalsOf(charge);
    const qint64 hour = charge.at.toMSecsSinceEpoch() / msPerHour;
    m_hours[{hour, keyOf(charge, SumBy::User), keyOf(charge, SumBy::Provider),
             keyOf(charge, SumBy::Model), keyOf(charge, SumBy::Strategy),
             keyOf(charge, SumBy::Kind)}] += totals;
    m_steps[{SumBy::Conversation, hoursPerDay, dayOf(hour), keyOf(charge, SumBy::Conversation)}] +=
        totals;
}

void LedgerSums::addUpHours()
{
    for (const auto &[hourKey, totals] : m_hours) {
        const auto &[hour, user, provider, model, strategy, kind] = hourKey;
        for (const auto &[by, key] :
             {std::pair(SumBy::Nothing, u""_s), std::pair(SumBy::User, user),
              std::pair(SumBy::Provider, provider), std::pair(SumBy::Model, model),
              std::pair(SumBy::Strategy, strategy), std::pair(SumBy::Kind, kind)}) {
            m_steps[{by, 1, hour, key}] += totals;
            m_steps[{by, hoursPerDay, dayOf(hour), key}] += totals;
        }
    }
}

Result<void> LedgerSums::write()
{
    addUpHours();
    for (const auto &[key, totals] : m_hours) {
        if (const Result<void> done = writeHour(key, totals); !done)
            return done;
    }
    for (const auto &[key, totals] : m_steps) {
        if (const Result<void> done = writeStep(key, totals); !done)
            return done;
    }
    forget();
    return {};
}

void LedgerSums::forget()
{
    m_hours.clear();
    m_steps.clear();
}

Result<void> LedgerSums::writeHour(const HourKey &key, const ChargeTotals &totals)
{
    static const QString sql =
        u"INSERT INTO hour_sum (workspace_id, hour, user_id, provider, model, strategy, kind, "_s
        + totalColumns
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
          "(workspace_id, hour, user_id, provider, model, strategy, kind) DO UPDATE SET "_s
        + addUp(u"hour_sum"_s);
    const auto &[hour, user, provider, model, strategy, kind] = key;
    return ran(m_connection.change(
        sql,
        QVariantList{workspaceId, hour, user, provider, model, strategy, kind} + valuesOf(totals)));
}

Result<void> LedgerSums::writeStep(const StepKey &key, const ChargeTotals &totals)
{
    static const QString sql =
        u"INSERT INTO charge_sum (workspace_id, dimension, hours, start, key, "_s + totalColumns
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
          "(workspace_id, dimension, hours, start, key) DO UPDATE SET "_s
        + addUp(u"charge_sum"_s);
    const auto &[by, hours, start, own] = key;
    return ran(m_connection.change(
        sql,
        QVariantList{workspaceId, QString(dimensionOf(by).name), hours, start, own}
            + valuesOf(totals)));
}

Result<QList<ChargeSum>> LedgerSums::between(const QList<qint64> &bounds, SumBy by,
                                             const KeyFilter &filter)
{
    const Dimension &dimension = dimensionOf(by);
    const TimeSpans spans = timeSpans(bounds, dimension.isByHour);
    Found found;
    Result<void> done = addSteps(by, hoursPerDay, spans.days, filter, found);
    if (done)
        done = addSteps(by, 1, spans.hours, filter, found);
    if (done)
        done = addCharges(by, spans.milliseconds, filter, found);
    if (!done)
        return done.error();
    QList<ChargeSum> sums;
    sums.reserve(found.size());
    for (auto each = found.cbegin(); each != found.cend(); ++each)
        sums.append({each.key().first, each.key().second, each.value()});
    std::sort(sums.begin(), sums.end(), [](const ChargeSum &a, const ChargeSum &b) {
        return a.span == b.span ? a.key < b.key : a.span < b.span;
    });
    return sums;
}

namespace {

QString condition(const KeyFilter &filter, const QString &column)
{
    return filter.sql.isEmpty() ? QString() : u" AND "_s + filter.sql.arg(column);
}

} // namespace

Result<void> LedgerSums::addSteps(SumBy by, int hours, const QList<TimePiece> &pieces,
                                  const KeyFilter &filter, Found &found)
{
    if (pieces.isEmpty())
        return {};
    const QString key = u"charge_sum.key"_s;
    const QString sql =
        Sqlite::spanJoin(u"charge_sum"_s, u"start"_s, key, totalsOfSums,
                         u"AND dimension = ? AND hours = ?"_s + condition(filter, key));
    return m_connection.read(
        sql,
        QVariantList{Sqlite::spanList(pieces), workspaceId, QString(dimensionOf(by).name), hours}
            + filter.values,
        [&](const Row &row) {
            found[{qsizetype(row.number(0)), row.text(1)}] += totalsAt(row, 2);
        });
}

Result<void> LedgerSums::addCharges(SumBy by, const QList<TimePiece> &pieces,
                                    const KeyFilter &filter, Found &found)
{
    // Piece by piece: short ranges of one index need no sorting.
    const QString column = dimensionOf(by).column;
    const QString group = by == SumBy::Nothing ? u" HAVING count(*) > 0"_s : u" GROUP BY 1"_s;
    const QString sql =
        u"SELECT %1 AS own, %2 FROM charge WHERE workspace_id = ? AND at_ms >= ? "
        "AND at_ms < ?%3%4"_s.arg(column, totalsOfCharges, condition(filter, column), group);
    for (const TimePiece &piece : pieces) {
        const Result<void> read =
            m_connection.read(sql, QVariantList{workspaceId, piece.from, piece.to} + filter.values,
                              [&](const Row &row) {
                                  found[{piece.span, row.text(0)}] += totalsAt(row, 1);
                              });
        if (!read)
            return read;
    }
    return {};
}

namespace {

// What hour_sum has to be.
const QString summedHours =
    u"SELECT workspace_id, at_ms / 3600000 AS hour, user_id, provider, model, strategy, kind, "_s
    + totalsOfCharges
    + u" FROM charge GROUP BY workspace_id, hour, user_id, provider, model, strategy, kind"_s;
const QString keptHours = u"SELECT workspace_id, hour, user_id, provider, model, strategy, kind, "_s
    + totalColumns + u" FROM hour_sum"_s;

const QString stepColumns = u"workspace_id, dimension, hours, start, key, "_s + totalColumns;

/// What the rows of charge_sum have to be for one dimension and step, from the hours where it
/// can, since those are fewer.
QString summedSteps(const Dimension &dimension, int hours)
{
    const QString hour = dimension.isByHour ? u"hour"_s : u"at_ms / 3600000"_s;
    return u"SELECT workspace_id, '%1', %2, (%3) / %2 * %2 AS start, %4 AS key, %5 FROM %6 "
           "GROUP BY workspace_id, start, key"_s.arg(
               dimension.name, QString::number(hours), hour, dimension.column,
               dimension.isByHour ? totalsOfSums : totalsOfCharges,
               dimension.isByHour ? u"hour_sum"_s : u"charge"_s);
}

QString keptSteps(const Dimension &dimension, int hours)
{
    return u"SELECT %1 FROM charge_sum WHERE dimension = '%2' AND hours = %3"_s.arg(
        stepColumns, dimension.name, QString::number(hours));
}

QList<std::pair<Dimension, int>> allSteps()
{
    QList<std::pair<Dimension, int>> steps;
    for (const Dimension &dimension : dimensions) {
        if (dimension.isByHour)
            steps.append({dimension, 1});
        steps.append({dimension, hoursPerDay});
    }
    return steps;
}

} // namespace

Result<void> LedgerSums::rebuild()
{
    QStringList statements{
        u"DELETE FROM hour_sum"_s, u"DELETE FROM charge_sum"_s,
        u"INSERT INTO hour_sum (workspace_id, hour, user_id, provider, model, strategy, kind, "_s
            + totalColumns + u") "_s + summedHours};
    for (const auto &[dimension, hours] : allSteps())
        statements +=
            u"INSERT INTO charge_sum (%1) %2"_s.arg(stepColumns, summedSteps(dimension, hours));
    for (const QString &statement : std::as_const(statements)) {
        if (const Result<void> done = ran(m_connection.change(statement)); !done)
            return done;
    }
    return {};
}

Result<qint64> LedgerSums::wrong()
{
    Result<qint64> wrong = differences(summedHours, keptHours);
    for (const auto &[dimension, hours] : allSteps()) {
        if (!wrong)
            return wrong;
        const Result<qint64> further =
            differences(summedSteps(dimension, hours), keptSteps(dimension, hours));
        if (!further)
            return further;
        wrong = *wrong + *further;
    }
    return wrong;
}

Result<qint64> LedgerSums::differences(const QString &expected, const QString &kept)
{
    const QString difference = u"SELECT count(*) FROM (%1 EXCEPT %2) AS difference"_s;
    qint64 most = 0;
    for (const QString &sql : {difference.arg(expected, kept), difference.arg(kept, expected)}) {
        const Result<QVariant> count = m_connection.value(sql);
        if (!count)
            return count.error();
        most = qMax(most, count->toLongLong());
    }
    return most;
}

} // namespace Core
