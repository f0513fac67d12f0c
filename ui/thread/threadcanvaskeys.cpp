#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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
