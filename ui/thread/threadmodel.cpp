#include "ui/thread/threadmodel.h"

#include <algorithm>
#include <utility>

namespace {

/// A day of the user's zone. Asking for the local date of every message of a long thread would
/// take most of the time of showing it.
class LocalDay
{
public:
    explicit LocalDay(const QDateTime &when)
    {
        const QDate date = when.toLocalTime().date();
        m_begin = date.startOfDay().toMSecsSinceEpoch();
        m_end = date.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    bool has(const QDateTime &when) const
    {
        const qint64 moment = when.toMSecsSinceEpoch();
        return moment >= m_begin && moment < m_end;
    }

private:
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

/// Marks the rows from `first` on with which another day begins.
void markDays(QList<ThreadRow> &rows, qsizetype first)
{
    std::optional<LocalDay> day;
    if (first > 0 && rows[first - 1].message.createdAt.isValid())
        day.emplace(rows[first - 1].message.createdAt);
    for (qsizetype row = first; row < rows.size(); ++row) {
        const QDateTime &when = rows[row].message.createdAt;
        rows[row].startsDay = when.isValid() && !(day && day->has(when));
        if (rows[row].startsDay)
            day.emplace(when);
    }
}

} // namespace

ThreadModel::ThreadModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ThreadRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.message.content;
    case IdRole:
        return row.message.id;
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

int ThreadModel::rowOf(const QString &messageId) const
{
    // What is asked for is mostly at the end.
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        if (m_rows[row].message.id == messageId)
            return int(row);
    }
    return -1;
}

ThreadRow ThreadModel::rowFor(const Core::Message &message) const
{
    return {.message = message,
            .isOthers = !message.author.isEmpty() && message.author != m_reader};
}

void ThreadModel::setReader(const QString &user)
{
    m_reader = user;
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool isOthers = rowFor(m_rows[row].message).isOthers;
        if (std::exchange(m_rows[row].isOthers, isOthers) != isOthers)
            changed(row, row);
    }
}

void ThreadModel::setThread(const QString &conversationId, const QList<Core::Message> &branch,
                            const Siblings &siblings)
{
    const bool sameConversation = !conversationId.isEmpty() && conversationId == m_conversationId;
    QList<ThreadRow> rows;
    rows.reserve(branch.size());
    for (const Core::Message &message : branch) {
        ThreadRow row = rowFor(message);
        if (const auto place = siblings.constFind(message.id); place != siblings.cend())
            row.siblings = {place->first, place->second};
        const qsizetype at = rows.size();
        if (sameConversation && at < m_rows.size() && m_rows[at].message.id == message.id) {
            row.plan = m_rows[at].plan;
            row.foot = m_rows[at].foot;
            row.endsSummary = m_rows[at].endsSummary;
        }
        rows.append(row);
    }
    markDays(rows, 0);

    m_growing = false;
    if (sameConversation) {
        qsizetype same = 0;
        const qsizetype most = std::min(rows.size(), m_rows.size());
        while (same < most && rows[same].message.id == m_rows[same].message.id)
            ++same;
        replaceTail(same, rows);
        return;
    }
    beginResetModel();
    m_conversationId = conversationId;
    m_rows = rows;
    endResetModel();
}

/// Rows before `keep` are the same messages, maybe with other contents.
void ThreadModel::replaceTail(qsizetype keep, const QList<ThreadRow> &rows)
{
    if (keep < m_rows.size()) {
        beginRemoveRows({}, int(keep), int(m_rows.size()) - 1);
        m_rows.remove(keep, m_rows.size() - keep);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < keep; ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        changed(int(row), int(row));
    }
    if (keep < rows.size()) {
        beginInsertRows({}, int(keep), int(rows.size()) - 1);
        m_rows += rows.sliced(keep);
        endInsertRows();
    }
}

void ThreadModel::appendMessage(const Core::Message &message)
{
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append(rowFor(message));
    markDays(m_rows, row);
    endInsertRows();
}

void ThreadModel::beginAnswer(const Core::Message &answer)
{
    Core::Message growing = answer;
    growing.status = Core::MessageStatus::Streaming;
    m_growing = true;
    const auto last = int(m_rows.size()) - 1;
    if (last < 0 || m_rows[last].message.id != answer.id)
        return appendMessage(growing);
    m_rows[last].message = growing;
    changed(last, last);
}

void ThreadModel::growAnswer(const QString &text)
{
    if (!m_growing || text.isEmpty())
        return;
    m_rows.last().message.content += text;
    changed(int(m_rows.size()) - 1, int(m_rows.size()) - 1);
}

void ThreadModel::finishAnswer(const Core::Message &answer)
{
    if (!m_growing)
        return;
    m_growing = false;
    m_rows.last().message = answer;
    changed(int(m_rows.size()) - 1, int(m_rows.size()) - 1);
}

void ThreadModel::setPlan(const Core::ContextPlan &plan)
{
    // Items are in the order of the branch, so one pass is enough.
    qsizetype item = 0;
    bool afterSummary = false;
    int first = -1;
    int last = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        ThreadRow &row = m_rows[i];
        std::optional<PlanMark> mark;
        if (item < plan.items.size() && plan.items[item].id == row.message.id) {
            mark = PlanMark{plan.items[item].verdict, plan.items[item].reason};
            ++item;
        }
        const bool summarised = mark && mark->verdict == Core::Verdict::Summarised;
        const bool ends = afterSummary && !summarised;
        afterSummary = summarised;
        if (row.plan == mark && row.endsSummary == ends)
            continue;
        row.plan = mark;
        row.endsSummary = ends;
        first = first < 0 ? int(i) : first;
        last = int(i);
    }
    if (first >= 0)
        changed(first, last);
}

void ThreadModel::setFoot(const QString &messageId, const MessageFoot &foot)
{
    const int row = rowOf(messageId);
    if (row < 0)
        return;
    MessageFoot whole = foot;
    if (whole.firstTokenMs < 0)
        whole.firstTokenMs = m_rows[row].foot.firstTokenMs;
    if (m_rows[row].foot == whole)
        return;
    m_rows[row].foot = whole;
    changed(row, row);
}

void ThreadModel::setFirstToken(const QString &messageId, qint64 milliseconds)
{
    const int row = rowOf(messageId);
    if (row < 0 || milliseconds < 0 || m_rows[row].foot.firstTokenMs == milliseconds)
        return;
    m_rows[row].foot.firstTokenMs = milliseconds;
    changed(row, row);
}

void ThreadModel::changed(int first, int last)
{
    emit dataChanged(index(first), index(last));
}
