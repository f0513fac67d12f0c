#include "ui/base/tonelabel.h"

#include "ui/base/colors.h"

#include <QApplication>
#include <QEvent>

namespace {

QColor colorOf(ToneLabel::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case ToneLabel::Tone::Normal:
        return QApplication::palette().color(QPalette::WindowText);
    case ToneLabel::Tone::Quiet:
        return Colors::quietText(palette);
    case ToneLabel::Tone::Good:
        return Colors::good(palette);
    case ToneLabel::Tone::Warning:
        return Colors::warning(palette);
    case ToneLabel::Tone::Bad:
        return Colors::bad(palette);
    }
    Q_UNREACHABLE();
}

} // namespace

ToneLabel::ToneLabel(QWidget *parent)
    : ToneLabel({}, Tone::Normal, parent)
{
}

ToneLabel::ToneLabel(const QString &text, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    dye();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    dye();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dye();
}

void ToneLabel::dye()
{
    QPalette dyed = palette();
    const QColor color = colorOf(m_tone, dyed);
    if (dyed.color(QPalette::WindowText) == color)
        return; // setting it would come back here as a change
    dyed.setColor(QPalette::WindowText, color);
    setPalette(dyed);
}
