#include "ui/conversations/conversationlistmodel.h"

#include "core/base/async.h"
#include "ui/conversations/listgroup.h"
#include "ui/conversations/rowwords.h"

#include <algorithm>
#include <utility>

ConversationListModel::ConversationListModel(ConversationSource source, QDate today,
                                             QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
    , m_today(today)
{
}

void ConversationListModel::setFilter(const Core::ConversationFilter &filter)
{
    m_filter = filter;
    reload();
}

void ConversationListModel::reload()
{
    ++m_generation;
    beginResetModel();
    m_rows.clear();
    m_ids.clear();
    m_next.reset();
    m_atEnd = false;
    m_fetching = false;
    endResetModel();
    setState(State::Loading);
    fetchMore({});
}

void ConversationListModel::refresh()
{
    if (m_state != State::Ready)
        return reload();
    Core::whenDone(m_source.page(m_filter, std::nullopt, qMax(pageSize, rowCount())), this,
                   [this, asked = m_generation](const Core::Result<Core::ConversationPage> &page) {
                       if (page && asked == m_generation)
                           replace(*page);
                   });
}

void ConversationListModel::setToday(QDate today)
{
    if (m_today == today)
        return;
    m_today = today;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {StartsGroupRole});
}

void ConversationListModel::put(const Core::Conversation &conversation)
{
    const int row = find(conversation.id);
    if (!isShown(conversation)) {
        if (row >= 0)
            removeAt(row);
        return;
    }
    if (row < 0)
        return insert(conversation);
    move(row, placeFor(conversation, row), conversation);
}

void ConversationListModel::take(const QString &id)
{
    if (const int row = find(id); row >= 0)
        removeAt(row);
}

void ConversationListModel::setStreaming(const QString &id, bool streaming)
{
    setMark(m_streaming, id, streaming, StreamingRole);
}

void ConversationListModel::setUnread(const QString &id, bool unread)
{
    setMark(m_unread, id, unread, UnreadRole);
}

QModelIndex ConversationListModel::indexOf(const QString &id) const
{
    const int row = find(id);
    return row < 0 ? QModelIndex() : index(row);
}

std::optional<Core::Conversation> ConversationListModel::conversation(const QString &id) const
{
    const int row = find(id);
    return row < 0 ? std::nullopt : std::optional(m_rows[row].conversation);
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::Conversation &conversation = m_rows[index.row()].conversation;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return conversation.title;
    case Qt::ToolTipRole:
        return RowWords::details(conversation);
    case Qt::AccessibleTextRole:
        return RowWords::spoken(conversation, m_streaming.contains(conversation.id),
                                m_unread.contains(conversation.id));
    case ConversationRole:
        return QVariant::fromValue(conversation);
    case StartsGroupRole:
        return index.row() == 0 || groupAt(index.row()) != groupAt(index.row() - 1);
    case StreamingRole:
        return m_streaming.contains(conversation.id);
    case UnreadRole:
        return m_unread.contains(conversation.id);
    default:
        return {};
    }
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || title.isEmpty())
        return false;
    const Core::Conversation seen = m_rows[index.row()].conversation;
    if (seen.title == title)
        return true;
    emit renamed(seen.id, title); // while the row still is what one saw
    if (const int row = find(seen.id); row >= 0) {
        m_rows[row].conversation.title = title;
        changed(row);
    }
    return true;
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : flags;
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_fetching;
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    Core::whenDone(m_source.page(m_filter, m_next, pageSize), this,
                   [this, asked = m_generation](const Core::Result<Core::ConversationPage> &page) {
                       if (asked == m_generation)
                           append(page);
                   });
}

ConversationListModel::Row ConversationListModel::rowOf(const Core::Conversation &conversation)
{
    return {conversation, conversation.updatedAt.toLocalTime().date()};
}

