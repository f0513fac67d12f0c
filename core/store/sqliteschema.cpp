#include "core/store/sqlite.h"

namespace Core::Sqlite {

using namespace Qt::Literals::StringLiterals;

// Every table has workspace_id first in its key, so that many workspaces can share one
// database and be spread over several. Times are milliseconds since 1970 in UTC, money is
// 1e-12 USD, both whole numbers. Words are stored by name and never by number, since numbers
// of an enumeration change. "No id" is an empty text, "not known" is NULL.

namespace {

QStringList conversations()
{
    return {
        // now_ms is set at the beginning of every transaction that writes: triggers take the
        // time from there, since they cannot ask the program's clock.
        uR"(CREATE TABLE workspace (
    workspace_id INTEGER PRIMARY KEY,
    store_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    now_ms INTEGER NOT NULL
) STRICT)"_s,
        uR"(CREATE TABLE conversation (
    workspace_id INTEGER NOT NULL REFERENCES workspace,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    title TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    strategy TEXT NOT NULL,
    tags TEXT NOT NULL,
    metadata TEXT NOT NULL,
    active_leaf TEXT NOT NULL,
    message_count INTEGER NOT NULL,
    cost_pico INTEGER NOT NULL,
    unpriced_requests INTEGER NOT NULL,
    has_error INTEGER NOT NULL CHECK (has_error IN (0, 1)),
    last_line TEXT NOT NULL,
    draft TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
) STRICT)"_s,
        u"CREATE INDEX conversation_newest "
        "ON conversation (workspace_id, active, pinned, updated_ms, id)"_s,
        u"CREATE INDEX conversation_of_user "
        "ON conversation (workspace_id, user_id, active, pinned, updated_ms, id)"_s,
        uR"(CREATE TRIGGER conversation_updated AFTER UPDATE OF
    title, user_id, active, pinned, tags, metadata, provider, model, strategy, message_count,
    has_error ON conversation
BEGIN
    UPDATE conversation
    SET updated_ms = max(OLD.updated_ms,
                         (SELECT now_ms FROM workspace WHERE workspace_id = NEW.workspace_id))
    WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END)"_s,
        uR"(CREATE TABLE conversation_tag (
    workspace_id INTEGER NOT NULL,
    conversation_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, tag),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
) STRICT, WITHOUT ROWID)"_s,
    };
}

QStringList messages()
{
    return {
        uR"(CREATE TABLE message (
    sequence INTEGER PRIMARY KEY,
    workspace_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    parent_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
    status TEXT NOT NULL CHECK (status IN
        ('complete', 'streaming', 'interrupted', 'stopped', 'truncated', 'failed')),
    created_ms INTEGER,
    tokens INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    name TEXT NOT NULL,
    tool_call_id TEXT NOT NULL,
    model TEXT NOT NULL,
    hash BLOB NOT NULL,
    content TEXT NOT NULL,
    reasoning TEXT NOT NULL,
    tool_calls TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
) STRICT)"_s,
        u"CREATE INDEX message_in_order ON message (workspace_id, conversation_id, sequence)"_s,
        u"CREATE INDEX message_by_time ON message (workspace_id, created_ms, sequence)"_s,
        u"CREATE INDEX message_streaming ON message (workspace_id, id) "
        "WHERE status = 'streaming'"_s,
        // The text so far of answers that still arrive, in pieces: each is written once.
        uR"(CREATE TABLE journal (
    workspace_id INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (workspace_id, message_id, position)
) STRICT, WITHOUT ROWID)"_s,
        // Holds no text: the hits are marked in the message itself. What is indexed is folded
        // before, which makes đ a d.
        u"CREATE VIRTUAL TABLE message_search USING fts5("
        "folded, content='', tokenize='unicode61 remove_diacritics 2')"_s,
    };
}

QStringList attempts()
{
    return {
        uR"(CREATE TABLE attempt (
    workspace_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    strategy TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('sent', 'complete', 'interrupted', 'stopped', 'failed')),
    status INTEGER NOT NULL,
    error TEXT NOT NULL,
    usage_basis TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    cached_read_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    reported_pico INTEGER,
    queued_ms INTEGER NOT NULL,
    connected_ms INTEGER NOT NULL,
    first_token_ms INTEGER NOT NULL,
    total_ms INTEGER NOT NULL,
    retries TEXT NOT NULL,
    request_url TEXT NOT NULL,
    request_headers TEXT NOT NULL,
    response_headers TEXT NOT NULL,
    request_body BLOB NOT NULL,
    plan BLOB NOT NULL,
    response_body BLOB NOT NULL,
    PRIMARY KEY (workspace_id, id)
) STRICT)"_s,
        u"CREATE INDEX attempt_of_conversation "
        "ON attempt (workspace_id, conversation_id, at_ms)"_s,
        u"CREATE INDEX attempt_of_message ON attempt (workspace_id, message_id, at_ms)"_s,
        u"CREATE INDEX attempt_open ON attempt (workspace_id, id) WHERE state = 'sent'"_s,
    };
}

QStringList ledger()
{
    return {
        // hash chains each line to the one before it.
        uR"(CREATE TABLE charge (
    sequence INTEGER PRIMARY KEY,
    workspace_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    strategy TEXT NOT NULL,
    kind TEXT NOT NULL,
    usage_basis TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    cached_read_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    reported_pico INTEGER,
    amount_pico INTEGER,
    basis TEXT NOT NULL,
    rate_input INTEGER NOT NULL,
    rate_output INTEGER NOT NULL,
    rate_cached_read INTEGER,
    rate_cache_write INTEGER,
    rate_reasoning INTEGER,
    price_row TEXT NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (workspace_id, id)
) STRICT)"_s,
        u"CREATE UNIQUE INDEX charge_of_attempt ON charge (workspace_id, attempt_id) "
        "WHERE attempt_id <> ''"_s,
        u"CREATE INDEX charge_by_time ON charge (workspace_id, at_ms, sequence)"_s,
        u"CREATE INDEX charge_of_conversation "
        "ON charge (workspace_id, conversation_id, sequence)"_s,
        uR"(CREATE TRIGGER charge_unchanged BEFORE UPDATE ON charge
