#pragma once

#include <QLabel>

/// A label of plain text in one of the program's text colours, which it keeps through a change
/// of theme.
class ToneLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToneLabel)

public:
    enum class Tone { Normal, Quiet, Good, Warning, Bad };

    explicit ToneLabel(QWidget *parent = nullptr);
    explicit ToneLabel(const QString &text, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dye();

    Tone m_tone = Tone::Normal;
};
