#pragma once

#include "ui/lab/labcolumn.h"

#include <QAbstractTableModel>

/// The messages of a thread as rows, cards as columns, and in each cell what becomes of the
/// message under the card.
class LabMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabMatrixModel)

public:
    enum Role {
        VerdictRole = Qt::UserRole, ///< Core::Verdict; invalid where it is not known yet
        TokensRole, ///< of the whole message
        SentTokensRole,
        DifferentRole, ///< whether the cards disagree about the row
        IdRole, ///< in the vertical header too
        WriterRole, ///< Core::Role; in the vertical header
        NumberRole, ///< within the thread, from 1; in the vertical header
    };

    explicit LabMatrixModel(QObject *parent = nullptr);

    /// The rows. Plans of before are taken away: they are of other messages.
    void setMessages(const QList<Core::Message> &messages);
    const QList<Core::Message> &messages() const { return m_messages; }

    /// Puts the column of the same card in the place of the one before, or adds it at the end.
    void setColumn(const LabColumn &column);
    void removeCard(const QString &id);
    const QList<LabColumn> &columns() const { return m_columns; }
    const LabColumn *column(const QString &cardId) const;

    bool isDifferent(int row) const { return m_different.value(row); }
    int differences() const { return int(m_different.count(true)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void compared(); ///< differences() is of the newest plans

private:
    const Core::PlanItem *item(qsizetype row, qsizetype column) const;
    QVariant messageData(const Core::Message &message, int row, int role) const;
    QString description(const QModelIndex &index, const Core::PlanItem &item) const;
    void compare();

    QList<Core::Message> m_messages;
    QList<LabColumn> m_columns;
    QList<bool> m_different; ///< by row
};
