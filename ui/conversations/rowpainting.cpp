#include "ui/conversations/rowpainting.h"

#include "ui/base/colors.h"

#include <QPainter>

namespace RowPainting {

void ground(QPainter *painter, const QRect &rect, QStyle::State state, const QPalette &palette)
{
    const bool chosen = state.testFlag(QStyle::State_Selected);
    const bool hovered = state.testFlag(QStyle::State_MouseOver);
    if (!chosen && !hovered)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(chosen ? Colors::accentTint(palette) : Colors::hoverTint(palette));
    painter->drawRoundedRect(rect, 8, 8);
    if (!chosen)
        return;
    // A bar at the edge, so that the choice is not told by colour alone.
    painter->setBrush(Colors::accent(palette));
    painter->drawRoundedRect(QRect(rect.left(), rect.top() + 8, 3, rect.height() - 16), 1.5, 1.5);
    if (state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Colors::accent(palette), 1.5));
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 7, 7);
    }
}

void text(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
          const QColor &colour)
{
    painter->setFont(font);
    painter->setPen(colour);
    const QFontMetrics metrics(font);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void tinted(QPainter *painter, Icons::Name name, const QRect &rect, const QColor &colour)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixmap = Icons::icon(name).pixmap(rect.size(), ratio);
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRect(QPoint(), rect.size()), colour);
    tint.end();
    painter->drawPixmap(rect, pixmap);
}

void pill(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
          const QPalette &palette)
{
    painter->setPen(Colors::line(palette));
    painter->setBrush(Colors::surface(palette));
    const QRectF outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    painter->setFont(font);
    painter->setPen(Colors::quietText(palette));
    painter->drawText(rect, Qt::AlignCenter, text);
}

} // namespace RowPainting
