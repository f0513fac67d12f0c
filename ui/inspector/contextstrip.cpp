#include "ui/inspector/contextstrip.h"

#include "ui/base/colors.h"
#include "ui/base/tooltips.h"
#include "ui/base/verdictmark.h"
#include "ui/inspector/planmodel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace {

constexpr int trackHeight = 4; // the line below that shows which part is in view
constexpr double keyZoom = 1.5;
constexpr double wheelZoomPerNotch = 1.25;

} // namespace

ContextStrip::ContextStrip(const PlanModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setAccessibleName(tr("Context strip"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&model, &PlanModel::planChanged, this, &ContextStrip::takePlan);
    takePlan();
}

void ContextStrip::takePlan()
{
    const bool wasWhole = m_window.isWhole(m_scale);
    m_scale = StripScale(m_model.plan().items);
    m_window = wasWhole ? StripWindow{0, m_scale.length()} : panned(m_window, m_scale, 0);
    if (m_current >= m_scale.count())
        setCurrent(m_scale.count() - 1);
    update();
}

void ContextStrip::setCurrent(qsizetype row)
{
    if (row == m_current || row >= m_scale.count())
        return;
    m_current = row;
    if (row >= 0) {
        setAccessibleDescription(m_model.description(row));
        m_window = showing(m_window, m_scale, row);
    }
    update();
    emit currentChanged(row);
}

void ContextStrip::zoomBy(double factor)
{
    const double middle = m_current < 0 ? m_window.from + m_window.length / 2
                                        : (m_scale.start(m_current) + m_scale.end(m_current)) / 2;
    setWindow(zoomed(m_window, m_scale, middle, factor));
}

void ContextStrip::showWhole()
{
    setWindow({0, m_scale.length()});
}

void ContextStrip::setWindow(const StripWindow &window)
{
    m_window = window;
    update();
}

qsizetype ContextStrip::rowAt(double x) const
{
    return m_scale.itemAt(tokensAt(m_window, width(), x));
}

QRect ContextStrip::blockArea() const
{
    return {0, 4, width(), height() - 4 - 2 * trackHeight};
}

QRect ContextStrip::blockOf(qsizetype row) const
{
    const double left = xAt(m_window, width(), m_scale.start(row));
    const double right = xAt(m_window, width(), m_scale.end(row));
    const QRect area = blockArea();
    const int x = int(std::floor(std::max(left, 0.0)));
    const int end = int(std::ceil(std::min(right, double(width()))));
    return {x, area.y(), std::max(3, end - x), area.height()};
}

bool ContextStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_scale.count() == 0)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(m_model.description(rowAt(help->x()))),
                       this);
    return true;
}

void ContextStrip::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_scale.count() == 0)
        return;
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse)
        setCurrent(rowAt(event->x()));
    if (m_current >= 0)
        emit menuRequested(
            m_current, byMouse ? event->globalPos() : mapToGlobal(blockOf(m_current).bottomLeft()));
}

void ContextStrip::keyPressEvent(QKeyEvent *event)
{
    if (m_scale.count() == 0)
        return QWidget::keyPressEvent(event);
    const qsizetype last = m_scale.count() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(std::max<qsizetype>(0, m_current < 0 ? last : m_current - 1));
    case Qt::Key_Right:
        return setCurrent(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(keyZoom);
    case Qt::Key_Minus:
        return zoomBy(1 / keyZoom);
    case Qt::Key_0:
        return showWhole();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            emit activated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ContextStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_scale.count() == 0)
        return QWidget::mousePressEvent(event);
    m_pressed = true;
    m_dragging = false;
    m_pressedX = m_draggedX = event->position().x();
}

void ContextStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (!m_pressed)
        return;
    m_dragging = m_dragging || std::abs(x - m_pressedX) >= QApplication::startDragDistance();
    if (!m_dragging)
        return;
    const double tokens = (m_draggedX - x) * m_window.length / std::max(1, width());
    setWindow(panned(m_window, m_scale, tokens));
    m_draggedX = x;
}

void ContextStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_pressed && !m_dragging && event->button() == Qt::LeftButton;
    m_pressed = m_dragging = false;
    if (!clicked || m_scale.count() == 0)
        return;
    const qsizetype row = rowAt(event->position().x());
    setCurrent(row);
    emit activated(row);
}

void ContextStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const bool sideways =
        std::abs(angle.x()) > std::abs(angle.y()) || event->modifiers() & Qt::ShiftModifier;
    if (sideways) {
        const int turn = angle.x() != 0 ? angle.x() : angle.y();
        setWindow(panned(m_window, m_scale, -turn / 120.0 * m_window.length / 8));
    } else {
        const double at = tokensAt(m_window, width(), event->position().x());
        setWindow(zoomed(m_window, m_scale, at, std::pow(wheelZoomPerNotch, angle.y() / 120.0)));
    }
    event->accept();
}

void ContextStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBlocks(painter);
    paintTrack(painter);
    paintCurrent(painter);
}

void ContextStrip::paintBlocks(QPainter &painter) const
{
    const QRect area = blockArea();
    painter.fillRect(area, Colors::free(palette()));
    const QList<StripBlock> blocks = stripBlocks(m_model.plan().items, m_scale, m_window, width());
    for (const StripBlock &block : blocks) {
        const int gap = block.width > 3 ? 1 : 0; // tells neighbours of one colour apart
        paintVerdict(painter, {block.x, area.y(), block.width - gap, area.height()}, block.verdict,
                     block.cached ? Caching::Cached : Caching::NotCached, palette());
    }
}

void ContextStrip::paintTrack(QPainter &painter) const
{
    if (m_scale.count() == 0 || m_window.isWhole(m_scale))
        return;
    const QRect track(0, height() - trackHeight, width(), trackHeight);
    painter.fillRect(track, Colors::free(palette()));
    const int left = int(m_window.from / m_scale.length() * width());
    const int right = int(std::ceil(m_window.to() / m_scale.length() * width()));
    painter.fillRect(QRect(left, track.y(), std::max(8, right - left), trackHeight),
                     Colors::quietText(palette()));
}

void ContextStrip::paintCurrent(QPainter &painter) const
{
    if (m_current < 0 && !hasFocus())
        return;
    const QRect block = m_current < 0 ? blockArea().adjusted(1, 0, -1, 0) : blockOf(m_current);
    painter.setPen(QPen(hasFocus() ? Colors::accent(palette()) : palette().color(QPalette::Text),
                        hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(block.adjusted(-1, -2, 0, 1));
}
