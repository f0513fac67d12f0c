#pragma once

#include <QHeaderView>

/// Names of columns with the same air at both sides as PaddedDelegate leaves in the cells.
class PaddedHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaddedHeader)

public:
    explicit PaddedHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
};
