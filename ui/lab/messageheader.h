#pragma once

#include <QHeaderView>

/// The messages at the left of a matrix, which stay where they are while one looks at further
/// cards: whether the answer needs it, number, writer and the beginning of the text. A click on
/// the mark sets it or takes it away.
class MessageHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageHeader)

public:
    explicit MessageHeader(QWidget *parent = nullptr);

    static int rowHeight();

    /// Whether rows can be marked as evidence; the marks take room then.
    void setMarking(bool marking);

signals:
    void markRequested(int row);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void paintMark(QPainter &painter, const QRect &area, int section) const;

    bool m_marking = false;
};
