#pragma once

#include "core/chat/charge.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimeZone>

/// The requests behind a figure, newest first.
class ChargeTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChargeTableModel)

public:
    enum Column { Time, Conversation, User, Model, Strategy, Input, Cached, Output, Cost, Basis };
    static constexpr int columns = Basis + 1;

    explicit ChargeTableModel(QObject *parent = nullptr);

    /// Times are shown in `zone`; `titles` are those of conversations, by id.
    void setCharges(const QList<Core::Charge> &charges, const QTimeZone &zone,
                    const QHash<QString, QString> &titles);
    const Core::Charge &charge(int row) const { return m_charges[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Core::Charge &charge, int column) const;
    QString price(const Core::Charge &charge) const;

    QList<Core::Charge> m_charges;
    QTimeZone m_zone;
    QHash<QString, QString> m_titles;
};
