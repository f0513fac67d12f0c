#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

/// Paints a found message: its conversation's title, the time, and the passage with the words
/// marked.
class HitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitDelegate)

public:
    explicit HitDelegate(QObject *parent = nullptr);

    void setNow(const QDateTime &now) { m_now = now; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QDateTime m_now;
};
