#include "ui/base/stylepainting.h"

#include "ui/base/colors.h"
#include "ui/base/icons.h"

#include <QPainter>

namespace {

constexpr qreal radius = 6;

/// Lines of one pixel lie on pixels.
QRectF outline(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void roundedBox(QPainter *painter, const QRect &rect, const QColor &border, const QColor &ground)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.alpha() > 0 ? QPen(border) : QPen(Qt::NoPen));
    painter->setBrush(ground);
    painter->drawRoundedRect(outline(rect), radius, radius);
    painter->restore();
}

QColor primaryGround(const QStyleOption &option)
{
    const QColor colour = option.palette.color(QPalette::Active, QPalette::Highlight);
    if (!is(option, QStyle::State_Enabled))
        return Colors::line(option.palette);
    if (is(option, QStyle::State_Sunken))
        return colour.darker(118);
    return is(option, QStyle::State_MouseOver) ? colour.darker(108) : colour;
}

QColor plainGround(const QStyleOption &option)
{
    if (is(option, QStyle::State_On))
        return Colors::accentTint(option.palette);
    if (!is(option, QStyle::State_Enabled))
        return option.palette.color(QPalette::Window);
    if (is(option, QStyle::State_Sunken))
        return Colors::line(option.palette);
    if (is(option, QStyle::State_MouseOver))
        return Colors::hoverTint(option.palette);
    return Colors::surface(option.palette);
}

} // namespace

namespace StylePainting {

void button(QPainter *painter, const QStyleOptionButton &option)
{
    const bool flat = option.features.testFlag(QStyleOptionButton::Flat);
    if (option.features.testFlag(QStyleOptionButton::DefaultButton) && !flat) {
        roundedBox(painter, option.rect, Qt::transparent, primaryGround(option));
        return;
    }
    if (flat)
        return toolButton(painter, option);
    plainButton(painter, option);
}

void plainButton(QPainter *painter, const QStyleOption &option)
{
    const QColor border = is(option, QStyle::State_On) ? Colors::accent(option.palette)
                                                       : Colors::line(option.palette);
    roundedBox(painter, option.rect, border, plainGround(option));
}

void toolButton(QPainter *painter, const QStyleOption &option)
{
    const bool on = is(option, QStyle::State_On);
    const bool touched = is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken);
    if (!on && !(touched && is(option, QStyle::State_Enabled)))
        return;
    roundedBox(painter, option.rect, on ? Colors::accent(option.palette) : QColor(Qt::transparent),
               on ? Colors::accentTint(option.palette) : Colors::hoverTint(option.palette));
}

void field(QPainter *painter, const QStyleOption &option)
{
    const bool focused = is(option, QStyle::State_HasFocus);
    const QColor ground = is(option, QStyle::State_Enabled)
        ? option.palette.color(QPalette::Base)
        : option.palette.color(QPalette::Window);
    roundedBox(painter, option.rect,
               focused ? Colors::accent(option.palette) : Colors::line(option.palette), ground);
    if (focused)
        roundedBox(painter, option.rect.adjusted(1, 1, -1, -1), Colors::accent(option.palette),
                   ground);
}

void focus(QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Colors::accent(option.palette), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter->restore();
}

void checkBox(QPainter *painter, const QStyleOption &option)
{
    const bool set = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(set ? Qt::NoPen : QPen(Colors::quietText(option.palette)));
    painter->setBrush(set ? primaryGround(option) : plainGround(option));
    const QRectF box = outline(option.rect);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(QPen(option.palette.color(QPalette::HighlightedText), 2, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (is(option, QStyle::State_NoChange))
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if (set)
        painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption &option)
{
    const bool set = is(option, QStyle::State_On);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(set ? Qt::NoPen : QPen(Colors::quietText(option.palette)));
    painter->setBrush(set ? primaryGround(option) : plainGround(option));
    const QRectF circle = outline(option.rect);
    painter->drawEllipse(circle);
    if (set) {
        const qreal inset = circle.width() * 0.32;
        painter->setBrush(option.palette.color(QPalette::HighlightedText));
        painter->drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

void expandArrow(QPainter *painter, const QRect &place)
{
    constexpr int size = 12;
    const QPoint corner = place.center() - QPoint(size / 2 - 1, size / 2 - 1);
    Icons::icon(Icons::Name::Expand).paint(painter, QRect(corner, QSize(size, size)));
}

void tabBase(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Colors::line(option.palette));
}

void tab(QPainter *painter, const QStyleOptionTab &option)
{
    if (is(option, QStyle::State_Selected))
        painter->fillRect(
            QRect(option.rect.left() + 8, option.rect.bottom() - 1, option.rect.width() - 16, 2),
            Colors::accent(option.palette));
    else if (is(option, QStyle::State_MouseOver))
        roundedBox(painter, option.rect.adjusted(4, 4, -4, -5), Qt::transparent,
                   Colors::hoverTint(option.palette));
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Colors::line(option.palette));
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider)
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken);
    const int inset = active ? 2 : 3;
    const QRectF handle = QRectF(slider).adjusted(inset, inset, -inset, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? Colors::quietText(option.palette)
                             : option.palette.color(QPalette::Active, QPalette::Shadow));
    if (Colors::isDark(option.palette) && !active)
        painter->setBrush(Colors::reserve(option.palette));
    const qreal round = qMin(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, round, round);
    painter->restore();
}

