#include "ui/lab/labmatrixmodel.h"

#include "core/base/text.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/tooltips.h"

#include <algorithm>
#include <limits>

namespace {

constexpr int beginningLength = 160;

/// What tells two outcomes of a message apart. Whether it goes because it is among the last or
/// because it is relevant makes no difference to the model that reads it.
int sentPart(const Core::PlanItem &item)
{
    constexpr int summarised = -1;
    constexpr int whole = std::numeric_limits<int>::max(); // be it as a message or as a quote
    if (item.verdict == Core::Verdict::Summarised)
        return summarised;
    if (item.verdict == Core::Verdict::Shortened)
        return item.sentTokens;
    return Core::isSent(item.verdict) ? whole : 0;
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

void LabMatrixModel::setColumn(const LabColumn &column, int place)
{
    const int found = placeOf(column.card.id);
    const int columns = int(m_columns.size());
    const int at = found >= 0 ? found : place >= 0 && place < columns ? place : columns;
    // A card that is edited keeps its plan until the new one is there: only its head changes.
    const bool samePlan = found >= 0 && m_columns[found].plan == column.plan;
    if (found < 0) {
        beginInsertColumns({}, at, at);
        m_columns.insert(at, column);
        endInsertColumns();
    } else {
        m_columns[at] = column;
    }
    emit headerDataChanged(Qt::Horizontal, at, at);
    if (samePlan)
        return;
    compare();
    if (rowCount() > 0)
        emit dataChanged(index(0, at), index(rowCount() - 1, at));
    emit compared();
}

void LabMatrixModel::removeCard(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0)
        return;
    beginRemoveColumns({}, place, place);
    m_columns.removeAt(place);
    endRemoveColumns();
    compare();
    emit compared();
}

void LabMatrixModel::moveCard(const QString &id, int places)
{
    const int from = placeOf(id);
    const int to = std::clamp(from + places, 0, int(m_columns.size()) - 1);
    if (from < 0 || to == from)
        return;
    beginMoveColumns({}, from, from, {}, to > from ? to + 1 : to);
    m_columns.move(from, to);
    endMoveColumns();
}

int LabMatrixModel::placeOf(const QString &cardId) const
{
    const auto found =
        std::find_if(m_columns.cbegin(), m_columns.cend(),
                     [&](const LabColumn &column) { return column.card.id == cardId; });
    return found == m_columns.cend() ? -1 : int(found - m_columns.cbegin());
}

const LabColumn *LabMatrixModel::column(const QString &cardId) const
{
    const int place = placeOf(cardId);
    return place < 0 ? nullptr : &m_columns[place];
}

void LabMatrixModel::setEvidence(const QSet<QString> &marked, const QSet<QString> &proposed)
{
    if (marked == m_marked && proposed == m_proposed)
        return;
    m_marked = marked;
    m_proposed = proposed;
    if (rowCount() > 0)
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

LabMatrixModel::Evidence LabMatrixModel::evidenceOf(const QString &message) const
{
    if (m_marked.contains(message))
        return Evidence::Marked;
    return m_proposed.contains(message) ? Evidence::Proposed : Evidence::None;
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
    if (item.sentTokens > 0 && item.sentTokens < item.tokens)
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

QString LabMatrixModel::messageText(const Core::Message &message, int row) const
{
    const QString text =
        tr("Message %1, %2: %3", "number, writer, text")
            .arg(Formats::number(row + 1), roleText(message.role), beginning(message));
    switch (evidenceOf(message.id)) {
    case Evidence::None:
        return text;
    case Evidence::Proposed:
        return text + u'\n' + tr("Proposed as needed for the answer; not confirmed yet");
    case Evidence::Marked:
        return text + u'\n' + tr("Needed for the answer");
    }
    Q_UNREACHABLE();
}

QVariant LabMatrixModel::messageData(const Core::Message &message, int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return beginning(message);
    case Qt::ToolTipRole:
        return plainToolTip(messageText(message, row));
    case Qt::AccessibleTextRole:
        return messageText(message, row);
    case EvidenceRole:
        return QVariant::fromValue(evidenceOf(message.id));
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
