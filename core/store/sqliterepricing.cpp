#include "core/store/sqlite.h"

namespace Core::Sqlite {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Acts and their lines, which like charges are only ever added.
QStringList tables()
{
    return {
        uR"(CREATE TABLE repricing (
    sequence INTEGER PRIMARY KEY,
    workspace_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    since_ms INTEGER,
    until_ms INTEGER,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    charges INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    before_pico INTEGER NOT NULL,
    after_pico INTEGER NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (workspace_id, id)
) STRICT)"_s,
        uR"(CREATE TABLE repriced_charge (
    sequence INTEGER PRIMARY KEY,
    workspace_id INTEGER NOT NULL,
    repricing_id TEXT NOT NULL,
    charge_id TEXT NOT NULL,
    before_pico INTEGER,
    amount_pico INTEGER,
    basis TEXT NOT NULL,
    rate_input INTEGER NOT NULL,
    rate_output INTEGER NOT NULL,
    rate_cached_read INTEGER,
    rate_cache_write INTEGER,
    rate_reasoning INTEGER,
    price_row TEXT NOT NULL
) STRICT)"_s,
        u"CREATE INDEX repriced_charge_newest "
        "ON repriced_charge (workspace_id, charge_id, sequence)"_s,
        u"CREATE INDEX repriced_charge_of "
        "ON repriced_charge (workspace_id, repricing_id, sequence)"_s,
    };
}

QStringList refusals()
{
    QStringList triggers;
    for (const QString &table : {u"repricing"_s, u"repriced_charge"_s}) {
        for (const QString &change : {u"UPDATE"_s, u"DELETE"_s})
            triggers += u"CREATE TRIGGER %1_no_%2 BEFORE %3 ON %1 BEGIN "
                        "SELECT RAISE(ABORT, 're-pricings are append-only'); END"_s.arg(
                            table, change.toLower(), change);
    }
    return triggers;
}

/// The charges with what they are worth now.
const QString view = uR"(CREATE VIEW priced_charge AS
SELECT charge.sequence, charge.workspace_id, charge.id, charge.attempt_id, charge.conversation_id,
    charge.message_id, charge.user_id, charge.at_ms, charge.provider, charge.model,
    charge.strategy, charge.kind, charge.usage_basis, charge.prompt_tokens,
    charge.cached_read_tokens, charge.cache_write_tokens, charge.completion_tokens,
    charge.reasoning_tokens, charge.reported_pico, charge.tier,
    CASE WHEN later.sequence IS NULL THEN charge.amount_pico ELSE later.amount_pico END
        AS amount_pico,
    coalesce(later.basis, charge.basis) AS basis,
    coalesce(later.rate_input, charge.rate_input) AS rate_input,
    coalesce(later.rate_output, charge.rate_output) AS rate_output,
    CASE WHEN later.sequence IS NULL THEN charge.rate_cached_read ELSE later.rate_cached_read END
        AS rate_cached_read,
    CASE WHEN later.sequence IS NULL THEN charge.rate_cache_write ELSE later.rate_cache_write END
        AS rate_cache_write,
    CASE WHEN later.sequence IS NULL THEN charge.rate_reasoning ELSE later.rate_reasoning END
        AS rate_reasoning,
    coalesce(later.price_row, charge.price_row) AS price_row,
    coalesce(later.repricing_id, '') AS repricing_id
FROM charge LEFT JOIN repriced_charge AS later
ON later.workspace_id = charge.workspace_id AND later.charge_id = charge.id
AND later.sequence = (SELECT max(one.sequence) FROM repriced_charge AS one
    WHERE one.workspace_id = charge.workspace_id AND one.charge_id = charge.id))"_s;

} // namespace

QStringList repricingStep()
{
    return QStringList{u"ALTER TABLE charge ADD COLUMN tier TEXT NOT NULL DEFAULT ''"_s,
                       u"ALTER TABLE attempt ADD COLUMN tier TEXT NOT NULL DEFAULT ''"_s,
                       u"CREATE INDEX attempt_by_time ON attempt "
                       "(workspace_id, at_ms, provider, model, strategy, total_ms) "
                       "WHERE state = 'complete'"_s}
    + tables() + refusals() + QStringList{view};
}

} // namespace Core::Sqlite
