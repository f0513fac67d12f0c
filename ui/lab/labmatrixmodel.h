#pragma once

#include "ui/lab/labcolumn.h"

#include <QAbstractTableModel>
#include <QSet>

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
        EvidenceRole, ///< Evidence; in the vertical header
    };

    /// Whether the answer to the question needs a message.
    enum class Evidence {
        None,
        Proposed, ///< by the program or a model; a person has to confirm it
        Marked, ///< a person says so
    };

    explicit LabMatrixModel(QObject *parent = nullptr);

    /// The rows. Plans of before are taken away: they are of other messages.
    void setMessages(const QList<Core::Message> &messages);
    const QList<Core::Message> &messages() const { return m_messages; }

    /// Puts the column of the same card in the place of the one before, or adds it at `place`;
    /// -1: at the end.
    void setColumn(const LabColumn &column, int place = -1);
    void removeCard(const QString &id);
    void moveCard(const QString &id, int places); ///< to the right, as far as there is room
    int placeOf(const QString &cardId) const; ///< -1: there is none

    void setEvidence(const QSet<QString> &marked, const QSet<QString> &proposed);
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
    Evidence evidenceOf(const QString &message) const;
    const Core::PlanItem *item(qsizetype row, qsizetype column) const;
    QString messageText(const Core::Message &message, int row) const;
    QVariant messageData(const Core::Message &message, int row, int role) const;
    QString description(const QModelIndex &index, const Core::PlanItem &item) const;
    void compare();

    QList<Core::Message> m_messages;
    QList<LabColumn> m_columns;
    QList<bool> m_different; ///< by row
    QSet<QString> m_marked;
    QSet<QString> m_proposed;
};

Q_DECLARE_METATYPE(LabMatrixModel::Evidence)