void slider(QPainter *painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle)
{
    const bool level = option.orientation == Qt::Horizontal;
    const QPoint middle = groove.center();
    const QRect track = level ? QRect(groove.left(), middle.y() - 1, groove.width(), 4)
                              : QRect(middle.x() - 1, groove.top(), 4, groove.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Colors::line(option.palette));
    painter->drawRoundedRect(track, 2, 2);
    painter->setBrush(primaryGround(option));
    if (level)
        painter->drawRoundedRect(
            QRect(track.topLeft(), QPoint(handle.center().x(), track.bottom())), 2, 2);
    painter->setPen(QPen(is(option, QStyle::State_HasFocus) ? Colors::accent(option.palette)
                                                            : Colors::surface(option.palette),
                         2));
    const qreal size = qMin(handle.width(), handle.height()) - 2;
    painter->drawEllipse(QPointF(handle.center()) + QPointF(0.5, 0.5), size / 2, size / 2);
    painter->restore();
}

void progressGroove(QPainter *painter, const QStyleOption &option)
{
    roundedBox(painter, option.rect, Colors::line(option.palette), Colors::free(option.palette));
}

void progressContents(QPainter *painter, const QStyleOptionProgressBar &option,
                      const QColor &filling)
{
    const qint64 range = qint64(option.maximum) - option.minimum;
    const QRect inside = option.rect.adjusted(1, 1, -1, -1);
    if (range <= 0) {
        // How long it takes is not known: a filling that does not pretend to be a share.
        painter->fillRect(inside, QBrush(filling, Qt::BDiagPattern));
        return;
    }
    const qint64 done = qint64(option.progress) - option.minimum;
    QRect filled = inside;
    filled.setWidth(int(inside.width() * qBound(qint64(0), done, range) / range));
    if (filled.width() > 0)
        roundedBox(painter, filled, Qt::transparent, filling);
}

void spinButton(QPainter *painter, const QStyleOption &option, const QRect &place,
                Qt::ArrowType arrow)
{
    const QPointF middle = QRectF(place).center();
    const qreal rise = arrow == Qt::UpArrow ? 2 : -2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.palette.color(QPalette::ButtonText), 1.5, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{middle + QPointF(-3.5, rise), middle - QPointF(0, rise),
                                    middle + QPointF(3.5, rise)});
    painter->restore();
}

void panelFrame(QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setPen(Colors::line(option.palette));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void menuPanel(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, Colors::surface(option.palette));
    painter->save();
    painter->setPen(Colors::line(option.palette));
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void menuHeading(QPainter *painter, const QStyleOptionMenuItem &option)
{
    painter->save();
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(Colors::quietText(option.palette));
    painter->drawText(option.rect.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                      option.text);
    painter->restore();
}

void splitter(QPainter *painter, const QStyleOption &option)
{
    const bool upright = is(option, QStyle::State_Horizontal);
    const QPoint middle = option.rect.center();
    const QRect line = upright ? QRect(middle.x(), option.rect.top(), 1, option.rect.height())
                               : QRect(option.rect.left(), middle.y(), option.rect.width(), 1);
    const bool touched = is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken);
    painter->fillRect(line,
                      touched ? Colors::accent(option.palette) : Colors::line(option.palette));
}

} // namespace StylePainting
