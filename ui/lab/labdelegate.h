#pragma once

#include <QStyledItemDelegate>

/// Paints what becomes of a message under one card: the verdict's shape and colour, its name,
/// and the tokens that it has in the request.
class LabDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabDelegate)

public:
    explicit LabDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};
