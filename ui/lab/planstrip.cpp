#include "ui/lab/planstrip.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/tooltips.h"
#include "ui/base/verdictmark.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace {

constexpr int notch = 8; // height of the marks above the blocks

} // namespace

PlanStrip::PlanStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Context strip"));
}

void PlanStrip::setScale(const QList<Core::Message> &messages)
{
    QList<Core::PlanItem> items;
    m_ids.clear();
    for (const Core::Message &message : messages) {
        items.append({.id = message.id, .tokens = std::max(0, message.tokens)});
        m_ids += message.id;
    }
    m_scale = StripScale(items);
    update();
}

void PlanStrip::setPlan(const Core::ContextPlan &plan)
{
    m_plan = plan;
    update();
}

void PlanStrip::setMarked(const QSet<QString> &messages)
{
    m_marked = messages;
    update();
}

qsizetype PlanStrip::itemAt(double x) const
{
    if (m_scale.count() == 0)
        return -1;
    const qsizetype item = m_scale.itemAt(tokensAt({0, m_scale.length()}, width(), x));
    return item < m_plan.items.size() ? item : -1;
}

bool PlanStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype place = itemAt(help->x());
    if (place < 0) {
        QToolTip::hideText();
        return true;
    }
    const Core::PlanItem &item = m_plan.items[place];
    const QString text =
        tr("Message %1, %2\n%3\n%4", "number, writer, verdict, tokens")
            .arg(Formats::number(place + 1), roleText(item.role),
                 verdictWithReason(item.verdict, item.reason), Formats::exactTokens(item.tokens));
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void PlanStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const qsizetype place = itemAt(event->position().x());
    if (place >= 0 && event->button() == Qt::LeftButton)
        emit messageActivated(m_plan.items[place].id);
}

void PlanStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(0, notch + 2, 0, 0);
    painter.fillRect(area, Colors::free(palette()));
    if (m_scale.count() == 0 || m_plan.items.size() > m_scale.count())
        return;
    const StripWindow whole{0, m_scale.length()};
    for (const StripBlock &block : stripBlocks(m_plan.items, m_scale, whole, width())) {
        const int gap = block.width > 3 ? 1 : 0; // tells neighbours of one colour apart
        paintVerdict(painter, {block.x, area.y(), block.width - gap, area.height()}, block.verdict,
                     block.cached ? Caching::Cached : Caching::NotCached, palette());
    }
    paintMarks(painter);
}

void PlanStrip::paintMarks(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Colors::accent(palette()));
    const StripWindow whole{0, m_scale.length()};
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        if (!m_marked.contains(m_ids[i]))
            continue;
        const double x = xAt(whole, width(), (m_scale.start(i) + m_scale.end(i)) / 2);
        painter.drawPolygon(
            QPolygonF({{x - notch / 2.0, 0}, {x + notch / 2.0, 0}, {x, double(notch)}}));
    }
}
