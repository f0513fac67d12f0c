#pragma once

#include "core/chat/message.h"
#include "core/context/contextplan.h"

#include <QAbstractListModel>

/// Every message of a branch with what a plan makes of it, in order. Rows keep their place
/// while only verdicts change, so that a selection outlives a keystroke.
class PlanModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanModel)

public:
    enum Role {
        IdRole = Qt::UserRole,
        RoleRole, ///< Core::Role
        TextRole, ///< the beginning of its text
        TokensRole,
        SentTokensRole,
        VerdictRole, ///< Core::Verdict
        ReasonRole, ///< words: verdict and reason
        ScoreRole, ///< double, or invalid
        CachedRole,
    };

    explicit PlanModel(QObject *parent = nullptr);

    /// `messages` are where the texts come from. They may be more or fewer than the plan's
    /// items: a plan of the past is older than the branch, and a draft is not stored yet.
    void setPlan(const Core::ContextPlan &plan, const QList<Core::Message> &messages);

    const Core::ContextPlan &plan() const { return m_plan; }
    QString beginning(qsizetype row) const;
    /// Number, writer, text, tokens and why, one a line: for tool tips and screen readers.
    QString description(qsizetype row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void planChanged(); ///< after the rows have

private:
    void indexMessages();
    QString unstored(qsizetype row) const;

    Core::ContextPlan m_plan;
    QList<Core::Message> m_messages;
    QList<qsizetype> m_messageOf; ///< by row; -1: its text is not known
};
