#pragma once

#include "core/base/error.h"
#include "ui/conversations/conversationsource.h"

#include <QAbstractListModel>
#include <QDate>
#include <QSet>

/// Conversations, pinned first, then newest first, a page at a time. Answers with values; the
/// delegate makes words of them.
class ConversationListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationListModel)

public:
    enum Role {
        ConversationRole = Qt::UserRole, ///< Core::Conversation
        StartsGroupRole, ///< bool: the first of its group
        StreamingRole, ///< bool: an answer is on its way
        UnreadRole, ///< bool: an answer came while another conversation was shown
    };
    enum class State { Loading, Ready, Failed };

    ConversationListModel(ConversationSource source, QDate today, QObject *parent = nullptr);

    State state() const { return m_state; }
    const Core::Error &error() const { return m_error; }
    bool isAtEnd() const { return m_atEnd; }
    const Core::ConversationFilter &filter() const { return m_filter; }

    void setFilter(const Core::ConversationFilter &filter); ///< loads anew
    void reload();
    void refresh(); ///< as reload(), but what is still there stays where it is
    void setToday(QDate today);

    /// A conversation as it now is: moved to where it belongs, added where it is new, taken out
    /// where the filter or its removal hides it.
    void put(const Core::Conversation &conversation);
    void take(const QString &id);
    void setStreaming(const QString &id, bool streaming);
    void setUnread(const QString &id, bool unread);

    QModelIndex indexOf(const QString &id) const;
    std::optional<Core::Conversation> conversation(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static constexpr int pageSize = 100;

signals:
    void stateChanged();
    void renamed(const QString &id, const QString &title);

private:
    struct Row
    {
        Core::Conversation conversation;
        QDate day; ///< in the user's zone
    };

    static Row rowOf(const Core::Conversation &conversation);
    bool isShown(const Core::Conversation &conversation) const;
    bool isBefore(const Core::Conversation &a, const Core::Conversation &b) const;
    int placeFor(const Core::Conversation &conversation, int ignoring) const;
    int groupAt(int row) const;
    int find(const QString &id) const;
    void append(const Core::Result<Core::ConversationPage> &page);
    void replace(const Core::ConversationPage &page);
    void move(int from, int to, const Core::Conversation &conversation);
    void insert(const Core::Conversation &conversation);
    void removeAt(int row);
    void changed(int row);
    void setState(State state);
    void setMark(QSet<QString> &marks, const QString &id, bool set, Role role);

    ConversationSource m_source;
    Core::ConversationFilter m_filter;
    QDate m_today;
    QList<Row> m_rows;
    QSet<QString> m_ids; ///< of m_rows
    QSet<QString> m_streaming;
    QSet<QString> m_unread;
    std::optional<Core::ConversationKey> m_next;
    Core::Error m_error;
    State m_state = State::Loading;
    int m_generation = 0; ///< of the filter; answers for another one are dropped
    bool m_atEnd = false;
    bool m_fetching = false;
};
