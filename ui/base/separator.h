#pragma once

#include <QWidget>

/// A thin quiet line between what stands above and below it.
class Separator final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Separator)

public:
    explicit Separator(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
