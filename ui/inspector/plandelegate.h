#pragma once

#include <QStyledItemDelegate>

/// Paints a message with its verdict: the shape of the verdict at the left, then the beginning
/// of its text with its tokens, and below the writer and the reason, wrapped and never cut
/// off. All rows have the height of the one with the most to say.
class PlanDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanDelegate)

public:
    explicit PlanDelegate(QObject *parent = nullptr);

    /// What the rows say in their second part, without doubles; `width` is that of the list.
    /// Answers whether the height of the rows has changed.
    bool measure(const QStringList &reasons, int width);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_reasonHeight = 0;
};
