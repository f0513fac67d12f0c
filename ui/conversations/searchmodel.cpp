#include "ui/conversations/searchmodel.h"

#include "core/base/async.h"
#include "ui/conversations/rowwords.h"
#include "ui/conversations/snippet.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

SearchModel::SearchModel(ConversationSource source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
{
}

void SearchModel::search(const QString &words, const Core::ConversationFilter &filter)
{
    ++m_generation;
    m_words = words.simplified();
    if (m_words.isEmpty()) {
        show(QList<Core::SearchHit>());
        m_state = State::Idle;
        emit stateChanged();
        return;
    }
    m_state = State::Searching;
    emit stateChanged();
    Core::whenDone(m_source.search(m_words, filter, limit), this,
                   [this, asked = m_generation](const Core::Result<QList<Core::SearchHit>> &hits) {
                       if (asked != m_generation)
                           return;
                       show(hits);
                       emit stateChanged();
                   });
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Core::SearchHit &hit = m_hits[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return hit.conversation.title;
    case Qt::AccessibleTextRole:
        return RowWords::title(hit.conversation) + u": "_s + parsedSnippet(hit.snippet).text;
    case ConversationRole:
        return QVariant::fromValue(hit.conversation);
    case MessageIdRole:
        return hit.messageId;
    case SnippetRole:
        return hit.snippet;
    default:
        return {};
    }
}

void SearchModel::show(const Core::Result<QList<Core::SearchHit>> &hits)
{
    beginResetModel();
    m_hits = hits ? *hits : QList<Core::SearchHit>();
    endResetModel();
    m_state = hits ? State::Ready : State::Failed;
    if (!hits)
        m_error = hits.error();
}
