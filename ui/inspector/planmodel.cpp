#include "ui/inspector/planmodel.h"

#include "core/base/text.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"

#include <QHash>

#include <algorithm>

namespace {

constexpr int longestBeginning = 160;

qsizetype commonRows(const QList<Core::PlanItem> &a, const QList<Core::PlanItem> &b)
{
    const auto [end, ignored] = std::mismatch(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const Core::PlanItem &one, const Core::PlanItem &two) { return one.id == two.id; });
    return end - a.begin();
}

} // namespace

PlanModel::PlanModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PlanModel::setPlan(const Core::ContextPlan &plan, const QList<Core::Message> &messages)
{
    const int same = int(commonRows(m_plan.items, plan.items));
    const int before = int(m_plan.items.size());
    const int after = int(plan.items.size());
    if (before > same) {
        beginRemoveRows({}, same, before - 1);
        m_plan.items.resize(same);
        m_messageOf.resize(same);
        endRemoveRows();
    }
    const auto take = [&] {
        m_plan = plan;
        m_messages = messages;
        indexMessages();
    };
    if (after > same) {
        beginInsertRows({}, same, after - 1);
        take();
        endInsertRows();
    } else {
        take();
    }
    if (same > 0)
        emit dataChanged(index(0), index(same - 1));
    emit planChanged();
}

void PlanModel::indexMessages()
{
    m_messageOf.fill(-1, m_plan.items.size());
    QHash<QString, qsizetype> places; // only made where plan and branch part
    for (qsizetype row = 0; row < m_plan.items.size(); ++row) {
        const QString &id = m_plan.items[row].id;
        if (row < m_messages.size() && m_messages[row].id == id) {
            m_messageOf[row] = row;
            continue;
        }
        if (places.isEmpty()) {
            for (qsizetype i = 0; i < m_messages.size(); ++i)
                places.insert(m_messages[i].id, i);
        }
        m_messageOf[row] = places.value(id, -1);
    }
}

QString PlanModel::beginning(qsizetype row) const
{
    const qsizetype message = m_messageOf[row];
    if (message < 0)
        return unstored(row);
    const Core::Message &found = m_messages[message];
    if (!found.content.isEmpty())
        return Core::firstLine(found.content, longestBeginning);
    if (!found.toolCalls.isEmpty())
        return tr("Calls %1").arg(found.toolCalls.first().name);
    return tr("(empty)");
}

/// What is being written is in no branch yet, but it is in the request, at its end.
QString PlanModel::unstored(qsizetype row) const
{
    const auto sent = std::find_if(
        m_plan.messages.crbegin(), m_plan.messages.crend(),
        [row](const Core::RequestMessage &message) { return message.item == int(row); });
    return sent != m_plan.messages.crend() && !sent->content.isEmpty()
        ? Core::firstLine(sent->content, longestBeginning)
        : tr("(the text is not here any more)");
}

QString PlanModel::description(qsizetype row) const
{
    const Core::PlanItem &item = m_plan.items[row];
    QStringList lines{
        tr("Message %1 of %2, %3", "number, count, writer")
            .arg(Formats::number(row + 1), Formats::number(m_plan.items.size()),
                 roleText(item.role)),
        beginning(row),
        Formats::exactTokens(item.tokens),
        verdictWithReason(item.verdict, item.reason),
    };
    if (item.sentTokens > 0 && item.sentTokens != item.tokens)
        lines += tr("Sent of these: %1").arg(Formats::exactTokens(item.sentTokens));
    if (item.score)
        lines += tr("Score %1").arg(QLocale().toString(*item.score, 'f', 3));
    if (item.cached)
        lines += tr("In the prefix that the provider has cached");
    return lines.join(u'\n');
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.items.size());
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Core::PlanItem &item = m_plan.items[index.row()];
    switch (role) {
    case IdRole:
        return item.id;
    case RoleRole:
        return QVariant::fromValue(item.role);
    case Qt::DisplayRole:
    case TextRole:
        return beginning(index.row());
    case Qt::AccessibleTextRole:
        return description(index.row());
    case TokensRole:
        return item.tokens;
    case SentTokensRole:
        return item.sentTokens;
    case VerdictRole:
        return QVariant::fromValue(item.verdict);
    case ReasonRole:
        return verdictWithReason(item.verdict, item.reason);
    case ScoreRole:
        return item.score ? QVariant(*item.score) : QVariant();
    case CachedRole:
        return item.cached;
    default:
        return {};
    }
}
