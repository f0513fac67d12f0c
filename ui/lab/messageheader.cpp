#include "ui/lab/messageheader.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/lab/labmatrixmodel.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int margin = 8;
constexpr int gap = 8;

int widestWriter(const QFontMetrics &metrics)
{
    int width = 0;
    using enum Core::Role;
    for (const Core::Role role : {System, User, Assistant, Tool})
        width = std::max(width, metrics.horizontalAdvance(roleText(role)));
    return width;
}

} // namespace

MessageHeader::MessageHeader(QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(rowHeight());
    setMinimumSectionSize(rowHeight());
    setSectionsClickable(true);
    setHighlightSections(false);
    setAccessibleName(tr("Messages"));
}

int MessageHeader::rowHeight()
{
    return QFontMetrics(Fonts::small()).height() + margin;
}

void MessageHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto value = [&](int row, int role) {
        return model()->headerData(row, Qt::Vertical, role);
    };
    const QString number = Formats::number(value(section, LabMatrixModel::NumberRole).toInt());
    const QString widest =
        Formats::number(value(model()->rowCount() - 1, LabMatrixModel::NumberRole).toInt());
    const auto writer = value(section, LabMatrixModel::WriterRole).value<Core::Role>();
    const QFontMetrics metrics(Fonts::small());
    QRect area = rect.adjusted(margin, 0, -margin, 0);
    painter->fillRect(rect, Colors::surface(palette()));
    painter->setFont(Fonts::small());
    painter->setPen(Colors::quietText(palette()));
    const int numberWidth = metrics.horizontalAdvance(widest);
    painter->drawText(QRect(area.x(), area.y(), numberWidth, area.height()),
                      Qt::AlignVCenter | Qt::AlignRight, number);
    area.setLeft(area.left() + numberWidth + gap);
    const int writerWidth = widestWriter(metrics);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, roleText(writer));
    area.setLeft(area.left() + writerWidth + gap);
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(value(section, Qt::DisplayRole).toString(), Qt::ElideRight,
                                         area.width()));
    painter->setPen(Colors::line(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
}
