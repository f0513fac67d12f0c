#include "ui/thread/threadcanvas.h"

#include "ui/thread/accessiblethread.h"
#include "ui/thread/threadmodel.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>

ThreadCanvas::ThreadCanvas(const ThreadModel &model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_layouts(model)
    , m_scroll(m_layouts)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Messages"));
    AccessibleThread::install();
    takeLook();
    wire();
}

void ThreadCanvas::wire()
{
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ThreadCanvas::rowsReset);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                m_layouts.appendRows(first, last);
                arrange();
            });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_layouts.reset();
        m_scroll.clampRows();
        select({});
        setCurrentRow(std::min(m_current, m_layouts.count() - 1));
        arrange();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                m_layouts.changeRows(first.row(), last.row());
                arrange();
            });
}

void ThreadCanvas::rowsReset()
{
    m_layouts.reset();
    m_selection = {};
    m_hits.clear();
    m_walking = false;
    setCurrentRow(-1);
    m_scroll.toEnd();
    arrange();
}

void ThreadCanvas::takeLook()
{
    m_layouts.setLook(ThreadLook(font(), palette()));
    takeWidth();
}

void ThreadCanvas::takeWidth()
{
    m_layouts.setColumnWidth(m_layouts.look().columnWidth(viewport()->width()));
    m_scroll.setViewportHeight(viewport()->height());
}

void ThreadCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::FontChange || type == QEvent::PaletteChange
        || type == QEvent::LanguageChange) {
        takeLook();
        arrange();
    }
}

void ThreadCanvas::resizeEvent(QResizeEvent * /*event*/)
{
    takeWidth();
    arrange();
}

/// Lays out what is on the screen and tells the scroll bar, without hearing back from it.
void ThreadCanvas::arrange()
{
    m_arranging = true;
    m_scroll.arrange();
    const auto most = [](qint64 value) {
        return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
    };
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(2 * m_layouts.look().lineHeight);
    bar->setRange(0, most(m_scroll.range()));
    bar->setValue(m_scroll.isAtEnd() ? bar->maximum() : most(m_scroll.value()));
    m_arranging = false;
    viewport()->update();
    emit arranged();
}

void ThreadCanvas::scrollContentsBy(int /*dx*/, int dy)
{
    if (m_arranging)
        return;
    // Near places are reached from the place held, far ones by the heights as they are guessed.
    if (std::abs(dy) <= 3 * viewport()->height())
        m_scroll.by(-dy);
    else
        m_scroll.to(verticalScrollBar()->value());
    arrange();
}

void ThreadCanvas::scrollToEnd()
{
    m_scroll.toEnd();
    arrange();
}

void ThreadCanvas::showRow(int row)
{
    if (row < 0 || row >= m_layouts.count())
        return;
    m_scroll.show(row, 0, ThreadLook::margin);
    arrange();
}

void ThreadCanvas::showPosition(const ThreadPosition &position)
{
    if (position.row < 0 || position.row >= m_layouts.count())
        return;
    const int y = m_layouts.message(position.row).yOf(position.source);
    m_layouts.measured(position.row);
    const QRect now = rowRect(position.row);
    const int margin = 3 * m_layouts.look().lineHeight;
    const int at = now.top() + y;
    if (!now.isNull() && at > margin && at < viewport()->height() - margin)
        return viewport()->update();
    m_scroll.show(position.row, y, viewport()->height() / 3);
    arrange();
}

void ThreadCanvas::setHits(const Hits &hits, const ThreadPosition &current)
{
    m_hits = hits;
    m_currentHit = current;
    viewport()->update();
}

QRect ThreadCanvas::rowRect(int row)
{
    for (const VisiblePiece &visible : m_scroll.visible()) {
        if (visible.row != row)
            continue;
        MessageLayout &message = m_layouts.message(row);
        const int left = m_layouts.look().columnLeft(viewport()->width());
        const int width = m_layouts.look().columnWidth(viewport()->width());
        return {left, visible.y - message.top(visible.piece), width, message.height()};
    }
    return {};
}

MessageMarks ThreadCanvas::marksOf(int row) const
{
    MessageMarks marks;
    marks.selection = m_selection.in(row, lengthOf(row));
    marks.focused = m_walking && row == m_current && hasFocus();
    if (row == m_hoveredRow)
        marks.hovered = m_hoveredZone;
    marks.hits = m_hits.value(row);
    if (row == m_currentHit.row) {
        for (int i = 0; i < marks.hits.size(); ++i) {
            if (marks.hits[i].begin == m_currentHit.source)
                marks.currentHit = i;
        }
    }
    return marks;
}

void ThreadCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    const int left = m_layouts.look().columnLeft(viewport()->width());
    MessagePainter messages(painter, m_layouts.look(), left,
                            m_layouts.look().columnWidth(viewport()->width()));
    int row = -1;
    MessageMarks marks;
    for (const VisiblePiece &visible : m_scroll.visible()) {
        MessageLayout &message = m_layouts.message(visible.row);
        if (visible.row != row) {
            row = visible.row;
            marks = marksOf(row);
            messages.paintGround(message, visible.y - message.top(visible.piece), marks);
        }
        messages.paintPiece(message, visible.piece, visible.y, marks);
    }
}

int ThreadCanvas::lengthOf(int row) const
{
    return int(m_model.row(row).message.content.size());
}

void ThreadCanvas::setCurrentRow(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    viewport()->update();
    emit currentRowChanged(row);
}
