#include "ui/inspector/timingbar.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/inspector/timingsegments.h"

#include <QCoreApplication>
#include <QPainter>

namespace {

using Phase = TimingSegment::Phase;

constexpr int barHeight = 10;
constexpr int swatch = 8;
constexpr int gap = 4;
constexpr int between = 12;

/// "waiting 420 ms"
QString words(const TimingSegment &segment)
{
    const QString time = Formats::duration(segment.milliseconds);
    switch (segment.phase) {
    case Phase::Queued:
        return TimingBar::tr("queued %1").arg(time);
    case Phase::Connecting:
        return TimingBar::tr("connecting %1").arg(time);
    case Phase::Thinking:
        return TimingBar::tr("first token after %1").arg(time);
    case Phase::Streaming:
        return TimingBar::tr("streaming %1").arg(time);
    }
    Q_UNREACHABLE();
}

QColor phaseColor(Phase phase, const QPalette &palette)
{
    switch (phase) {
    case Phase::Queued:
        return Colors::reserve(palette);
    case Phase::Connecting:
        return Colors::part(Core::Part::System, palette);
    case Phase::Thinking:
        return Colors::part(Core::Part::Summary, palette);
    case Phase::Streaming:
        return Colors::part(Core::Part::History, palette);
    }
    Q_UNREACHABLE();
}

} // namespace

TimingBar::TimingBar(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Timing"));
}

void TimingBar::setTiming(const Core::Timing &timing)
{
    m_timing = timing;
    QStringList parts;
    const QList<TimingSegment> segments = timingSegments(timing, 1000);
    for (const TimingSegment &segment : segments)
        parts += words(segment);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

/// The names stand one behind the other and go on in the next line where it is full.
QList<TimingBar::Caption> TimingBar::captions(int width) const
{
    const QFontMetrics metrics(Fonts::small());
    QList<Caption> captions;
    QPoint at(0, barHeight + gap);
    const QList<TimingSegment> segments = timingSegments(m_timing, width);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString text = words(segments[i]);
        const int needed = swatch + gap + metrics.horizontalAdvance(text);
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + metrics.height() + 2};
        captions.append({{at, QSize(needed, metrics.height())}, text, int(i)});
        at.rx() += needed + between;
    }
    return captions;
}

int TimingBar::heightForWidth(int width) const
{
    const QList<Caption> all = captions(width);
    return all.isEmpty() ? 0 : all.last().place.bottom() + 1;
}

void TimingBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(Fonts::small());
    const QList<TimingSegment> segments = timingSegments(m_timing, width());
    for (const TimingSegment &segment : segments)
        painter.fillRect(QRect(segment.x, 0, segment.width, barHeight),
                         phaseColor(segment.phase, palette()));
    const QList<Caption> all = captions(width());
    for (const Caption &caption : all) {
        const QRect place = caption.place;
        painter.fillRect(QRect(place.x(), place.center().y() - swatch / 2, swatch, swatch),
                         phaseColor(segments[caption.segment].phase, palette()));
        painter.setPen(Colors::quietText(palette()));
        painter.drawText(place.adjusted(swatch + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         caption.text);
    }
}