bool ConversationListModel::isShown(const Core::Conversation &conversation) const
{
    return conversation.active
        && (m_filter.userId.isEmpty() || conversation.userId == m_filter.userId)
        && (m_filter.tag.isEmpty() || conversation.tags.contains(m_filter.tag))
        && (m_filter.provider.isEmpty() || conversation.provider == m_filter.provider)
        && (!m_filter.onlyWithError || conversation.hasError);
}

/// The order of the store: see ConversationKey.
bool ConversationListModel::isBefore(const Core::Conversation &a, const Core::Conversation &b) const
{
    if (m_filter.pinnedFirst && a.pinned != b.pinned)
        return a.pinned;
    if (a.updatedAt != b.updatedAt)
        return a.updatedAt > b.updatedAt;
    return a.id > b.id;
}

/// The row at which it belongs when the row `ignoring` is taken out; -1 ignores none.
int ConversationListModel::placeFor(const Core::Conversation &conversation, int ignoring) const
{
    int place = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (row == ignoring)
            continue;
        if (isBefore(conversation, m_rows[row].conversation))
            break;
        ++place;
    }
    return place;
}

int ConversationListModel::groupAt(int row) const
{
    if (m_filter.pinnedFirst && m_rows[row].conversation.pinned)
        return pinnedGroup;
    return dateGroupNumber(m_rows[row].day, m_today);
}

int ConversationListModel::find(const QString &id) const
{
    if (!m_ids.contains(id))
        return -1;
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const Row &row) { return row.conversation.id == id; });
    return int(found - m_rows.begin());
}

void ConversationListModel::append(const Core::Result<Core::ConversationPage> &page)
{
    m_fetching = false;
    m_atEnd = !page || !page->next;
    if (!page) {
        m_error = page.error();
        return setState(State::Failed);
    }
    m_next = page->next;
    // A row that put() has brought meanwhile is newer than the one in the page.
    QList<Row> fresh;
    for (const Core::Conversation &conversation : page->rows) {
        if (!m_ids.contains(conversation.id))
            fresh.append(rowOf(conversation));
    }
    if (!fresh.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        for (const Row &row : std::as_const(fresh))
            m_ids.insert(row.conversation.id);
        m_rows += fresh;
        endInsertRows();
    }
    setState(State::Ready);
}

void ConversationListModel::replace(const Core::ConversationPage &page)
{
    QSet<QString> there;
    for (const Core::Conversation &conversation : page.rows)
        there.insert(conversation.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!there.contains(m_rows[row].conversation.id))
            removeAt(row);
    }
    m_atEnd = true; // put() leaves what comes with a later page to that page
    for (const Core::Conversation &conversation : page.rows)
        put(conversation);
    m_next = page.next;
    m_atEnd = !page.next;
}

void ConversationListModel::move(int from, int to, const Core::Conversation &conversation)
{
    m_rows[from] = rowOf(conversation);
    if (from != to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.move(from, to);
        endMoveRows();
    }
    changed(from);
    changed(to);
}

void ConversationListModel::insert(const Core::Conversation &conversation)
{
    const int row = placeFor(conversation, -1);
    if (row == rowCount() && !m_atEnd && row > 0)
        return; // it comes with a later page
    beginInsertRows({}, row, row);
    m_rows.insert(row, rowOf(conversation));
    m_ids.insert(conversation.id);
    endInsertRows();
    changed(row);
    emit stateChanged();
}

void ConversationListModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_ids.remove(m_rows[row].conversation.id);
    m_rows.removeAt(row);
    endRemoveRows();
    changed(row);
    emit stateChanged();
}

/// The row, and the one below it, which may begin a group now or no longer.
void ConversationListModel::changed(int row)
{
    const int last = qMin(row + 1, rowCount() - 1);
    if (row <= last)
        emit dataChanged(index(row), index(last));
}

void ConversationListModel::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void ConversationListModel::setMark(QSet<QString> &marks, const QString &id, bool set, Role role)
{
    if (marks.contains(id) == set)
        return;
    if (set)
        marks.insert(id);
    else
        marks.remove(id);
    if (const QModelIndex row = indexOf(id); row.isValid())
        emit dataChanged(row, row, {role});
}
