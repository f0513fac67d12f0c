#include "core/store/conversationtable.h"

#include "core/store/engine.h"
#include "core/store/storedvalues.h"

// How a row is changed: by hand, where others may have been first, and by what happens to its
// messages.

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The columns to set and their values, in the same order.
struct Assignments
{
    QStringList columns;
    QVariantList values;

    template <typename T, typename Convert>
    void add(const QString &column, const std::optional<T> &value, Convert convert)
    {
        if (!value)
            return;
        columns += column + u" = ?"_s;
        values += QVariant(convert(*value));
    }
};

Assignments assignmentsOf(const ConversationChange &change)
{
    const auto text = [](const QString &value) { return stored(value); };
    const auto flag = [](bool value) { return value; };
    Assignments set;
    set.add(u"title"_s, change.title, text);
    set.add(u"user_id"_s, change.userId, text);
    set.add(u"active"_s, change.active, flag);
    set.add(u"pinned"_s, change.pinned, flag);
    set.add(u"tags"_s, change.tags, storedList);
    set.add(u"draft"_s, change.draft, text);
    set.add(u"active_leaf"_s, change.activeLeaf, storedId);
    set.add(u"provider"_s, change.provider, text);
    set.add(u"model"_s, change.model, text);
    set.add(u"strategy"_s, change.strategy, text);
    set.add(u"metadata"_s, change.metadata, storedObject);
    return set;
}

Error notThere(const QString &id)
{
    return {.kind = Error::Kind::NotFound, .detail = u"conversation %1"_s.arg(id)};
}

/// How many rows were changed. `condition` is SQL that begins with AND, or nothing.
Result<int> assign(Connection &connection, const QString &id, const Assignments &set,
                   const QString &condition, const QVariantList &values)
{
    return connection.change(u"UPDATE conversation SET "_s + set.columns.join(u", "_s)
                                 + u" WHERE workspace_id = ? AND id = ?"_s + condition,
                             set.values + QVariantList{workspaceId, storedId(id)} + values);
}

Result<void> assign(Connection &connection, const QString &id, const Assignments &set)
{
    if (set.columns.isEmpty())
        return {};
    const Result<int> changed = assign(connection, id, set, {}, {});
    if (!changed)
        return changed.error();
    return *changed > 0 ? Result<void>() : notThere(id);
}

} // namespace

Result<void> ConversationTable::changeSeen(const QString &id, const ConversationChange &change,
                                           const SeenFields &seen)
{
    const Assignments set = assignmentsOf(change);
    const QString sameVersion = u" AND %1 = ?"_s.arg(m_connection.dialect().version);
    for (qint64 version = seen.version;;) {
        const Result<int> changed = assign(m_connection, id, set, sameVersion, {version});
        if (!changed)
            return changed.error();
        if (*changed > 0)
            return {};
        const Result<Conversation> now = get(id);
        if (!now)
            return now.error();
        if (now->version == version) // it is seen, but not to be changed by this login
            return notThere(id);
        const ConversationChange fields = seenFields(change, *now).fields;
        if (fields != seen.fields && fields != change)
            return Error{.kind = Error::Kind::StoreConflict,
                         .detail =
                             u"version %1, and %2 was seen"_s.arg(now->version).arg(seen.version),
                         .where = id};
        version = now->version; // others have changed other fields
    }
}

Result<void> ConversationTable::change(const QString &id, const ConversationChange &change,
                                       const std::optional<SeenFields> &seen)
{
    const Result<void> done =
        seen ? changeSeen(id, change, *seen) : assign(m_connection, id, assignmentsOf(change));
    if (!done)
        return done;
    return change.tags ? setTags(id, *change.tags) : Result<void>();
}

Result<void> ConversationTable::changeRow(const QString &id, const RowChange &change)
{
    Assignments set;
    if (change.messagesAdded != 0) {
        set.columns += u"message_count = message_count + ?"_s;
        set.values += change.messagesAdded;
    }
    if (change.cost != Money{} || change.unpriced != 0) {
        set.columns << u"cost_pico = cost_pico + ?"_s
                    << u"unpriced_requests = unpriced_requests + ?"_s;
        set.values << change.cost.pico << change.unpriced;
    }
    const auto text = [](const QString &value) { return stored(value); };
    set.add(u"title"_s, change.title, text);
    set.add(u"active_leaf"_s, change.activeLeaf, storedId);
    if (change.lineOf.isEmpty()) {
        set.add(u"last_line"_s, change.lastLine, text);
    } else {
        set.columns += u"last_line = CASE WHEN active_leaf = ? THEN ? ELSE last_line END"_s;
        set.values << storedId(change.lineOf) << stored(change.lastLine.value_or(QString()));
    }
    set.add(u"has_error"_s, change.hasError, [](bool value) { return value; });
    return assign(m_connection, id, set);
}

Result<void> ConversationTable::addCost(const QString &id, Money amount, int unpriced)
{
    const Result<int> changed = m_connection.change(
        u"UPDATE conversation SET cost_pico = cost_pico + ?, "
        "unpriced_requests = unpriced_requests + ? WHERE workspace_id = ? AND id = ?"_s,
        {amount.pico, unpriced, workspaceId, storedId(id)});
    return changed ? Result<void>() : changed.error();
}

} // namespace Core
