#include "ui/thread/links.h"
#include "ui/thread/messagetext.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace {

using namespace Qt::Literals::StringLiterals;

/// A tool tip that shows its text as it is: what a model wrote must not become markup there.
QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

} // namespace

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

QString ThreadCanvas::selectedSource()
{
    if (m_selection.isEmpty())
        return {};
    QStringList parts;
    for (int row = m_selection.begin().row; row <= m_selection.end().row; ++row) {
        const QString &source = m_model.row(row).message.content;
        const SourceRange range = m_selection.in(row, lengthOf(row));
        const bool whole = range.begin == 0 && range.end == source.size();
        if (whole)
            parts += source;
        else if (!range.isEmpty())
            parts += copiedSource(source, m_layouts.message(row).blocks(), range);
    }
    return parts.join(u"\n\n"_s);
}

void ThreadCanvas::copySelection()
{
    const QString text = selectedSource();
    if (text.isEmpty())
        copyMessage(m_current);
    else
        QApplication::clipboard()->setText(text);
}

void ThreadCanvas::copyMessage(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        QApplication::clipboard()->setText(m_model.row(row).message.content);
}

void ThreadCanvas::selectAll()
{
    if (m_layouts.count() == 0)
        return;
    const int row = m_current;
    if (row >= 0) {
        const ThreadSelection message{{row, 0}, {row, lengthOf(row)}};
        if (m_selection != message && !message.isEmpty())
            return select(message);
    }
    const int last = m_layouts.count() - 1;
    select({{0, 0}, {last, lengthOf(last)}});
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
        QApplication::clipboard()->setText(target.hit.codeOf);
        emit codeCopied();
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
        QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos())), viewport());
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

bool ThreadCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void ThreadCanvas::keyPressEvent(QKeyEvent *event)
{
    if (takeCommand(*event))
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && extendByKey(*event))
        return;
    const bool toSide = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (event->modifiers().testFlag(Qt::AltModifier) && m_current >= 0 && toSide) {
        emit siblingRequested(m_model.row(m_current).message.id,
                              event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    if (scrollByKey(event->key()))
        return;
    const bool letter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
    if (letter && event->modifiers() == Qt::NoModifier && m_current >= 0)
        emit actionKeyPressed(event->key());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool ThreadCanvas::takeCommand(const QKeyEvent &event)
{
    const bool plain = event.modifiers() == Qt::NoModifier;
    if (event.matches(QKeySequence::Copy))
        copySelection();
    else if (event.matches(QKeySequence::SelectAll))
        selectAll();
    else if (event.matches(QKeySequence::Find))
        emit findRequested();
    else if (event.key() == Qt::Key_J && plain)
        walk(1);
    else if (event.key() == Qt::Key_K && plain)
        walk(-1);
    else if (event.key() == Qt::Key_Escape && !m_selection.isEmpty())
        select({});
    else
        return false;
    return true;
}

bool ThreadCanvas::scrollByKey(int key)
{
    QScrollBar *bar = verticalScrollBar();
    switch (key) {
    case Qt::Key_Up:
        bar->setValue(bar->value() - bar->singleStep());
        return true;
    case Qt::Key_Down:
        bar->setValue(bar->value() + bar->singleStep());
        return true;
    case Qt::Key_PageUp:
        bar->setValue(bar->value() - bar->pageStep() + bar->singleStep());
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->setValue(bar->value() + bar->pageStep() - bar->singleStep());
        return true;
    case Qt::Key_Home:
        m_scroll.toStart();
        arrange();
        return true;
    case Qt::Key_End:
        scrollToEnd();
        return true;
    default:
        return false;
    }
}

/// Goes to the next or previous message; its top comes into view.
void ThreadCanvas::walk(int step)
{
    if (m_layouts.count() == 0)
        return;
    const QList<VisiblePiece> &visible = m_scroll.visible();
    const bool onScreen = !rowRect(m_current).isNull();
    const int from = onScreen || visible.isEmpty() ? m_current : visible.first().row - step;
    const int row = std::clamp(from + step, 0, m_layouts.count() - 1);
    m_walking = true;
    setCurrentRow(row);
    const QRect rect = rowRect(row);
    if (rect.isNull() || rect.top() < 0 || rect.bottom() > viewport()->height())
        showRow(row);
    viewport()->update();
    tellFocus();
}

/// Tells a screen reader which message the keyboard is at.
void ThreadCanvas::tellFocus()
{
    if (!QAccessible::isActive() || m_current < 0)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(m_current);
    QAccessible::updateAccessibility(&focus);
}

/// Shift with an arrow draws the selection on: by characters, words or whole messages.
bool ThreadCanvas::extendByKey(const QKeyEvent &event)
{
    if (m_current < 0)
        return false;
    ThreadSelection next = m_selection;
    if (next.anchor.row < 0)
        next.anchor = next.cursor = {m_current, 0};
    const int length = lengthOf(next.cursor.row);
    const bool words = event.modifiers().testFlag(Qt::ControlModifier);
    const QString &source = m_model.row(next.cursor.row).message.content;
    switch (event.key()) {
    case Qt::Key_Left:
        next.cursor.source = words ? wordAt(source, std::max(next.cursor.source - 1, 0)).begin
                                   : std::max(next.cursor.source - 1, 0);
        break;
    case Qt::Key_Right:
        next.cursor.source = words ? wordAt(source, next.cursor.source).end
                                   : std::min(next.cursor.source + 1, length);
        break;
    case Qt::Key_Up:
        next.cursor = next.cursor.source > 0 ? ThreadPosition{next.cursor.row, 0}
                                             : ThreadPosition{std::max(next.cursor.row - 1, 0), 0};
        break;
    case Qt::Key_Down: {
        const int row = next.cursor.source < length
            ? next.cursor.row
            : std::min(next.cursor.row + 1, m_layouts.count() - 1);
        next.cursor = {row, lengthOf(row)};
        break;
    }
    default:
        return false;
    }
    select(next);
    showPosition(next.cursor);
    return true;
}

void ThreadCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        m_walking = true;
        if (m_current < 0 && !m_scroll.visible().isEmpty())
            setCurrentRow(m_scroll.visible().last().row);
    }
    viewport()->update();
}

void ThreadCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_walking = false;
    viewport()->update();
}
