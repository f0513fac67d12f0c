#include "ui/budget/meterbar.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/tooltips.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MeterBar)
};

} // namespace

QString meterPartName(MeterPart part)
{
    switch (part) {
    case MeterPart::System:
        return partText(Core::Part::System);
    case MeterPart::Pinned:
        return partText(Core::Part::Pinned);
    case MeterPart::Summary:
        return partText(Core::Part::Summary);
    case MeterPart::History:
        return partText(Core::Part::History);
    case MeterPart::Retrieved:
        return partText(Core::Part::Retrieved);
    case MeterPart::Draft:
        return partText(Core::Part::Question);
    case MeterPart::Free:
        return Texts::tr("Free", "part of the window");
    case MeterPart::Reply:
        return Texts::tr("Answer so far", "part of the window");
    case MeterPart::Reserve:
        return Texts::tr("Kept for the answer", "part of the window");
    }
    Q_UNREACHABLE();
}

QColor meterPartColor(MeterPart part, const QPalette &palette)
{
    switch (part) {
    case MeterPart::System:
        return Colors::part(Core::Part::System, palette);
    case MeterPart::Pinned:
        return Colors::part(Core::Part::Pinned, palette);
    case MeterPart::Summary:
        return Colors::part(Core::Part::Summary, palette);
    case MeterPart::History:
        return Colors::part(Core::Part::History, palette);
    case MeterPart::Retrieved:
        return Colors::part(Core::Part::Retrieved, palette);
    case MeterPart::Draft:
    case MeterPart::Reply:
        return Colors::part(Core::Part::Question, palette);
    case MeterPart::Free:
        return Colors::free(palette);
    case MeterPart::Reserve:
        return Colors::reserve(palette);
    }
    Q_UNREACHABLE();
}

MeterBar::MeterBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeterBar::setState(const MeterState &state)
{
    m_state = state;
    update();
}

bool MeterBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<MeterSegment> segments = meterSegments(m_state, width());
    for (const MeterSegment &segment : segments) {
        if (help->x() < segment.x || help->x() >= segment.x + segment.width)
            continue;
        const QString text =
            Texts::tr("%1: %2", "part of the window: tokens")
                .arg(meterPartName(segment.part), Formats::exactTokens(segment.tokens));
        QToolTip::showText(help->globalPos(),
                           plainToolTip(text + QStringLiteral("\n\n") + toolTip()), this);
        return true;
    }
    return QWidget::event(event);
}

void MeterBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    painter.setClipPath(outline);
    const bool over = meterLevel(m_state) == MeterLevel::Over;
    const QList<MeterSegment> segments = meterSegments(m_state, width());
    for (const MeterSegment &segment : segments) {
        const bool last = segment.x + segment.width >= width();
        const QRect place(segment.x, 0, segment.width - (last ? 0 : 1), height());
        painter.fillRect(place, meterPartColor(segment.part, palette()));
        if (segment.part == MeterPart::Reserve) { // told from what is filled by hatching too
            const QColor lines = over ? Colors::bad(palette()) : palette().color(QPalette::Base);
            painter.fillRect(place, QBrush(lines, Qt::BDiagPattern));
        }
    }
}
