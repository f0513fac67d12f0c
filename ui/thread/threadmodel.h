#pragma once

#include "ui/thread/threadrow.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPair>

/// The messages of one branch, and the answer that is growing as its last row. Knows no store:
/// what it shows is set from outside, and setting the same conversation again changes only the
/// rows that differ, so that the view keeps its place.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadModel)

public:
    enum Role { IdRole = Qt::UserRole + 1, RowRole };
    using Siblings = QHash<QString, QPair<int, int>>; ///< position and count, by message id

    explicit ThreadModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const ThreadRow &row(int row) const { return m_rows[row]; }
    int rowOf(const QString &messageId) const;
    QString conversationId() const { return m_conversationId; }
    bool isGrowing() const { return m_growing; }

    void setThread(const QString &conversationId, const QList<Core::Message> &branch,
                   const Siblings &siblings);
    /// Who looks at it: what others have written stands under their names.
    void setReader(const QString &user);
    void clear() { setThread({}, {}, {}); }
    void appendMessage(const Core::Message &message);

    /// From now on the last message grows: a new one, or, where the branch has it already, as
    /// after going to another conversation and back, the one that is there.
    void beginAnswer(const Core::Message &answer);
    void growAnswer(const QString &text);
    void finishAnswer(const Core::Message &answer);

    /// Marks the rows as the plan has them; rows that it does not know lose their mark.
    void setPlan(const Core::ContextPlan &plan);
    /// A foot without a time to the first token leaves the one that is known.
    void setFoot(const QString &messageId, const MessageFoot &foot);
    void setFirstToken(const QString &messageId, qint64 milliseconds);

private:
    ThreadRow rowFor(const Core::Message &message) const;
    void replaceTail(qsizetype keep, const QList<ThreadRow> &rows);
    void changed(int first, int last);

    QString m_conversationId;
    QString m_reader;
    QList<ThreadRow> m_rows;
    bool m_growing = false;
};
