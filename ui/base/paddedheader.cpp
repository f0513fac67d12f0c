#include "ui/base/paddedheader.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/paddeddelegate.h"

#include <QPainter>

PaddedHeader::PaddedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setFont(Fonts::small());
    setHighlightSections(false);
    setFocusPolicy(Qt::NoFocus);
}

void PaddedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const int alignment =
        model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
    // A cell of a table has its style's own margin too.
    const int air = PaddedDelegate::air + style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    painter->setFont(font());
    painter->setPen(Colors::quietText(palette()));
    painter->drawText(rect.adjusted(air, 0, -air, 0), alignment | Qt::TextSingleLine,
                      model()->headerData(section, orientation(), Qt::DisplayRole).toString());
}

QSize PaddedHeader::sectionSizeFromContents(int section) const
{
    return QHeaderView::sectionSizeFromContents(section) + QSize(2 * PaddedDelegate::air, 0);
}
