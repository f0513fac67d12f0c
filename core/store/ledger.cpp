#include "core/store/ledger.h"

#include "core/store/storedvalues.h"

#include <limits>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 msPerHour = 3'600'000;

// In the order in which the hash covers them.
const QString columns =
    u"id, attempt_id, conversation_id, message_id, user_id, at_ms, provider, model, strategy, "
    "kind, usage_basis, prompt_tokens, cached_read_tokens, cache_write_tokens, "
    "completion_tokens, reasoning_tokens, reported_pico, amount_pico, basis, rate_input, "
    "rate_output, rate_cached_read, rate_cache_write, rate_reasoning, price_row"_s;
constexpr int columnCount = 25;

std::optional<Money> moneyAt(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Money{row.number(column)});
}

Usage usageAt(const Row &row)
{
    return {.prompt = row.number(11),
            .cachedRead = row.number(12),
            .cacheWrite = row.number(13),
            .completion = row.number(14),
            .reasoning = row.number(15),
            .reportedCost = moneyAt(row, 16),
            .basis = usageBasisFrom(row.text(10))};
}

Charge chargeAt(const Row &row)
{
    return {.id = row.text(0),
            .attemptId = row.text(1),
            .conversationId = row.text(2),
            .messageId = row.text(3),
            .userId = row.text(4),
            .at = row.time(5),
            .provider = row.text(6),
            .model = row.text(7),
            .strategy = row.text(8),
            .kind = chargeKindFromName(row.text(9)).value_or(Charge::Kind::Turn),
            .usage = usageAt(row),
            .amount = moneyAt(row, 17),
            .basis = chargeBasisFromName(row.text(18)).value_or(Charge::Basis::Unpriced),
            .rates = {.input = row.number(19),
                      .output = row.number(20),
                      .cachedRead = row.numberOrNothing(21),
                      .cacheWrite = row.numberOrNothing(22),
                      .reasoning = row.numberOrNothing(23)},
            .priceRow = row.text(24)};
}

QVariant storedMoney(const std::optional<Money> &money)
{
    return money ? QVariant(money->pico) : QVariant();
}

QVariantList valuesOf(const Charge &charge)
{
    const Usage &usage = charge.usage;
    const Rates &rates = charge.rates;
    return {stored(charge.id),
            stored(charge.attemptId),
            stored(charge.conversationId),
            stored(charge.messageId),
            stored(charge.userId),
            storedTime(charge.at),
            stored(charge.provider),
            stored(charge.model),
            stored(charge.strategy),
            kindName(charge.kind),
            storedUsageBasis(usage.basis),
            usage.prompt,
            usage.cachedRead,
            usage.cacheWrite,
            usage.completion,
            usage.reasoning,
            storedMoney(usage.reportedCost),
            storedMoney(charge.amount),
            basisName(charge.basis),
            rates.input,
            rates.output,
            storedNumber(rates.cachedRead),
            storedNumber(rates.cacheWrite),
            storedNumber(rates.reasoning),
            stored(charge.priceRow)};
}

} // namespace

Result<bool> Ledger::add(const Charge &charge)
{
    const Result<QByteArray> before = lastHash();
    if (!before)
        return before.error();
    QVariantList values = valuesOf(charge);
    values << hashOf(values, *before) << workspaceId;
    const Result<int> added = m_connection.change(
        u"INSERT INTO charge ("_s + columns
            + u", hash, workspace_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        values);
    if (!added)
        return added.error();
    if (*added == 0)
        return false;
    if (const Result<void> summed = addToHour(charge); !summed)
        return summed.error();
    return true;
}

Result<QByteArray> Ledger::lastHash()
{
    const Result<QVariant> last =
        m_connection.value(u"SELECT hash FROM charge ORDER BY sequence DESC LIMIT 1"_s);
    if (!last)
        return last.error();
    return last->toByteArray();
}

Result<void> Ledger::addToHour(const Charge &charge)
{
    const Usage &usage = charge.usage;
    const Result<int> added = m_connection.change(
        uR"(INSERT INTO hour_sum (workspace_id, hour, user_id, provider, model, strategy, kind,
    requests, prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens,
    reasoning_tokens, cost_pico, unpriced, estimated)
VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (workspace_id, hour, user_id, provider, model, strategy, kind) DO UPDATE SET
    requests = hour_sum.requests + 1,
    prompt_tokens = hour_sum.prompt_tokens + excluded.prompt_tokens,
    cached_read_tokens = hour_sum.cached_read_tokens + excluded.cached_read_tokens,
    cache_write_tokens = hour_sum.cache_write_tokens + excluded.cache_write_tokens,
    completion_tokens = hour_sum.completion_tokens + excluded.completion_tokens,
    reasoning_tokens = hour_sum.reasoning_tokens + excluded.reasoning_tokens,
    cost_pico = hour_sum.cost_pico + excluded.cost_pico,
    unpriced = hour_sum.unpriced + excluded.unpriced,
    estimated = hour_sum.estimated + excluded.estimated)"_s,
        {workspaceId, charge.at.toMSecsSinceEpoch() / msPerHour, stored(charge.userId),
         stored(charge.provider), stored(charge.model), stored(charge.strategy),
         kindName(charge.kind), usage.prompt, usage.cachedRead, usage.cacheWrite, usage.completion,
         usage.reasoning, charge.amount ? charge.amount->pico : 0, charge.amount ? 0 : 1,
         charge.basis == Charge::Basis::Estimated ? 1 : 0});
    return added ? Result<void>() : added.error();
}

