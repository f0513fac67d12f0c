#pragma once

#include "core/cost/spendlimits.h"

#include <QProgressBar>

/// How much of a limit is spent, in the colour of how near its end is.
class LevelBar final : public QProgressBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LevelBar)

public:
    explicit LevelBar(Core::SpendLevel level, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Core::SpendLevel m_level;
};
