#include "core/store/journal.h"

#include "core/store/storedvalues.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

Result<void> Journal::write(const QHash<QString, QString> &texts)
{
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (const Result<void> written = writeOne(text.key(), text.value()); !written)
            return written;
    }
    return {};
}

Result<void> Journal::writeOne(const QString &messageId, const QString &text)
{
    // Half a surrogate pair is not text yet; it is written with its other half.
    const bool isCut = !text.isEmpty() && text.back().isHighSurrogate();
    const QString whole = isCut ? text.chopped(1) : text;

    const QString before = m_written.value(messageId);
    const bool grew = whole.startsWith(before);
    if (grew && whole.size() == before.size())
        return {};
    if (!grew) {
        if (const Result<void> removed = remove(messageId); !removed)
            return removed;
    }
    const qsizetype from = grew ? before.size() : 0;
    const Result<int> written =
        m_connection.change(u"INSERT INTO journal (workspace_id, message_id, position, text) "
                            "SELECT workspace_id, id, ?, ? FROM message "
                            "WHERE workspace_id = ? AND id = ? AND status = 'streaming'"_s,
                            {from, stored(whole.mid(from)), workspaceId, storedId(messageId)});
    if (!written)
        return written.error();
    if (*written > 0)
        m_writing.insert(messageId, whole);
    return {};
}

Result<QString> Journal::textOf(const QString &messageId)
{
    QString text;
    const Result<void> read = m_connection.read(
        u"SELECT text FROM journal WHERE workspace_id = ? AND message_id = ? ORDER BY position"_s,
        {workspaceId, storedId(messageId)}, [&](const Row &row) { text += row.text(0); });
    if (!read)
        return read.error();
    return text;
}

Result<void> Journal::remove(const QString &messageId)
{
    const Result<int> removed =
        m_connection.change(u"DELETE FROM journal WHERE workspace_id = ? AND message_id = ?"_s,
                            {workspaceId, storedId(messageId)});
    if (!removed)
        return removed.error();
    m_writing.insert(messageId, QString());
    return {};
}

Result<void> Journal::removeOf(const QString &conversationId)
{
    const Result<int> removed = m_connection.change(
        u"DELETE FROM journal WHERE workspace_id = ? AND message_id IN (SELECT id FROM message "
        "WHERE workspace_id = ? AND conversation_id = ? AND status = 'streaming')"_s,
        {workspaceId, workspaceId, storedId(conversationId)});
    return removed ? Result<void>() : removed.error();
}

void Journal::committed()
{
    for (auto text = m_writing.cbegin(); text != m_writing.cend(); ++text) {
        if (text->isEmpty())
            m_written.remove(text.key());
        else
            m_written.insert(text.key(), *text);
    }
    m_writing.clear();
}

void Journal::rolledBack()
{
    m_writing.clear();
}

} // namespace Core
