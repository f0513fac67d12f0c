#include "core/store/ledgersums.h"

#include "core/store/engine.h"
#include "core/store/ledgersumcolumns.h"
#include "core/store/storedvalues.h"

#include <algorithm>
#include <utility>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

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

QVariantList valuesOf(const ChargeTotals &totals)
{
    return {totals.requests,   totals.prompt,     totals.cachedRead,
            totals.cacheWrite, totals.completion, totals.reasoning,
            totals.cost.pico,  totals.unpriced,   totals.estimated};
}

} // namespace

void LedgerSums::count(const Charge &charge)
{
    add(charge, totalsOf(charge));
}

void LedgerSums::recount(const Charge &before, const Charge &now)
{
    ChargeTotals difference;
    difference.cost = now.amount.value_or(Money{}) - before.amount.value_or(Money{});
    difference.unpriced = totalsOf(now).unpriced - totalsOf(before).unpriced;
    difference.estimated = totalsOf(now).estimated - totalsOf(before).estimated;
    add(before, difference);
}

void LedgerSums::add(const Charge &charge, const ChargeTotals &totals)
{
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

LedgerSums::Rows LedgerSums::take()
{
    addUpHours();
    Rows rows;
    rows.hours.reserve(qsizetype(m_hours.size()));
    for (const auto &[key, totals] : m_hours) {
        const auto &[hour, user, provider, model, strategy, kind] = key;
        rows.hours.append(QVariantList{workspaceId, hour, user, provider, model, strategy, kind}
                          + valuesOf(totals));
    }
    rows.steps = takeSteps();
    forget();
    return rows;
}

QList<QVariantList> LedgerSums::takeConversations()
{
    return takeSteps(); // those of the hours are not among them yet
}

QList<QVariantList> LedgerSums::takeSteps()
{
    QList<QVariantList> rows;
    rows.reserve(qsizetype(m_steps.size()));
    for (const auto &[key, totals] : std::exchange(m_steps, {})) {
        const auto &[by, hours, start, own] = key;
        rows.append(QVariantList{workspaceId, QString(sumDimensionOf(by).name), hours, start, own}
                    + valuesOf(totals));
    }
    return rows;
}

Result<void> LedgerSums::write()
{
    const Rows rows = take();
    static const QString hourSql =
        u"INSERT INTO hour_sum (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?) %2"_s.arg(hourSumTable().columns, hourSumTable().onConflict);
    for (const QVariantList &row : rows.hours) {
        if (const Result<void> done = ran(m_connection.change(hourSql, row)); !done)
            return done;
    }
    static const QString stepSql =
        u"INSERT INTO charge_sum (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?) %2"_s.arg(chargeSumTable().columns, chargeSumTable().onConflict);
    for (const QVariantList &row : rows.steps) {
        if (const Result<void> done = ran(m_connection.change(stepSql, row)); !done)
            return done;
    }
    return {};
}

void LedgerSums::forget()
{
    m_hours.clear();
    m_steps.clear();
}

Result<QList<ChargeSum>> LedgerSums::between(const QList<qint64> &bounds, SumBy by,
                                             const KeyFilter &filter)
{
    const SumDimension &dimension = sumDimensionOf(by);
    const TimeSpans spans = timeSpans(bounds, dimension.isByHour);
    Found found;
    Result<void> done = addSteps(by, hoursPerDay, spans.days, filter, found);
    if (done)
        done = addSteps(by, 1, spans.hours, filter, found);
    if (done)
        done = addCharges(by, spans.milliseconds, filter, found);
    if (!done)
        return done.error();
    return found.inOrder(by);
}

Result<QString> LedgerSums::whose()
{
    const Dialect &dialect = m_connection.dialect();
    if (dialect.readsAllCosts.isEmpty())
        return QString();
    const Result<QVariant> readsAll = m_connection.value(u"SELECT "_s + dialect.readsAllCosts);
    if (!readsAll)
        return readsAll.error();
    return readsAll->toBool() ? QString() : dialect.ownCharges;
}

// The sums by one key are of everybody or of one user, so that what somebody may see in part
// comes from the hours, which tell users apart, and that by conversation from the charges.
Result<QList<ChargeSum>> LedgerSums::visible(const QList<qint64> &bounds, SumBy by)
{
    const Result<QString> whose = this->whose();
    if (!whose)
        return whose.error();
    if (whose->isEmpty())
        return between(bounds, by);
    const KeyFilter own{.sql = {}, .values = {}, .whose = *whose};
    Found found;
    Result<void> done;
    if (by == SumBy::Conversation) {
        QList<TimePiece> spans;
        for (qsizetype i = 0; i + 1 < bounds.size(); ++i)
            spans.append({.span = i, .from = bounds[i], .to = bounds[i + 1]});
        done = addCharges(by, spans, own, found);
    } else {
        const TimeSpans spans = timeSpans(bounds, true);
        done = addHours(by, spans.days + spans.hours, own, found);
        if (done)
            done = addCharges(by, spans.milliseconds, own, found);
    }
    if (!done)
        return done.error();
    return found.inOrder(by);
}

QList<ChargeSum> LedgerSums::Found::inOrder(SumBy by)
{
    if (by != SumBy::Conversation) {
        std::sort(sums.begin(), sums.end(), [](const ChargeSum &a, const ChargeSum &b) {
            return std::tie(a.span, a.key) < std::tie(b.span, b.key);
        });
    }
    return std::move(sums);
}

ChargeTotals &LedgerSums::Found::of(qsizetype span, const QString &key)
{
    qsizetype &place = places[{span, key}];
    if (place == 0) { // counted from one, as what is new in a hash is zero
        sums.append({.span = span, .key = key});
        place = sums.size();
    }
    return sums[place - 1].totals;
}

namespace {

QString condition(const KeyFilter &filter, const QString &column)
{
    QString sql;
    if (!filter.sql.isEmpty())
        sql += u" AND "_s + filter.sql.arg(column);
    if (!filter.whose.isEmpty())
        sql += u" AND "_s + filter.whose;
    return sql;
}

} // namespace

Result<QList<HourSum>> LedgerSums::byHour(qint64 fromMs, qint64 toMs)
{
    const auto firstFull = [](qint64 ms) { return (ms + msPerHour - 1) / msPerHour; };
    QList<HourSum> sums;
    const Result<void> read = m_connection.read(
        u"SELECT hour, user_id, provider, model, strategy, kind, "_s + totalColumns
            + u" FROM hour_sum WHERE workspace_id = ? AND hour >= ? AND hour < ? "
              "ORDER BY hour, user_id, provider, model, strategy, kind"_s,
        {workspaceId, firstFull(fromMs), firstFull(toMs)}, [&](const Row &row) {
            sums.append({.hour = QDateTime::fromMSecsSinceEpoch(row.number(0) * msPerHour, Qt::UTC),
                         .userId = row.text(1),
                         .provider = row.text(2),
                         .model = row.text(3),
                         .strategy = row.text(4),
                         .kind = chargeKindFromName(row.text(5)).value_or(Charge::Kind::Turn),
                         .totals = totalsAt(row, 6)});
        });
    if (!read)
        return read.error();
    return sums;
}

Result<void> LedgerSums::addSteps(SumBy by, int hours, const QList<TimePiece> &pieces,
                                  const KeyFilter &filter, Found &found)
{
    if (pieces.isEmpty())
        return {};
    if (by == SumBy::Conversation && filter.sql.isEmpty())
        return addEachStep(by, hours, pieces, found);
    const QString key = u"charge_sum.key"_s;
    const QString sql = m_connection.engine().spanJoin(
        u"charge_sum"_s, u"start"_s, key, totalsOfSums,
        u"AND dimension = ? AND hours = ?"_s + condition(filter, key));
    return m_connection.read(
        sql,
        QVariantList{spanList(pieces), workspaceId, QString(sumDimensionOf(by).name), hours}
            + filter.values,
        [&](const Row &row) {
            found.of(qsizetype(row.number(0)), row.text(1)) += totalsAt(row, 2);
        });
}

Result<void> LedgerSums::addHours(SumBy by, const QList<TimePiece> &pieces, const KeyFilter &filter,
                                  Found &found)
{
    if (pieces.isEmpty())
        return {};
    const QString key = sumDimensionOf(by).column;
    const QString sql = m_connection.engine().spanJoin(u"hour_sum"_s, u"hour"_s, key, totalsOfSums,
                                                       condition(filter, key));
    return m_connection.read(
        sql, QVariantList{spanList(pieces), workspaceId} + filter.values, [&](const Row &row) {
            found.of(qsizetype(row.number(0)), row.text(1)) += totalsAt(row, 2);
        });
}

/// Of what has nearly as many keys as rows, so that grouping them in SQL costs more than it
/// saves.
Result<void> LedgerSums::addEachStep(SumBy by, int hours, const QList<TimePiece> &pieces,
                                     Found &found)
{
    const QString sql = u"SELECT key, "_s + totalColumns
        + u" FROM charge_sum WHERE workspace_id = ? AND dimension = ? AND hours = ? "
          "AND start >= ? AND start < ?"_s;
    for (const TimePiece &piece : pieces) {
        const Result<void> read = m_connection.engine().readQuickly(
            m_connection, sql,
            {workspaceId, QString(sumDimensionOf(by).name), hours, piece.from, piece.to},
            [&](const QuickRow &row) { found.of(piece.span, row.text(0)) += totalsAt(row, 1); });
        if (!read)
            return read;
    }
    return {};
}

Result<void> LedgerSums::addCharges(SumBy by, const QList<TimePiece> &pieces,
                                    const KeyFilter &filter, Found &found)
{
    // Piece by piece: short ranges of one index need no sorting.
    const QString column = sumDimensionOf(by).column;
    const QString group = by == SumBy::Nothing ? u" HAVING count(*) > 0"_s : u" GROUP BY 1"_s;
    const QString sql =
        u"SELECT %1 AS own, %2 FROM priced_charge WHERE workspace_id = ? AND at_ms >= ? "
        "AND at_ms < ?%3%4"_s.arg(column, totalsOfCharges, condition(filter, column), group);
    for (const TimePiece &piece : pieces) {
        const Result<void> read = m_connection.read(
            sql,
            QVariantList{workspaceId, QDateTime::fromMSecsSinceEpoch(piece.from, Qt::UTC),
                         QDateTime::fromMSecsSinceEpoch(piece.to, Qt::UTC)}
                + filter.values,
            [&](const Row &row) { found.of(piece.span, row.text(0)) += totalsAt(row, 1); });
        if (!read)
            return read;
    }
    return {};
}

} // namespace Core
