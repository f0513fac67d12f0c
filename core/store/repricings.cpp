#include "core/store/repricings.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString columns = u"id, at_ms, author, reason, since_ms, until_ms, provider, model, charges, "
                        "unpriced, before_pico, after_pico"_s;
constexpr int columnCount = 12;
const QString lineColumns =
    u"charge_id, before_pico, amount_pico, basis, rate_input, rate_output, rate_cached_read, "
    "rate_cache_write, rate_reasoning, price_row"_s;

std::optional<qint64> picoOf(const std::optional<Money> &money)
{
    return money ? std::optional(money->pico) : std::nullopt;
}

std::optional<Money> moneyAt(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Money{row.number(column)});
}

QVariantList valuesOf(const Repricing &repricing)
{
    return {storedId(repricing.id),     storedTime(repricing.at),   stored(repricing.author),
            stored(repricing.reason),   storedTime(repricing.from), storedTime(repricing.to),
            stored(repricing.provider), stored(repricing.model),    repricing.charges,
            repricing.unpriced,         repricing.before.pico,      repricing.after.pico};
}

Repricing repricingAt(const Row &row)
{
    return {.id = row.text(0),
            .at = row.time(1),
            .author = row.text(2),
            .reason = row.text(3),
            .from = row.time(4),
            .to = row.time(5),
            .provider = row.text(6),
            .model = row.text(7),
            .charges = row.number(8),
            .unpriced = row.number(9),
            .before = {row.number(10)},
            .after = {row.number(11)}};
}

QVariantList valuesOf(const RepricedCharge &line)
{
    const Rates &rates = line.rates;
    return {storedId(line.chargeId),
            storedNumber(picoOf(line.before)),
            storedNumber(picoOf(line.amount)),
            basisName(line.basis),
            rates.input,
            rates.output,
            storedNumber(rates.cachedRead),
            storedNumber(rates.cacheWrite),
            storedNumber(rates.reasoning),
            stored(line.priceRow)};
}

RepricedCharge lineAt(const Row &row)
{
    return {.chargeId = row.text(0),
            .before = moneyAt(row, 1),
            .amount = moneyAt(row, 2),
            .basis = chargeBasisFromName(row.text(3)).value_or(Charge::Basis::Unpriced),
            .rates = {.input = row.number(4),
                      .output = row.number(5),
                      .cachedRead = row.numberOrNothing(6),
                      .cacheWrite = row.numberOrNothing(7),
                      .reasoning = row.numberOrNothing(8)},
            .priceRow = row.text(9)};
}

QByteArray entryHash(const Repricing &repricing, const QByteArray &lines, const QByteArray &before)
{
    return hashOf(valuesOf(repricing) + QVariantList{QString::fromLatin1(lines.toHex())}, before);
}

} // namespace

Result<void> Repricings::add(const Repricing &repricing, const QList<RepricedCharge> &lines)
{
    const Result<QByteArray> before = lastHash();
    if (!before)
        return before.error();
    QByteArray digest;
    for (const RepricedCharge &line : lines)
        digest = hashOf(valuesOf(line), digest);
    if (const Result<void> done = insert(repricing, entryHash(repricing, digest, *before)); !done)
        return done;
    for (const RepricedCharge &line : lines) {
        if (const Result<void> done = insertLine(repricing, line); !done)
            return done;
    }
    return {};
}

Result<void> Repricings::insert(const Repricing &repricing, const QByteArray &hash)
{
    const Result<int> added = m_connection.change(
        u"INSERT INTO repricing ("_s + columns
            + u", hash, workspace_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        valuesOf(repricing) + QVariantList{hash, workspaceId});
    return added ? Result<void>() : added.error();
}

Result<void> Repricings::insertLine(const Repricing &repricing, const RepricedCharge &line)
{
    static const QString sql = u"INSERT INTO repriced_charge ("_s + lineColumns
        + u", repricing_id, workspace_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    const Result<int> added = m_connection.change(
        sql, valuesOf(line) + QVariantList{storedId(repricing.id), workspaceId});
    return added ? Result<void>() : added.error();
}

Result<QByteArray> Repricings::lastHash()
{
    if (const Result<void> locked = m_connection.engine().lockChain(m_connection); !locked)
        return locked.error();
    const Result<QVariant> last = m_connection.value(
        u"SELECT hash FROM repricing WHERE %1 ORDER BY sequence DESC LIMIT 1"_s.arg(
            m_connection.dialect().ownChain));
    if (!last)
        return last.error();
    return last->toByteArray();
}

Result<QList<Repricing>> Repricings::all()
{
    QList<Repricing> entries;
    const Result<void> read = m_connection.read(
        u"SELECT "_s + columns + u" FROM repricing WHERE workspace_id = ? ORDER BY sequence DESC"_s,
        {workspaceId}, [&](const Row &row) { entries.append(repricingAt(row)); });
    if (!read)
        return read.error();
    return entries;
}

Result<void> Repricings::eachLine(const QString &repricingId,
                                  const std::function<void(const RepricedCharge &)> &take)
{
    return m_connection.read(u"SELECT "_s + lineColumns
                                 + u" FROM repriced_charge WHERE workspace_id = ? "
                                   "AND repricing_id = ? ORDER BY sequence"_s,
                             {workspaceId, storedId(repricingId)},
                             [&](const Row &row) { take(lineAt(row)); });
}

Result<QList<RepricedCharge>> Repricings::lines(const QString &repricingId)
{
    QList<RepricedCharge> lines;
    const Result<void> read =
        eachLine(repricingId, [&](const RepricedCharge &line) { lines.append(line); });
    if (!read)
        return read.error();
    return lines;
}

Result<QByteArray> Repricings::digestOfLines(const QString &repricingId)
{
    QByteArray digest;
    const Result<void> read = eachLine(
        repricingId, [&](const RepricedCharge &line) { digest = hashOf(valuesOf(line), digest); });
    if (!read)
        return read.error();
    return digest;
}

Result<qint64> Repricings::brokenLinks()
{
    struct Entry
    {
        Repricing repricing;
        QByteArray hash;
        QString chain;
    };
    QList<Entry> entries;
    const Result<void> read = m_connection.read(
        u"SELECT %1, hash, %2 FROM repricing ORDER BY %2, sequence"_s.arg(
            columns, m_connection.dialect().chain),
        {}, [&](const Row &row) {
            entries.append({repricingAt(row), row.bytes(columnCount), row.text(columnCount + 1)});
        });
    const Result<QVariant> lone = m_connection.value(
        u"SELECT count(*) FROM repriced_charge WHERE NOT EXISTS (SELECT 1 FROM repricing "
        "WHERE repricing.workspace_id = repriced_charge.workspace_id "
        "AND repricing.id = repricing_id)"_s);
    if (!read || !lone)
        return !read ? read.error() : lone.error();
    qint64 broken = lone->toLongLong();
    QByteArray before;
    QString chain;
    for (const Entry &entry : std::as_const(entries)) {
        if (entry.chain != chain)
            before.clear();
        chain = entry.chain;
        const Result<QByteArray> lines = digestOfLines(entry.repricing.id);
        if (!lines)
            return lines.error();
        broken += entry.hash == entryHash(entry.repricing, *lines, before) ? 0 : 1;
        before = entry.hash;
    }
    return broken;
}

} // namespace Core
