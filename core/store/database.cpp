#include "core/store/database.h"

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/store/rows.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFileInfo>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString markerPath(const QString &path)
{
    return path + u".exists"_s;
}

/// A file that SQLite would take for a new, empty database although a store was here.
Result<void> checkFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return Error{Error::Kind::StoreFailed, u"it is a folder"_s, path};
    const bool existed = QFileInfo::exists(markerPath(path));
    if (existed && (!file.exists() || file.size() == 0))
        return Error{Error::Kind::StoreDamaged, u"the file is empty or gone"_s, path};
    if (!file.exists() || file.size() == 0)
        return {};
    QFile content(path);
    if (!content.open(QIODevice::ReadOnly))
        return Error{Error::Kind::FileAccess, content.errorString(), path};
    if (content.read(16) != QByteArray("SQLite format 3\0", 16))
        return Error{Error::Kind::StoreDamaged, u"it is not a database"_s, path};
    return {};
}

void writeMarker(const QString &path)
{
    QFile marker(markerPath(path));
    if (!marker.exists() && marker.open(QIODevice::WriteOnly))
        marker.write("A Skein store lies beside this file.\n");
}

} // namespace

Database::Database(const Clock &clock)
    : m_clock(clock)
{
}

Result<StoreInfo> Database::open(const QString &path)
{
    m_path = path;
    if (const auto sound = checkFile(path); !sound)
        return sound.error();
    const QFileInfo file(path);
    if (!file.exists() && !QDir().mkpath(file.absolutePath()))
        return Error{Error::Kind::FileAccess, u"the folder cannot be made"_s, file.absolutePath()};

    const bool writable = !file.exists() || file.isWritable();
    if (const auto opened = m_connection.open(path, !writable); !opened)
        return opened.error();
    if (!writable)
        m_readOnly = Error{Error::Kind::StoreReadOnly, u"the file may not be written"_s, path};
    if (const auto ready = prepare(); !ready)
        return ready.error();

    StoreInfo info{.location = path, .readOnly = m_readOnly.has_value(), .whyReadOnly = m_readOnly};
    const auto version = schemaVersion(m_connection);
    if (!version)
        return version.error();
    info.version = *version;
    const auto conversations =
        number(u"SELECT count(*) FROM conversation WHERE workspace_id = 1 AND active = 1"_s);
    const auto messages = number(u"SELECT count(*) FROM message"_s);
    if (!conversations || !messages)
        return conversations ? messages.error() : conversations.error();
    info.conversations = *conversations;
    info.messages = *messages;
    return info;
}

Result<void> Database::prepare()
{
    const auto version = schemaVersion(m_connection);
    if (!version)
        return version.error();
    if (*version > newestSchema()) {
        m_readOnly =
            Error{.kind = Error::Kind::StoreNewer,
                  .detail = u"schema %1, this program knows %2"_s.arg(*version).arg(newestSchema()),
                  .where = m_path};
        return {};
    }
    if (m_readOnly)
        return {};
    const auto owner = number(u"PRAGMA application_id"_s);
    if (owner && *owner != 0 && *owner != applicationId)
        return Error{Error::Kind::StoreDamaged, u"the file belongs to another program"_s, m_path};
    const auto set = m_connection.execute(
        {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
         u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
         u"PRAGMA cell_size_check = ON"_s, u"PRAGMA journal_size_limit = 67108864"_s});
    if (!set)
        return set;
    if (const auto done = migrate(m_connection); !done)
        return done;
    writeMarker(m_path);
    return recoverInterrupted();
}