Result<QList<Charge>> Ledger::list(const QString &tail, const QVariantList &values)
{
    QList<Charge> charges;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columns + u" FROM charge WHERE workspace_id = ? "_s + tail,
        QVariantList{workspaceId} + values, [&](const Row &row) { charges.append(chargeAt(row)); });
    if (!read)
        return read.error();
    return charges;
}

namespace {

qint64 lowest(const QDateTime &from)
{
    return from.isValid() ? from.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

qint64 highest(const QDateTime &to)
{
    return to.isValid() ? to.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

/// The first hour that begins at `ms` or later.
qint64 hourFrom(qint64 ms)
{
    const qint64 hour = ms / msPerHour;
    return ms % msPerHour > 0 ? hour + 1 : hour;
}

HourSum hourSumAt(const Row &row)
{
    return {.hour = QDateTime::fromMSecsSinceEpoch(row.number(0) * msPerHour, Qt::UTC),
            .userId = row.text(1),
            .provider = row.text(2),
            .model = row.text(3),
            .strategy = row.text(4),
            .kind = chargeKindFromName(row.text(5)).value_or(Charge::Kind::Turn),
            .requests = row.number(6),
            .prompt = row.number(7),
            .cachedRead = row.number(8),
            .cacheWrite = row.number(9),
            .completion = row.number(10),
            .reasoning = row.number(11),
            .cost = {row.number(12)},
            .unpriced = row.number(13),
            .estimated = row.number(14)};
}

} // namespace

Result<QList<Charge>> Ledger::between(const QDateTime &from, const QDateTime &to)
{
    return list(u"AND at_ms >= ? AND at_ms < ? ORDER BY at_ms, sequence"_s,
                {lowest(from), highest(to)});
}

Result<QList<Charge>> Ledger::ofConversation(const QString &conversationId)
{
    return list(u"AND conversation_id = ? ORDER BY sequence"_s, {stored(conversationId)});
}

Result<QList<HourSum>> Ledger::hourSums(const QDateTime &from, const QDateTime &to)
{
    QList<HourSum> sums;
    const Result<void> read = m_connection.read(
        u"SELECT hour, user_id, provider, model, strategy, kind, requests, prompt_tokens, "
        "cached_read_tokens, cache_write_tokens, completion_tokens, reasoning_tokens, cost_pico, "
        "unpriced, estimated FROM hour_sum WHERE workspace_id = ? AND hour >= ? AND hour < ? "
        "ORDER BY hour, user_id, provider, model, strategy, kind"_s,
        {workspaceId, hourFrom(lowest(from)), hourFrom(highest(to))},
        [&](const Row &row) { sums.append(hourSumAt(row)); });
    if (!read)
        return read.error();
    return sums;
}

namespace {

// What hour_sum has to be.
const QString summedCharges =
    u"SELECT workspace_id, at_ms / 3600000 AS hour, user_id, provider, model, strategy, kind, "
    "count(*), sum(prompt_tokens), sum(cached_read_tokens), sum(cache_write_tokens), "
    "sum(completion_tokens), sum(reasoning_tokens), sum(coalesce(amount_pico, 0)), "
    "sum(CASE WHEN amount_pico IS NULL THEN 1 ELSE 0 END), "
    "sum(CASE WHEN basis = 'estimated' THEN 1 ELSE 0 END) FROM charge "
    "GROUP BY workspace_id, at_ms / 3600000, user_id, provider, model, strategy, kind"_s;
const QString keptSums =
    u"SELECT workspace_id, hour, user_id, provider, model, strategy, kind, requests, "
    "prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens, "
    "reasoning_tokens, cost_pico, unpriced, estimated FROM hour_sum"_s;

} // namespace

Result<void> Ledger::rebuildHourSums()
{
    const Result<int> cleared = m_connection.change(u"DELETE FROM hour_sum"_s);
    if (!cleared)
        return cleared.error();
    const Result<int> summed = m_connection.change(
        u"INSERT INTO hour_sum (workspace_id, hour, user_id, provider, model, strategy, kind, "
        "requests, prompt_tokens, cached_read_tokens, cache_write_tokens, completion_tokens, "
        "reasoning_tokens, cost_pico, unpriced, estimated) "_s
        + summedCharges);
    return summed ? Result<void>() : summed.error();
}

Result<qint64> Ledger::wrongHourSums()
{
    const QString difference = u"SELECT count(*) FROM (%1 EXCEPT %2) AS difference"_s;
    qint64 wrong = 0;
    for (const QString &sql :
         {difference.arg(summedCharges, keptSums), difference.arg(keptSums, summedCharges)}) {
        const Result<QVariant> count = m_connection.value(sql);
        if (!count)
            return count.error();
        wrong = qMax(wrong, count->toLongLong());
    }
    return wrong;
}

Result<qint64> Ledger::brokenLinks()
{
    qint64 broken = 0;
    QByteArray before;
    const Result<void> read =
        m_connection.read(u"SELECT "_s + columns + u", hash FROM charge ORDER BY sequence"_s, {},
                          [&](const Row &row) {
                              const QByteArray hash = row.bytes(columnCount);
                              broken += hash == hashOf(row.values(columnCount), before) ? 0 : 1;
                              before = hash;
                          });
    if (!read)
        return read.error();
    return broken;
}

} // namespace Core
