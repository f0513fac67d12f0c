#pragma once

#include "core/chat/attempt.h"

#include <QWidget>

/// What an attempt spent its time with, as a bar with its phases named below.
class TimingBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimingBar)

public:
    explicit TimingBar(QWidget *parent = nullptr);

    void setTiming(const Core::Timing &timing);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {240, heightForWidth(240)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Caption
    {
        QRect place;
        QString text;
        int segment = 0;
    };

    QList<Caption> captions(int width) const;

    Core::Timing m_timing;
};
