#include "ui/palette/palettedelegate.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/palette/palettemodel.h"

#include <QPainter>
#include <QTextLayout>

namespace {

constexpr int iconSize = 18;
constexpr int side = 14;
constexpr int gap = 10;

QList<QTextLayout::FormatRange> marksOf(const QList<int> &positions, const QPalette &palette)
{
    QTextCharFormat marked;
    marked.setFontWeight(QFont::Bold);
    marked.setForeground(Colors::accent(palette));
    QList<QTextLayout::FormatRange> ranges;
    for (const int position : positions)
        ranges.append({position, 1, marked});
    return ranges;
}

/// On one line; what does not fit fades out under the detail's place.
void drawTitle(QPainter *painter, const QRect &rect, const QModelIndex &index,
               const QPalette &palette)
{
    const QString title = QFontMetrics(Fonts::body())
                              .elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    QTextLayout layout(title, Fonts::body());
    layout.setFormats(
        marksOf(index.data(PaletteModel::PositionsRole).value<QList<int>>(), palette));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(rect.width() + 40);
    layout.endLayout();
    painter->setPen(palette.color(QPalette::Text));
    painter->setClipRect(rect);
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2 + 0.5));
    painter->setClipping(false);
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Colors::accentTint(option.palette));
        painter->drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 6, 6);
    }
    QRect room = option.rect.adjusted(side, 0, -side, 0);
    QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (!index.data(PaletteModel::IsCommandRole).toBool())
        icon = Icons::icon(Icons::Name::Chats);
    icon.paint(painter, QRect(room.left(), room.center().y() - iconSize / 2, iconSize, iconSize));
    room.setLeft(room.left() + iconSize + gap);

    const QFontMetrics small(Fonts::small());
    const QString detail = small.elidedText(index.data(PaletteModel::DetailRole).toString(),
                                            Qt::ElideRight, room.width() / 2);
    painter->setFont(Fonts::small());
    painter->setPen(Colors::quietText(option.palette));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, detail);
    room.setRight(room.right() - small.horizontalAdvance(detail) - gap);
    drawTitle(painter, room, index, option.palette);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex & /*index*/) const
{
    return {100, QFontMetrics(Fonts::body()).height() + 18};
}