Result<void> Database::recoverInterrupted()
{
    const auto open = number(u"SELECT count(*) FROM attempt WHERE state = 'sent'"_s);
    if (!open || *open == 0)
        return open ? Result<void>() : Result<void>(open.error());

    // What the provider billed for them is not known: an unpriced charge each says so.
    QList<Charge> unknown;
    const auto query = m_connection.run(
        u"SELECT attempt.id, attempt.conversation_id, message_id, user_id, at_ms, "
        u"attempt.provider, "
        "attempt.model, attempt.strategy FROM attempt LEFT JOIN conversation ON "
        "conversation.workspace_id = 1 AND conversation.id = attempt.conversation_id "
        "WHERE state = 'sent'"_s);
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        unknown.append({.id = newId(),
                        .attemptId = row.value(0).toString(),
                        .conversationId = row.value(1).toString(),
                        .messageId = row.value(2).toString(),
                        .userId = row.value(3).toString(),
                        .at = timeAt(row.value(4)),
                        .provider = row.value(5).toString(),
                        .model = row.value(6).toString(),
                        .strategy = row.value(7).toString()});
    }
    return m_connection.inTransaction([&]() -> Result<void> {
        for (const Charge &charge : unknown) {
            if (const auto added = insertCharge(charge); !added)
                return added.error();
        }
        return m_connection.execute(
            {u"UPDATE message SET status = 'interrupted', content = coalesce((SELECT text FROM "
             u"journal "
             "WHERE message_id = message.id), content) WHERE status = 'streaming'"_s,
             u"UPDATE conversation SET has_error = 1 WHERE EXISTS (SELECT 1 FROM attempt "
             "WHERE conversation_id = conversation.id AND state = 'sent')"_s,
             u"UPDATE attempt SET state = 'interrupted' WHERE state = 'sent'"_s,
             u"DELETE FROM journal"_s});
    });
}

Result<void> Database::requireWritable() const
{
    return m_readOnly ? Result<void>(*m_readOnly) : Result<void>();
}

Result<void> Database::write(const std::function<Result<void>()> &work)
{
    if (const auto allowed = requireWritable(); !allowed)
        return allowed;
    return m_connection.inTransaction(work);
}

Result<qint64> Database::number(const QString &statement, const QVariantList &values)
{
    const auto query = m_connection.run(statement, values);
    if (!query)
        return query.error();
    const qint64 result = (*query)->next() ? (*query)->value(0).toLongLong() : 0;
    (*query)->finish();
    return result;
}

// --- small things ---

Result<QList<ReplyTemplate>> Database::templates()
{
    const auto query = m_connection.run(
        u"SELECT id, name, text FROM reply_template WHERE workspace_id = 1 ORDER BY name, id"_s);
    if (!query)
        return query.error();
    QList<ReplyTemplate> all;
    while ((*query)->next())
        all.append({(*query)->value(0).toString(), (*query)->value(1).toString(),
                    (*query)->value(2).toString()});
    return all;
}

Result<void> Database::saveTemplate(const ReplyTemplate &reply)
{
    return write([&]() -> Result<void> {
        const auto saved = m_connection.run(
            u"INSERT INTO reply_template (workspace_id, id, name, text) VALUES (1, ?, ?, ?) "
            "ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, text = excluded.text"_s,
            {reply.id.isEmpty() ? newId() : reply.id, cleanText(reply.name),
             cleanText(reply.text)});
        return saved ? Result<void>() : saved.error();
    });
}

Result<void> Database::removeTemplate(const QString &id)
{
    return write([&]() -> Result<void> {
        const auto removed = m_connection.run(
            u"DELETE FROM reply_template WHERE workspace_id = 1 AND id = ?"_s, {id});
        return removed ? Result<void>() : removed.error();
    });
}

Result<QString> Database::value(const QString &name)
{
    const auto query =
        m_connection.run(u"SELECT json FROM setting WHERE workspace_id = 1 AND name = ?"_s, {name});
    if (!query)
        return query.error();
    return (*query)->next() ? (*query)->value(0).toString() : QString();
}

Result<void> Database::setValue(const QString &name, const QString &json)
{
    return write([&]() -> Result<void> {
        const auto saved = m_connection.run(
            u"INSERT INTO setting (workspace_id, name, json) VALUES (1, ?, ?) "
            "ON CONFLICT (workspace_id, name) DO UPDATE SET json = excluded.json"_s,
            {name, cleanText(json)});
        return saved ? Result<void>() : saved.error();
    });
}

} // namespace Core
