#include "ui/base/chip.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"

#include <QPainter>

namespace {

constexpr int leastHeight = 26;
constexpr int side = 10;
constexpr int markSize = 12;
constexpr int gap = 4;

} // namespace

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFont(Fonts::small());
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, &Chip::updateGeometry);
}

void Chip::setOpensMenu(bool opens)
{
    m_opensMenu = opens;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int marks = (isChecked() ? markSize + gap : 0) + (m_opensMenu ? markSize + gap : 0);
    return {fontMetrics().horizontalAdvance(text()) + 2 * side + marks,
            qMax(leastHeight, fontMetrics().height() + 8)};
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border =
        isChecked() || hasFocus() ? Colors::accent(palette()) : Colors::line(palette());
    const QColor ground = isChecked() ? Colors::accentTint(palette())
        : underMouse()                ? Colors::hoverTint(palette())
                                      : Colors::surface(palette());
    painter.setPen(QPen(border, hasFocus() ? 2 : 1));
    painter.setBrush(ground);
    const QRectF outline = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    QRect content = rect().adjusted(side, 0, -side, 0);
    const auto mark = [&](Icons::Name name, int x) {
        Icons::icon(name).paint(&painter, x, (height() - markSize) / 2, markSize, markSize);
    };
    if (isChecked()) {
        mark(Icons::Name::Check, content.left());
        content.setLeft(content.left() + markSize + gap);
    }
    if (m_opensMenu) {
        mark(Icons::Name::Expand, content.right() - markSize + 1);
        content.setRight(content.right() - markSize - gap);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(content, Qt::AlignVCenter | Qt::AlignLeft, text());
}
