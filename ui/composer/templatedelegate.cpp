#include "ui/composer/templatedelegate.h"

#include "ui/base/colors.h"

#include <QPainter>

namespace {

constexpr int padding = 8;

} // namespace

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex & /*index*/) const
{
    return {200, option.fontMetrics.height() + 2 * 6};
}

void TemplateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Colors::accentTint(option.palette));
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const QString name = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                            rect.width() * 2 / 3);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(rect, Qt::AlignVCenter, name);

    rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 2 * padding);
    painter->setFont(option.font);
    painter->setPen(Colors::quietText(option.palette));
    painter->drawText(rect, Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(BeginningRole).toString(),
                                                    Qt::ElideRight, rect.width()));
    painter->restore();
}
