#include "core/store/ledger.h"
#include "core/store/ledgersumcolumns.h"
#include "core/store/storedvalues.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The charges that are meant: a condition on priced_charge, and its values.
struct Meant
{
    QString sql;
    QVariantList values;
};

Meant meant(const QDateTime &from, const QDateTime &to, const AttemptFilter &filter)
{
    Meant meant{u"workspace_id = ? AND at_ms >= ? AND at_ms < ?"_s, {workspaceId, from, to}};
    const auto restrict = [&](const QString &condition, const std::optional<QString> &value) {
        if (!value)
            return;
        meant.sql += u" AND "_s + condition;
        meant.values += stored(*value);
    };
    restrict(u"user_id = ?"_s, filter.userId);
    restrict(u"provider = ?"_s, filter.provider);
    restrict(u"model = ?"_s, filter.model);
    restrict(u"strategy = ?"_s, filter.strategy);
    restrict(u"conversation_id IN (SELECT tagged.conversation_id FROM conversation_tag AS tagged "
             "WHERE tagged.workspace_id = priced_charge.workspace_id AND tag = ?)"_s,
             filter.tag);
    return meant;
}

bool isEmpty(const AttemptFilter &filter)
{
    return !filter.userId && !filter.provider && !filter.model && !filter.strategy && !filter.tag;
}

/// The same as savedByCache() of each, added up where they lie.
Result<Money> savedByCache(Connection &connection, const Meant &meant)
{
    Money saved;
    const Result<void> read = connection.read(
        u"SELECT coalesce(sum(cached_read_tokens * (rate_input - "
        "coalesce(rate_cached_read, rate_input)) - cache_write_tokens * "
        "(coalesce(rate_cache_write, rate_input) - rate_input)), 0) FROM priced_charge WHERE "_s
            + meant.sql
            + u" AND amount_pico IS NOT NULL "
              "AND (cached_read_tokens <> 0 OR cache_write_tokens <> 0)"_s,
        meant.values, [&](const Row &row) { saved.pico = row.number(0); });
    if (!read)
        return read.error();
    return saved;
}

Result<QList<ChargeSum>> byConversation(Connection &connection, const Meant &meant)
{
    QList<ChargeSum> sums;
    const Result<void> read = connection.read(
        u"SELECT conversation_id, "_s + totalsOfCharges + u" FROM priced_charge WHERE "_s
            + meant.sql + u" GROUP BY conversation_id"_s,
        meant.values,
        [&](const Row &row) { sums.append({.key = row.text(0), .totals = totalsAt(row, 1)}); });
    if (!read)
        return read.error();
    return sums;
}

ChargeDetails detailsOf(QList<ChargeSum> sums, int dearest)
{
    const auto firstOther = sums.begin() + std::min(qsizetype(dearest), sums.size());
    std::partial_sort(
        sums.begin(), firstOther, sums.end(), [](const ChargeSum &a, const ChargeSum &b) {
            return a.totals.cost == b.totals.cost ? a.key < b.key : b.totals.cost < a.totals.cost;
        });
    ChargeDetails details;
    for (const ChargeSum &sum : std::as_const(sums)) {
        if (sum.key.isEmpty() || sum.totals.requests == sum.totals.unpriced)
            continue;
        ++details.conversations;
        details.conversationSpend += sum.totals.cost;
    }
    for (auto each = firstOther; each != sums.end(); ++each)
        details.others += each->totals;
    details.otherConversations = sums.end() - firstOther;
    sums.erase(firstOther, sums.end());
    details.dearest = std::move(sums);
    return details;
}

} // namespace

Result<ChargeDetails> Ledger::details(const QDateTime &from, const QDateTime &to,
                                      const AttemptFilter &filter, int dearest)
{
    const Result<QString> whose = m_sums.whose();
    if (!whose)
        return whose.error();
    Meant charges = meant(from, to, filter);
    if (!whose->isEmpty())
        charges.sql += u" AND "_s + *whose;
    Result<QList<ChargeSum>> sums = isEmpty(filter)
        ? m_sums.visible({from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch()}, SumBy::Conversation)
        : byConversation(m_connection, charges);
    if (!sums)
        return sums.error();
    const Result<Money> saved = savedByCache(m_connection, charges);
    if (!saved)
        return saved.error();
    ChargeDetails details = detailsOf(*std::move(sums), dearest);
    details.savedByCache = *saved;
    return details;
}

} // namespace Core
