#include "ui/base/tooltips.h"
#include "ui/thread/links.h"
#include "ui/thread/messagecommands.h"
#include "ui/thread/messagetext.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

int ThreadCanvas::rowAt(int y)
{
    int row = -1;
    for (const VisiblePiece &visible : m_scroll.visible()) {
        row = visible.row;
        if (y < visible.y + m_layouts.message(row).piece(visible.piece).height)
            break;
    }
    return row;
}

ThreadCanvas::Target ThreadCanvas::targetAt(const QPoint &point)
{
    Target target{.row = rowAt(point.y())};
    const int left = m_layouts.look().columnLeft(viewport()->width()) + ThreadLook::padding;
    target.y = rowRect(target.row).top();
    if (target.row >= 0)
        target.hit =
            m_layouts.message(target.row).hit(QPointF(point.x() - left, point.y() - target.y));
    return target;
}

void ThreadCanvas::select(const ThreadSelection &selection)
{
    m_selection = selection;
    viewport()->update();
}

void ThreadCanvas::toggleReasoning(int row)
{
    m_layouts.message(row).toggleReasoning();
    m_layouts.measured(row);
    arrange();
}

void ThreadCanvas::mousePressEvent(QMouseEvent *event)
{
    const Target target = targetAt(event->pos());
    if (target.row < 0)
        return;
    m_walking = false;
    setCurrentRow(target.row);
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->pos();
    m_dragging = true;
    const ThreadPosition position{target.row, std::max(target.hit.source, 0)};
    const bool extends =
        event->modifiers().testFlag(Qt::ShiftModifier) && m_selection.anchor.row >= 0;
    select({extends ? m_selection.anchor : position, position});
}

void ThreadCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return hover(event->pos());
    dragTo(event->pos());
    if (viewport()->rect().contains(event->pos()))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(30, this);
}

void ThreadCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_dragTimer.stop();
    const bool clicked =
        (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (clicked && m_selection.isEmpty())
        activate(targetAt(event->pos()));
    else if (QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedSource(), QClipboard::Selection);
}

void ThreadCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Target target = targetAt(event->pos());
    if (target.row < 0 || target.hit.source < 0)
        return;
    const SourceRange word = wordAt(m_model.row(target.row).message.content, target.hit.source);
    select({{target.row, word.begin}, {target.row, word.end}});
}

void ThreadCanvas::dragTo(const QPoint &point)
{
    const Target target = targetAt(point);
    if (target.row >= 0)
        select({m_selection.anchor, {target.row, std::max(target.hit.source, 0)}});
}

void ThreadCanvas::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond = point.y() < 0 ? point.y() : std::max(point.y() - viewport()->height(), 0);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
    dragTo(point);
}

void ThreadCanvas::hover(const QPoint &point)
{
    const Target target = targetAt(point);
    const bool onText = !target.hit.link.isEmpty() || target.hit.zone.has_value();
    viewport()->setCursor(onText ? Qt::PointingHandCursor : Qt::IBeamCursor);
    const bool sameZone = m_hoveredRow == target.row
        && m_hoveredZone.has_value() == target.hit.zone.has_value()
        && (!m_hoveredZone || m_hoveredZone->rect == target.hit.zone->rect);
    m_hoveredRow = target.row;
    m_hoveredZone = target.hit.zone;
    if (!m_walking)
        setCurrentRow(target.row);
    if (!sameZone)
        viewport()->update();
}

void ThreadCanvas::activate(const Target &target)
{
    if (target.row < 0)
        return;
    if (const std::optional<QUrl> link = Links::openable(target.hit.link)) {
        emit linkActivated(*link);
        return;
    }
    if (!target.hit.zone)
        return;
    const QString id = m_model.row(target.row).message.id;
    switch (target.hit.zone->action) {
    case ZoneAction::CopyCode:
        copyCode(target.hit.codeOf);
        break;
    case ZoneAction::ShowMore:
        m_layouts.message(target.row).showMore();
        m_layouts.measured(target.row);
        arrange();
        break;
    case ZoneAction::PreviousSibling:
        emit siblingRequested(id, -1);
        break;
    case ZoneAction::NextSibling:
        emit siblingRequested(id, 1);
        break;
    case ZoneAction::OpenSummary:
        emit summaryRequested();
        break;
    case ZoneAction::ToggleReasoning:
        toggleReasoning(target.row);
        break;
    }
}

void ThreadCanvas::copyCode(const QString &code)
{
    QApplication::clipboard()->setText(code);
    QToolTip::showText(QCursor::pos(), tr("Copied"), viewport());
}

void ThreadCanvas::fillMenu(int row, QMenu &menu)
{
    const QList<MessageCommand> commands =
        commandsOf(m_model.row(row), m_layouts.message(row).blocks());
    if (!commands.isEmpty())
        menu.addSeparator();
    for (const MessageCommand &command : commands) {
        QString label = command.label;
        label.replace(u'&', u"&&"_s); // no mnemonics in what others wrote
        menu.addAction(label, this, [this, row, command] { carryOut(row, command); });
    }
}

void ThreadCanvas::carryOut(int row, const MessageCommand &command)
{
    if (row >= m_model.rowCount())
        return;
    const QString id = m_model.row(row).message.id;
    switch (command.kind) {
    case MessageCommand::Kind::CopyCode:
        return copyCode(command.value);
    case MessageCommand::Kind::OpenLink:
        if (const std::optional<QUrl> link = Links::openable(command.value))
            emit linkActivated(*link);
        return;
    case MessageCommand::Kind::ToggleReasoning:
        return toggleReasoning(row);
    case MessageCommand::Kind::OpenSummary:
        emit summaryRequested();
        return;
    case MessageCommand::Kind::PreviousSibling:
        emit siblingRequested(id, -1);
        return;
    case MessageCommand::Kind::NextSibling:
        emit siblingRequested(id, 1);
        return;
    }
}

QString ThreadCanvas::tipAt(const QPoint &point)
{
    const Target target = targetAt(point);
    if (target.row < 0)
        return {};
    if (!target.hit.link.isEmpty())
        return Links::tip(target.hit.link);
    if (target.hit.zone)
        return target.hit.zone->label;
    return MessageText::planReason(m_model.row(target.row));
}

bool ThreadCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(tipAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const int row =
            menu->reason() == QContextMenuEvent::Keyboard ? m_current : targetAt(menu->pos()).row;
        if (row >= 0)
            emit menuRequested(row, menu->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hoveredZone.reset();
        viewport()->update();
        emit pointerLeft();
    }
    return QAbstractScrollArea::viewportEvent(event);
}
