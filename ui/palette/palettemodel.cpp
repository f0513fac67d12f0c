#include "ui/palette/palettemodel.h"

#include "ui/palette/fuzzymatch.h"

#include <algorithm>

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setCommands(const QList<QAction *> &commands)
{
    m_commands.clear();
    for (QAction *command : commands)
        m_commands.append(command);
    match();
}

void PaletteModel::setConversations(const QList<Core::Conversation> &conversations)
{
    m_conversations = conversations;
    match();
}

void PaletteModel::setPattern(const QString &pattern)
{
    m_pattern = pattern;
    match();
}

QAction *PaletteModel::command(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? m_entries[index.row()].command.data()
                                                             : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::DecorationRole:
        return entry.command ? QVariant(entry.command->icon()) : QVariant();
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title
                                      : entry.title + QStringLiteral(", ") + entry.detail;
    case PositionsRole:
        return QVariant::fromValue(entry.positions);
    case DetailRole:
        return entry.detail;
    case IsCommandRole:
        return entry.conversationId.isEmpty();
    case ConversationIdRole:
        return entry.conversationId;
    default:
        return {};
    }
}

void PaletteModel::match()
{
    beginResetModel();
    m_entries.clear();
    for (const QPointer<QAction> &command : std::as_const(m_commands)) {
        if (command && command->isEnabled() && command->isVisible())
            offer({.command = command,
                   .title = commandTitle(*command),
                   .detail = command->shortcut().toString(QKeySequence::NativeText)});
    }
    for (const Core::Conversation &conversation : std::as_const(m_conversations))
        offer({.conversationId = conversation.id,
               .title = conversation.title,
               .detail = conversation.lastLine});
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.score > b.score; });
    endResetModel();
}

void PaletteModel::offer(Entry entry)
{
    const auto match = fuzzyMatch(m_pattern, entry.title);
    if (!match)
        return;
    entry.score = match->score;
    entry.positions = match->positions;
    m_entries.append(std::move(entry));
}

QString commandTitle(const QAction &action)
{
    QString title = action.iconText();
    if (title.endsWith(u'…'))
        title.chop(1);
    return title;
}
