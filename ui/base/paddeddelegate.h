#pragma once

#include <QStyledItemDelegate>

/// Leaves air at both sides of a cell, so that a figure at the right of one column and a word
/// at the left of the next one stand apart.
class PaddedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaddedDelegate)

public:
    static constexpr int air = 6; ///< at each side

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
