#pragma once

#include "core/base/error.h"
#include "ui/conversations/conversationsource.h"

#include <QAbstractListModel>

/// Messages that hold the words searched for, newest first. Only the newest question counts:
/// an answer to an older one is dropped.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchModel)

public:
    enum Role {
        ConversationRole = Qt::UserRole, ///< Core::Conversation
        MessageIdRole,
        SnippetRole, ///< as the store gave it
    };
    enum class State { Idle, Searching, Ready, Failed };

    explicit SearchModel(ConversationSource source, QObject *parent = nullptr);

    /// Searches at once; no words empty the list. The rows found before stay until the new
    /// ones are there.
    void search(const QString &words, const Core::ConversationFilter &filter);

    State state() const { return m_state; }
    const Core::Error &error() const { return m_error; }
    const QString &words() const { return m_words; }
    bool isCut() const { return m_hits.size() >= limit; } ///< there may be more

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    static constexpr int limit = 200;

signals:
    void stateChanged();

private:
    void show(const Core::Result<QList<Core::SearchHit>> &hits);

    ConversationSource m_source;
    QString m_words;
    QList<Core::SearchHit> m_hits;
    Core::Error m_error;
    State m_state = State::Idle;
    int m_generation = 0;
};
