#include "core/store/ledger.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

// In the order in which the hash covers them.
const QString columns =
    u"id, attempt_id, conversation_id, message_id, user_id, at_ms, provider, model, strategy, "
    "kind, usage_basis, prompt_tokens, cached_read_tokens, cache_write_tokens, "
    "completion_tokens, reasoning_tokens, reported_pico, amount_pico, basis, rate_input, "
    "rate_output, rate_cached_read, rate_cache_write, rate_reasoning, price_row"_s;
constexpr int columnCount = 25;
// As it came later, the hash covers it only where there is one.
const QString tierColumn = u"tier"_s;

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
            .tier = row.text(25),
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
            .priceRow = row.text(24),
            .repricing = row.text(26)};
}

QVariant storedMoney(const std::optional<Money> &money)
{
    return money ? QVariant(money->pico) : QVariant();
}

QVariantList valuesOf(const Charge &charge)
{
    const Usage &usage = charge.usage;
    const Rates &rates = charge.rates;
    return {storedId(charge.id),
            storedId(charge.attemptId),
            storedId(charge.conversationId),
            storedId(charge.messageId),
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

/// What the hash of a line is over.
QVariantList covered(const QVariantList &values, const QString &tier)
{
    return tier.isEmpty() ? values : values + QVariantList{tier};
}

} // namespace

Ledger::Ready Ledger::ready(const Charge &charge, const Engine &engine)
{
    const QVariantList values = valuesOf(charge);
    const QString tier = stored(charge.usage.tier);
    return {.charge = charge,
            .row = ReadyRow(values + QVariantList{tier}, engine),
            .covered = coveredByHash(covered(values, tier))};
}

Result<bool> Ledger::add(const Ready &line)
{
    const Charge &charge = line.charge;
    const Engine &engine = m_connection.engine();
    if (const Result<void> made = engine.makeRoom(m_connection, charge.at); !made)
        return made.error();
    const Result<QByteArray> before = lastHash();
    if (!before)
        return before.error();
    const QByteArray hash = hashOf(line.covered, *before);
    ReadyRow row = line.row;
    row.add(hash);
    row.add(workspaceId);
    static const QString sql = u"INSERT INTO charge ("_s + rowColumns()
        + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s;
    const Result<int> added = m_connection.apply(sql, row);
    if (!added)
        return added.error();
    if (*added == 0)
        return false;
    m_lastHash = hash;
    if (!engine.dialect().sumsCharges)
        m_sums.count(charge);
    return true;
}

QString Ledger::rowColumns()
{
    return columns + u", "_s + tierColumn + u", hash, workspace_id"_s;
}

Result<QVariantList> Ledger::link(const Charge &charge)
{
    const Result<QByteArray> before = lastHash();
    if (!before)
        return before.error();
    QVariantList values = valuesOf(charge);
    const QString tier = stored(charge.usage.tier);
    m_lastHash = hashOf(covered(values, tier), *before);
    values << tier << *m_lastHash << workspaceId;
    return values;
}

Result<QByteArray> Ledger::lastHash()
{
    if (m_lastHash)
        return *m_lastHash;
    const Result<QVariant> last =
        m_connection.value(m_connection.dialect().chainEnd, {workspaceId});
    if (!last)
        return last.error();
    return last->toByteArray();
}

Result<void> Ledger::sumUp()
{
    m_lastHash.reset();
    return m_sums.write();
}

void Ledger::rolledBack()
{
    m_lastHash.reset();
    m_sums.forget();
}

Result<QList<Charge>> Ledger::list(const QString &tail, const QVariantList &values, Worth worth)
{
    static const QString source[]{u", tier, repricing_id FROM priced_charge AS line "_s,
                                  u", tier, '' FROM charge AS line "_s};
    QList<Charge> charges;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columns + source[worth == Worth::Now ? 0 : 1] + u"WHERE workspace_id = ? "_s
            + tail,
        QVariantList{workspaceId} + values, [&](const Row &row) { charges.append(chargeAt(row)); });
    if (!read)
        return read.error();
    return charges;
}

namespace {

// Further than any charge, and not further than any database knows.
QDateTime lowest(const QDateTime &from)
{
    return from.isValid() ? from : QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
}

QDateTime highest(const QDateTime &to)
{
    return to.isValid() ? to : QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
}

} // namespace

Result<QList<Charge>> Ledger::between(const QDateTime &from, const QDateTime &to)
{
    return list(u"AND at_ms >= ? AND at_ms < ? ORDER BY at_ms, sequence"_s,
                {lowest(from), highest(to)});
}

Result<QList<Charge>> Ledger::ofConversation(const QString &conversationId, Worth worth)
{
    return list(u"AND conversation_id = ? ORDER BY sequence"_s, {storedId(conversationId)}, worth);
}

Result<std::optional<Charge>> Ledger::find(const QString &id, Worth worth)
{
    const Result<QList<Charge>> found = list(u"AND id = ?"_s, {storedId(id)}, worth);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<Charge>> Ledger::loose(const QDateTime &from, const QDateTime &to, Worth worth)
{
    return list(u"AND at_ms >= ? AND at_ms < ? AND NOT EXISTS (SELECT 1 FROM conversation "
                "WHERE conversation.workspace_id = line.workspace_id "
                "AND conversation.id = line.conversation_id) ORDER BY at_ms, sequence"_s,
                {lowest(from), highest(to)}, worth);
}

Result<std::optional<ChargeSpan>> Ledger::span(const QDateTime &from, const QDateTime &to)
{
    std::optional<ChargeSpan> span;
    const Result<void> read = m_connection.read(
        u"SELECT (SELECT min(at_ms) FROM charge WHERE workspace_id = ? AND at_ms >= ? "
        "AND at_ms < ?), (SELECT max(at_ms) FROM charge WHERE workspace_id = ? AND at_ms >= ? "
        "AND at_ms < ?)"_s,
        {workspaceId, lowest(from), highest(to), workspaceId, lowest(from), highest(to)},
        [&](const Row &row) {
            if (!row.isNull(0))
                span = ChargeSpan{row.time(0), row.time(1)};
        });
    if (!read)
        return read.error();
    return span;
}

Result<qint64> Ledger::brokenLinks()
{
    const Dialect &dialect = m_connection.dialect();
    QStringList names = columns.split(u", "_s);
    for (QString &column : names) {
        if (column.endsWith("_id"_L1) && column != "user_id"_L1)
            column = dialect.idText.arg(column);
    }
    qint64 broken = 0;
    QByteArray before;
    QString chain;
    const Result<void> read = m_connection.read(
        u"SELECT %1, tier, hash, %2 FROM charge ORDER BY %2, sequence"_s.arg(names.join(u", "_s),
                                                                             dialect.chain),
        {},
        [&](const Row &row) {
            if (row.text(columnCount + 2) != chain)
                before.clear();
            chain = row.text(columnCount + 2);
            const QByteArray hash = row.bytes(columnCount + 1);
            const QVariantList values = row.values(columnCount);
            const QString tier = row.text(columnCount);
            broken += hash == hashOf(covered(values, tier), before) ? 0 : 1;
            before = hash;
        },
        Statement::Rows::Many);
    if (!read)
        return read.error();
    return broken;
}

} // namespace Core
