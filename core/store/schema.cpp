#include "core/store/schema.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

// A step is never changed once it was released; a new one is added below it. Every key
// begins with workspace_id, so that a team's store can be spread by it.
const QStringList &firstStep()
{
    static const QStringList statements{
        u"CREATE TABLE workspace (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"_s,
        u"INSERT INTO workspace (id, name) VALUES (1, 'own')"_s,
        u"CREATE TABLE conversation ("
        "workspace_id INTEGER NOT NULL REFERENCES workspace (id), id TEXT NOT NULL, "
        "title TEXT NOT NULL, user_id TEXT NOT NULL, created_ms INTEGER NOT NULL, "
        "updated_ms INTEGER NOT NULL, active INTEGER NOT NULL, pinned INTEGER NOT NULL, "
        "tags TEXT NOT NULL, metadata TEXT NOT NULL, active_leaf TEXT NOT NULL, "
        "provider TEXT NOT NULL, model TEXT NOT NULL, strategy TEXT NOT NULL, "
        "draft TEXT NOT NULL, last_line TEXT NOT NULL, message_count INTEGER NOT NULL, "
        "cost_pico INTEGER NOT NULL, unpriced INTEGER NOT NULL, has_error INTEGER NOT NULL, "
        "PRIMARY KEY (workspace_id, id)) STRICT, WITHOUT ROWID"_s,
        u"CREATE INDEX conversation_in_order ON conversation "
        "(workspace_id, active, pinned DESC, updated_ms DESC, id DESC)"_s,
        u"CREATE INDEX conversation_of_user ON conversation "
        "(workspace_id, user_id, active, updated_ms DESC, id DESC)"_s,
        u"CREATE TABLE message ("
        "sequence INTEGER PRIMARY KEY, workspace_id INTEGER NOT NULL, id TEXT NOT NULL, "
        "conversation_id TEXT NOT NULL, parent_id TEXT NOT NULL, role TEXT NOT NULL, "
        "status TEXT NOT NULL, content TEXT NOT NULL, reasoning TEXT NOT NULL, "
        "name TEXT NOT NULL, tool_calls TEXT NOT NULL, tool_call_id TEXT NOT NULL, "
        "model TEXT NOT NULL, created_ms INTEGER, metadata TEXT NOT NULL, "
        "token_count INTEGER NOT NULL, encoding INTEGER NOT NULL, "
        "UNIQUE (workspace_id, id), FOREIGN KEY (workspace_id, conversation_id) "
        "REFERENCES conversation (workspace_id, id) ON DELETE CASCADE) STRICT"_s,
        u"CREATE INDEX message_in_order ON message (workspace_id, conversation_id, sequence)"_s,
        u"CREATE VIRTUAL TABLE message_text USING fts5 "
        "(folded, tokenize = 'unicode61 remove_diacritics 2')"_s,
        u"CREATE TRIGGER message_moves_conversation AFTER INSERT ON message "
        "WHEN NEW.created_ms IS NOT NULL BEGIN "
        "UPDATE conversation SET updated_ms = max(updated_ms, NEW.created_ms) "
        "WHERE workspace_id = NEW.workspace_id AND id = NEW.conversation_id; END"_s,
        u"CREATE TRIGGER message_text_goes AFTER DELETE ON message BEGIN "
        "DELETE FROM message_text WHERE rowid = OLD.sequence; END"_s,
        u"CREATE TABLE attempt ("
        "workspace_id INTEGER NOT NULL, id TEXT NOT NULL, conversation_id TEXT NOT NULL, "
        "message_id TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, "
        "strategy TEXT NOT NULL, at_ms INTEGER NOT NULL, state TEXT NOT NULL, "
        "request_url TEXT NOT NULL, request_headers TEXT NOT NULL, request_body BLOB NOT NULL, "
        "plan BLOB NOT NULL, status INTEGER NOT NULL, response_headers TEXT NOT NULL, "
        "response_body BLOB NOT NULL, error TEXT NOT NULL, usage TEXT NOT NULL, "
        "timing TEXT NOT NULL, retries TEXT NOT NULL, PRIMARY KEY (workspace_id, id)) STRICT"_s,
        u"CREATE INDEX attempt_of_message ON attempt (workspace_id, message_id, at_ms)"_s,
        u"CREATE INDEX attempt_of_conversation ON attempt (workspace_id, conversation_id, at_ms)"_s,
        u"CREATE TABLE charge ("
        "workspace_id INTEGER NOT NULL, id TEXT NOT NULL, attempt_id TEXT NOT NULL, "
        "conversation_id TEXT NOT NULL, message_id TEXT NOT NULL, user_id TEXT NOT NULL, "
        "at_ms INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, "
        "strategy TEXT NOT NULL, kind TEXT NOT NULL, prompt INTEGER NOT NULL, "
        "cached_read INTEGER NOT NULL, cache_write INTEGER NOT NULL, "
        "completion INTEGER NOT NULL, reasoning INTEGER NOT NULL, reported_pico INTEGER, "
        "usage_reported INTEGER NOT NULL, amount_pico INTEGER, basis TEXT NOT NULL, "
        "rates TEXT NOT NULL, price_row TEXT NOT NULL, PRIMARY KEY (workspace_id, id)) STRICT"_s,
        u"CREATE INDEX charge_in_order ON charge (workspace_id, at_ms)"_s,
        u"CREATE INDEX charge_of_conversation ON charge (workspace_id, conversation_id, at_ms)"_s,
        u"CREATE TRIGGER charge_stays BEFORE UPDATE ON charge BEGIN "
        "SELECT RAISE(ABORT, 'a charge is never changed'); END"_s,
        u"CREATE TRIGGER charge_is_kept BEFORE DELETE ON charge BEGIN "
        "SELECT RAISE(ABORT, 'a charge is never removed'); END"_s,
        u"CREATE TABLE charge_hour ("
        "workspace_id INTEGER NOT NULL, hour_ms INTEGER NOT NULL, user_id TEXT NOT NULL, "
        "provider TEXT NOT NULL, model TEXT NOT NULL, strategy TEXT NOT NULL, kind TEXT NOT NULL, "
        "requests INTEGER NOT NULL, prompt INTEGER NOT NULL, cached_read INTEGER NOT NULL, "
        "cache_write INTEGER NOT NULL, completion INTEGER NOT NULL, reasoning INTEGER NOT NULL, "
        "cost_pico INTEGER NOT NULL, unpriced INTEGER NOT NULL, estimated INTEGER NOT NULL, "
        "PRIMARY KEY (workspace_id, hour_ms, user_id, provider, model, strategy, kind)) "
        "STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE journal (workspace_id INTEGER NOT NULL, message_id TEXT NOT NULL, "
        "text TEXT NOT NULL, PRIMARY KEY (workspace_id, message_id)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE summary (workspace_id INTEGER NOT NULL, id TEXT NOT NULL, "
        "conversation_id TEXT NOT NULL, text TEXT NOT NULL, last_covered TEXT NOT NULL, "
        "made_by TEXT NOT NULL, created_ms INTEGER NOT NULL, version INTEGER NOT NULL, "
        "PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, conversation_id, version)) STRICT"_s,
        u"CREATE TABLE hand_mark (workspace_id INTEGER NOT NULL, message_id TEXT NOT NULL, "
        "conversation_id TEXT NOT NULL, mark INTEGER NOT NULL, "
        "PRIMARY KEY (workspace_id, message_id)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE reply_template (workspace_id INTEGER NOT NULL, id TEXT NOT NULL, "
        "name TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (workspace_id, id)) "
        "STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE setting (workspace_id INTEGER NOT NULL, name TEXT NOT NULL, "
        "json TEXT NOT NULL, PRIMARY KEY (workspace_id, name)) STRICT, WITHOUT ROWID"_s,
    };
    return statements;
}

QList<QStringList> steps()
{
    return {firstStep()};
}

} // namespace

int newestSchema()
{
    return int(steps().size());
}

Result<int> schemaVersion(Connection &connection)
{
    const auto query = connection.run(u"PRAGMA user_version"_s);
    if (!query)
        return query.error();
    const int version = (*query)->next() ? (*query)->value(0).toInt() : 0;
    (*query)->finish();
    return version;
}

Result<void> migrate(Connection &connection)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return version.error();
    const QList<QStringList> all = steps();
    if (*version >= all.size())
        return {};
    return connection.inTransaction([&]() -> Result<void> {
        for (qsizetype i = *version; i < all.size(); ++i) {
            if (const auto done = connection.execute(all[i]); !done)
                return done;
        }
        return connection.execute({u"PRAGMA user_version = %1"_s.arg(all.size()),
                                   u"PRAGMA application_id = %1"_s.arg(applicationId)});
    });
}

} // namespace Core
