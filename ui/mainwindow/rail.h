#pragma once

#include "ui/base/icons.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

/// One place of the rail: an icon with its word below.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailButton)

public:
    RailButton(Icons::Name icon, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The narrow bar at the left edge that leads to the pages.
class Rail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    enum class Place { Chats, Lab, Costs, Providers, Settings };

    explicit Rail(QWidget *parent = nullptr);

    void setPlace(Place place);

signals:
    void chosen(Rail::Place place);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void add(QVBoxLayout *layout, Icons::Name icon, Place place);

    QList<RailButton *> m_buttons; ///< in the order of Place
};