BEGIN
    SELECT RAISE(ABORT, 'charges are append-only');
END)"_s,
        uR"(CREATE TRIGGER charge_kept BEFORE DELETE ON charge
BEGIN
    SELECT RAISE(ABORT, 'charges are append-only');
END)"_s,
        // hour counts from 1970 in UTC.
        uR"(CREATE TABLE hour_sum (
    workspace_id INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    strategy TEXT NOT NULL,
    kind TEXT NOT NULL,
    requests INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    cached_read_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    cost_pico INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, hour, user_id, provider, model, strategy, kind)
) STRICT, WITHOUT ROWID)"_s,
    };
}

QStringList notes()
{
    return {
        uR"(CREATE TABLE summary (
    workspace_id INTEGER NOT NULL,
    conversation_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    last_covered TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (workspace_id, conversation_id, version),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
) STRICT)"_s,
        uR"(CREATE TABLE hand_mark (
    workspace_id INTEGER NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('pinned', 'excluded')),
    PRIMARY KEY (workspace_id, conversation_id, message_id),
    FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE reply_template (
    workspace_id INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
) STRICT)"_s,
        uR"(CREATE TABLE setting (
    workspace_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (workspace_id, name)
) STRICT)"_s,
    };
}

/// Sums by one thing at a time, so that a report over a year reads thousands of rows and not
/// a million. `start` counts hours from 1970 in UTC; `hours` is 1 or 24.
QStringList chargeSums()
{
    QStringList steps{
        uR"(CREATE TABLE charge_sum (
    workspace_id INTEGER NOT NULL,
    dimension TEXT NOT NULL,
    hours INTEGER NOT NULL CHECK (hours IN (1, 24)),
    start INTEGER NOT NULL,
    key TEXT NOT NULL,
    requests INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    cached_read_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    cost_pico INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, dimension, hours, start, key)
) STRICT, WITHOUT ROWID)"_s,
        u"INSERT INTO charge_sum SELECT workspace_id, 'conversation', 24, "
        "at_ms / 86400000 * 24 AS start, conversation_id, count(*), sum(prompt_tokens), "
        "sum(cached_read_tokens), sum(cache_write_tokens), sum(completion_tokens), "
        "sum(reasoning_tokens), sum(coalesce(amount_pico, 0)), sum(amount_pico IS NULL), "
        "sum(basis = 'estimated') FROM charge GROUP BY workspace_id, start, conversation_id"_s};
    const QList<std::pair<QString, QString>> dimensions{
        {u"all"_s, u"''"_s},      {u"user"_s, u"user_id"_s},      {u"provider"_s, u"provider"_s},
        {u"model"_s, u"model"_s}, {u"strategy"_s, u"strategy"_s}, {u"kind"_s, u"kind"_s}};
    for (const auto &[name, column] : dimensions) {
        for (const int hours : {1, 24})
            steps += u"INSERT INTO charge_sum SELECT workspace_id, '%1', %2, "
                     "hour / %2 * %2 AS start, %3 AS own, sum(requests), sum(prompt_tokens), "
                     "sum(cached_read_tokens), sum(cache_write_tokens), sum(completion_tokens), "
                     "sum(reasoning_tokens), sum(cost_pico), sum(unpriced), sum(estimated) "
                     "FROM hour_sum GROUP BY workspace_id, start, own"_s.arg(
                         name, QString::number(hours), column);
    }
    return steps;
}

/// Money set aside for calls that are on their way.
QStringList reservations()
{
    return {uR"(CREATE TABLE reservation (
    workspace_id INTEGER NOT NULL,
    attempt_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    amount_pico INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, attempt_id)
) STRICT, WITHOUT ROWID)"_s,
            u"CREATE INDEX conversation_of_tag ON conversation_tag (workspace_id, tag)"_s};
}

/// Who should have served an attempt, and what was found out about it.
QStringList assignments()
{
    return {
        u"ALTER TABLE attempt ADD COLUMN assigned TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE attempt ADD COLUMN remarks TEXT NOT NULL DEFAULT ''"_s,
    };
}

QStringList authors()
{
    return {u"ALTER TABLE message ADD COLUMN author TEXT NOT NULL DEFAULT ''"_s};
}

/// A list by activity stays as it is while somebody tidies it up: only messages move a
/// conversation, and neither its name, its tags, a pin nor a removal that is undone.
QStringList activity()
{
    return {u"DROP TRIGGER conversation_updated"_s,
            uR"(CREATE TRIGGER conversation_updated AFTER UPDATE OF
    message_count, has_error ON conversation
BEGIN
    UPDATE conversation
    SET updated_ms = max(OLD.updated_ms,
                         (SELECT now_ms FROM workspace WHERE workspace_id = NEW.workspace_id))
    WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END)"_s};
}

} // namespace

QList<QStringList> schemaSteps()
{
    return {
        conversations() + messages() + attempts() + ledger() + notes(),
        chargeSums() + reservations(),
        assignments(),
        repricingStep(),
        authors(),
        activity(),
    };
}

} // namespace Core::Sqlite
