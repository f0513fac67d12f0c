#pragma once

#include <QWidget>

/// A small sign for how something is: a colour and a shape, so that either is enough. The
/// words stand beside it.
class StateLight final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateLight)

public:
    enum class State { Unknown, Busy, Good, Warning, Bad };

    explicit StateLight(QWidget *parent = nullptr);

    State state() const { return m_state; }
    void setState(State state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Unknown;
};
