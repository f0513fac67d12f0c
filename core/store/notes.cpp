#include "core/store/notes.h"

#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> ran(const Result<int> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<QList<Summary>> Notes::summaries(const QString &conversationId)
{
    QList<Summary> summaries;
    const Result<void> read = m_connection.read(
        u"SELECT id, text, last_covered, made_by, created_ms, version FROM summary "
        "WHERE workspace_id = ? AND conversation_id = ? ORDER BY version"_s,
        {workspaceId, storedId(conversationId)}, [&](const Row &row) {
            summaries.append({.id = row.text(0),
                              .text = row.text(1),
                              .lastCovered = row.text(2),
                              .madeBy = row.text(3),
                              .conversationId = conversationId,
                              .createdAt = row.time(4),
                              .version = int(row.number(5))});
        });
    if (!read)
        return read.error();
    return summaries;
}

Result<int> Notes::addSummary(const Summary &summary)
{
    const Result<QVariant> version = m_connection.value(
        u"INSERT INTO summary (workspace_id, conversation_id, version, id, created_ms, made_by, "
        "last_covered, text) SELECT ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ? "
        "FROM summary WHERE workspace_id = ? AND conversation_id = ? RETURNING version"_s,
        {workspaceId, storedId(summary.conversationId), storedId(summary.id),
         storedTime(summary.createdAt), stored(summary.madeBy), storedId(summary.lastCovered),
         stored(summary.text), workspaceId, storedId(summary.conversationId)});
    if (!version)
        return version.error();
    return version->toInt();
}

Result<void> Notes::insertNewSummary(const Summary &summary)
{
    return ran(m_connection.change(
        u"INSERT INTO summary (workspace_id, conversation_id, version, id, created_ms, made_by, "
        "last_covered, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {workspaceId, storedId(summary.conversationId), summary.version, storedId(summary.id),
         storedTime(summary.createdAt), stored(summary.madeBy), storedId(summary.lastCovered),
         stored(summary.text)}));
}

Result<void> Notes::insertAll(const QString &conversationId, const Bundle &bundle,
                              const QDateTime &now)
{
    for (Summary summary : bundle.summaries) {
        summary.conversationId = conversationId;
        if (!summary.createdAt.isValid())
            summary.createdAt = now;
        if (const Result<void> done = insertNewSummary(summary); !done)
            return done;
    }
    const auto setAll = [&](const QSet<QString> &messages, HandMark mark) -> Result<void> {
        for (const QString &message : messages) {
            if (const Result<void> done = setHandMark(conversationId, message, mark); !done)
                return done;
        }
        return {};
    };
    const Result<void> pinned = setAll(bundle.marks.pinned, HandMark::Pinned);
    return pinned ? setAll(bundle.marks.excluded, HandMark::Excluded) : pinned;
}

Result<HandMarks> Notes::handMarks(const QString &conversationId)
{
    HandMarks marks;
    const Result<void> read = m_connection.read(
        u"SELECT message_id, mark FROM hand_mark WHERE workspace_id = ? AND conversation_id = ?"_s,
        {workspaceId, storedId(conversationId)}, [&](const Row &row) {
            QSet<QString> &ids = row.text(1) == "pinned"_L1 ? marks.pinned : marks.excluded;
            ids.insert(row.text(0));
        });
    if (!read)
        return read.error();
    return marks;
}

Result<void> Notes::setHandMark(const QString &conversationId, const QString &messageId,
                                HandMark mark)
{
    if (mark == HandMark::None)
        return ran(m_connection.change(
            u"DELETE FROM hand_mark WHERE workspace_id = ? AND conversation_id = ? "
            "AND message_id = ?"_s,
            {workspaceId, storedId(conversationId), storedId(messageId)}));
    const QString name = mark == HandMark::Pinned ? u"pinned"_s : u"excluded"_s;
    return ran(m_connection.change(
        u"INSERT INTO hand_mark (workspace_id, conversation_id, message_id, mark) "
        "VALUES (?, ?, ?, ?) ON CONFLICT (workspace_id, conversation_id, message_id) "
        "DO UPDATE SET mark = excluded.mark"_s,
        {workspaceId, storedId(conversationId), storedId(messageId), name}));
}

Result<QList<ReplyTemplate>> Notes::templates()
{
    QList<ReplyTemplate> templates;
    const Result<void> read = m_connection.read(
        u"SELECT id, name, text FROM reply_template WHERE workspace_id = ? ORDER BY name, id"_s,
        {workspaceId}, [&](const Row &row) {
            templates.append({.id = row.text(0), .name = row.text(1), .text = row.text(2)});
        });
    if (!read)
        return read.error();
    return templates;
}

Result<void> Notes::saveTemplate(const ReplyTemplate &reply)
{
    return ran(m_connection.change(
        u"INSERT INTO reply_template (workspace_id, id, name, text) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, "
        "text = excluded.text"_s,
        {workspaceId, stored(reply.id), stored(reply.name), stored(reply.text)}));
}

Result<void> Notes::removeTemplate(const QString &id)
{
    return ran(
        m_connection.change(u"DELETE FROM reply_template WHERE workspace_id = ? AND id = ?"_s,
                            {workspaceId, stored(id)}));
}

Result<QList<std::pair<QString, QString>>> Notes::values(const QString &beginning)
{
    QList<std::pair<QString, QString>> values;
    const Result<void> read = m_connection.read(
        u"SELECT name, value FROM setting WHERE workspace_id = ? "
        "AND substr(name, 1, ?) = ? ORDER BY name"_s,
        {workspaceId, int(beginning.size()), stored(beginning)}, [&](const Row &row) {
            values.append({row.text(0), row.text(1)});
        });
    if (!read)
        return read.error();
    return values;
}

Result<QString> Notes::value(const QString &name)
{
    const Result<QVariant> value =
        m_connection.value(u"SELECT value FROM setting WHERE workspace_id = ? AND name = ?"_s,
                           {workspaceId, stored(name)});
    if (!value)
        return value.error();
    return value->toString();
}

Result<void> Notes::setValue(const QString &name, const QString &json)
{
    if (json.isEmpty())
        return ran(m_connection.change(u"DELETE FROM setting WHERE workspace_id = ? AND name = ?"_s,
                                       {workspaceId, stored(name)}));
    return ran(m_connection.change(
        u"INSERT INTO setting (workspace_id, name, value) VALUES (?, ?, ?) "
        "ON CONFLICT (workspace_id, name) DO UPDATE SET value = excluded.value"_s,
        {workspaceId, stored(name), stored(json)}));
}

Result<void> Notes::removeValuesOf(const QString &conversationId)
{
    QString ending = u'/' + conversationId;
    for (const QChar wild : {u'!', u'%', u'_'})
        ending.replace(wild, QString(u'!') + wild);
    return ran(m_connection.change(
        u"DELETE FROM setting WHERE workspace_id = ? AND name LIKE ? ESCAPE '!'"_s,
        {workspaceId, stored(u'%' + ending)}));
}

} // namespace Core
