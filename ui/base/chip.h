#pragma once

#include <QAbstractButton>

/// A rounded filter that is on or off, or opens a menu of values. On, it carries a check mark,
/// so that its state is not told by colour alone.
class Chip final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    explicit Chip(QWidget *parent = nullptr);

    /// A chip with a menu shows an arrow and is not toggled by a click.
    void setOpensMenu(bool opens);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_opensMenu = false;
};
