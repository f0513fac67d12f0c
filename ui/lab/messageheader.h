#pragma once

#include <QHeaderView>

/// The messages at the left of a matrix, which stay where they are while one looks at further
/// cards: number, writer and the beginning of the text.
class MessageHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageHeader)

public:
    explicit MessageHeader(QWidget *parent = nullptr);

    static int rowHeight();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};
