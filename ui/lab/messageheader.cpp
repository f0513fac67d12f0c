#include "ui/lab/messageheader.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/lab/labmatrixmodel.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int margin = 8;
constexpr int gap = 8;
constexpr int markSide = 12;

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

void MessageHeader::setMarking(bool marking)
{
    m_marking = marking;
    viewport()->update();
}

void MessageHeader::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    const bool onMark = m_marking && event->position().x() < margin + markSide + gap / 2;
    if (onMark && row >= 0 && event->button() == Qt::LeftButton)
        return emit markRequested(row);
    QHeaderView::mousePressEvent(event);
}

/// A full diamond is evidence, a hollow one with dashes a proposal, a faint one could be marked.
void MessageHeader::paintMark(QPainter &painter, const QRect &area, int section) const
{
    using Evidence = LabMatrixModel::Evidence;
    const auto evidence =
        model()->headerData(section, Qt::Vertical, LabMatrixModel::EvidenceRole).value<Evidence>();
    const QRectF mark = QRectF(0, 0, markSide, markSide)
                            .translated(area.x() + 0.5, area.center().y() - markSide / 2 + 0.5);
    const QPolygonF diamond({{mark.center().x(), mark.top()},
                             {mark.right(), mark.center().y()},
                             {mark.center().x(), mark.bottom()},
                             {mark.left(), mark.center().y()}});
    const QColor ink = Colors::accent(palette());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        evidence == Evidence::None
            ? QPen(Colors::line(palette()), 1)
            : QPen(ink, 1.5, evidence == Evidence::Proposed ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(evidence == Evidence::Marked ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawPolygon(diamond);
    painter.restore();
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
    if (m_marking) {
        paintMark(*painter, area, section);
        area.setLeft(area.left() + markSide + gap);
    }
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
