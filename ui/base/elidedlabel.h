#pragma once

#include <QLabel>

/// One line of plain text that shortens itself with an ellipsis to the room there is. text() and
/// what a screen reader says stay whole; a shortened one shows the whole as its tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// What is shown at the present width.
    QString shownText() const;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};
