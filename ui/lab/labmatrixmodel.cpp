#include "ui/lab/labmatrixmodel.h"

#include "core/base/text.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/tooltips.h"

#include <algorithm>

namespace {

constexpr int beginningLength = 160;

/// What tells two outcomes of a message apart. Whether it goes because it is among the last or
/// because it is relevant makes no difference to the model that reads it.
int sentPart(const Core::PlanItem &item)
{
    if (item.verdict == Core::Verdict::Summarised)
        return -1;
    return Core::isSent(item.verdict) ? item.sentTokens : 0;
}

QString beginning(const Core::Message &message)
{
    if (!message.content.isEmpty())
        return Core::firstLine(message.content, beginningLength);
    if (!message.toolCalls.isEmpty())
        return LabMatrixModel::tr("Calls %1").arg(message.toolCalls.first().name);
    return LabMatrixModel::tr("(empty)");
}

} // namespace

LabMatrixModel::LabMatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LabMatrixModel::setMessages(const QList<Core::Message> &messages)
{
    beginResetModel();
    m_messages = messages;
    for (LabColumn &column : m_columns)
        column = {.card = column.card};
    m_different.fill(false, m_messages.size());
    endResetModel();
    emit compared();
}

void LabMatrixModel::setColumn(const LabColumn &column)
{
    const auto same = [&](const LabColumn &each) { return each.card.id == column.card.id; };
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), same);
    const int place = int(found - m_columns.begin());
    if (found == m_columns.end()) {
        beginInsertColumns({}, place, place);
        m_columns.append(column);
        endInsertColumns();
    } else {
        *found = column;
    }
    compare();
    if (rowCount() > 0)
        emit dataChanged(index(0, place), index(rowCount() - 1, place));
    emit headerDataChanged(Qt::Horizontal, place, place);
    emit compared();
}

void LabMatrixModel::removeCard(const QString &id)
{
    for (int place = 0; place < m_columns.size(); ++place) {
        if (m_columns[place].card.id != id)
            continue;
        beginRemoveColumns({}, place, place);
        m_columns.removeAt(place);
        endRemoveColumns();
        compare();
        return emit compared();
    }
}

const LabColumn *LabMatrixModel::column(const QString &cardId) const
{
    const auto found =
        std::find_if(m_columns.cbegin(), m_columns.cend(),
                     [&](const LabColumn &column) { return column.card.id == cardId; });
    return found == m_columns.cend() ? nullptr : &*found;
}

int LabMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

int LabMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

/// A plan has an item for every message of its thread, in order.
const Core::PlanItem *LabMatrixModel::item(qsizetype row, qsizetype column) const
{
    const auto &plan = m_columns[column].plan;
    if (!plan || row >= plan->items.size() || plan->items[row].id != m_messages[row].id)
        return nullptr;
    return &plan->items[row];
}

void LabMatrixModel::compare()
{
    for (qsizetype row = 0; row < m_messages.size(); ++row) {
        const Core::PlanItem *first = nullptr;
        bool different = false;
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const Core::PlanItem *each = item(row, column);
            if (!each)
                continue;
            if (!first)
                first = each;
            different = different || sentPart(*each) != sentPart(*first);
        }
        m_different[row] = different;
    }
}

QVariant LabMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == IdRole)
        return m_messages[index.row()].id;
    if (role == DifferentRole)
        return isDifferent(index.row());
    const Core::PlanItem *found = item(index.row(), index.column());
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return verdictText(found->verdict);
    case VerdictRole:
        return QVariant::fromValue(found->verdict);
    case TokensRole:
        return found->tokens;
    case SentTokensRole:
        return found->sentTokens;
    case Qt::ToolTipRole:
        return plainToolTip(description(index, *found));
    case Qt::AccessibleTextRole:
        return description(index, *found);
    default:
        return {};
    }
}

QString LabMatrixModel::description(const QModelIndex &index, const Core::PlanItem &item) const
{
    const Core::Message &message = m_messages[index.row()];
    QStringList lines{
        tr("Message %1 of %2, %3", "number, count, writer")
            .arg(Formats::number(index.row() + 1), Formats::number(rowCount()),
                 roleText(message.role)),
        beginning(message),
        cardTitle(m_columns[index.column()].card),
        verdictWithReason(item.verdict, item.reason),
        Formats::exactTokens(item.tokens),
    };
    if (item.sentTokens > 0 && item.sentTokens != item.tokens)
        lines += tr("Of these, %1 are sent").arg(Formats::exactTokens(item.sentTokens));
    if (item.score)
        lines += tr("Score %1").arg(QLocale().toString(*item.score, 'f', 3));
    return lines.join(u'\n');
}

QVariant LabMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && section >= 0 && section < m_messages.size())
        return messageData(m_messages[section], section, role);
    if (orientation == Qt::Horizontal && section >= 0 && section < m_columns.size()) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return cardTitle(m_columns[section].card);
    }
    return {};
}

QVariant LabMatrixModel::messageData(const Core::Message &message, int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return beginning(message);
    case Qt::ToolTipRole:
        return plainToolTip(
            tr("Message %1, %2: %3", "number, writer, text")
                .arg(Formats::number(row + 1), roleText(message.role), beginning(message)));
    case Qt::AccessibleTextRole:
        return tr("Message %1, %2: %3", "number, writer, text")
            .arg(Formats::number(row + 1), roleText(message.role), beginning(message));
    case IdRole:
        return message.id;
    case WriterRole:
        return QVariant::fromValue(message.role);
    case NumberRole:
        return row + 1;
    default:
        return {};
    }
}
