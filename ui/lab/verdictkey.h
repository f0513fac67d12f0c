#pragma once

#include <QWidget>

/// What the shapes and colours of verdicts mean.
class VerdictKey final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictKey)

public:
    explicit VerdictKey(QWidget *parent = nullptr);
};
