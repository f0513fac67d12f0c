#include "ui/base/verdictmark.h"

#include "ui/base/colors.h"

#include <QPainter>

#include <algorithm>

namespace {

double heightOf(Core::Verdict verdict)
{
    switch (verdict) {
    case Core::Verdict::Kept:
    case Core::Verdict::Pinned:
    case Core::Verdict::Retrieved:
        return 1;
    case Core::Verdict::Shortened:
        return 0.75;
    case Core::Verdict::Summarised:
        return 0.5;
    case Core::Verdict::Dropped:
    case Core::Verdict::Excluded:
        return 0.25;
    }
    Q_UNREACHABLE();
}

} // namespace

QRect verdictRect(const QRect &rect, Core::Verdict verdict)
{
    const int height = std::max(2, qRound(rect.height() * heightOf(verdict)));
    return {rect.x(), rect.y() + rect.height() - height, rect.width(), height};
}

void paintVerdict(QPainter &painter, const QRect &rect, Core::Verdict verdict, Caching caching,
                  const QPalette &palette)
{
    const QRect shape = verdictRect(rect, verdict);
    painter.fillRect(shape, Colors::verdict(verdict, palette));
    if (caching == Caching::Cached) {
        QColor lines = palette.color(QPalette::Base);
        lines.setAlpha(150);
        painter.fillRect(shape, QBrush(lines, Qt::BDiagPattern));
    }
    const int cap = std::max(2, rect.height() / 8);
    const QColor ink = palette.color(QPalette::Text);
    if (verdict == Core::Verdict::Pinned)
        painter.fillRect(QRect(shape.x(), shape.y(), shape.width(), cap), ink);
    if (verdict == Core::Verdict::Retrieved)
        painter.fillRect(QRect(shape.x(), shape.bottom() + 1 - cap, shape.width(), cap), ink);
    if (verdict == Core::Verdict::Excluded)
        painter.fillRect(shape, QBrush(ink, Qt::DiagCrossPattern));
}
