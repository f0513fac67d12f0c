#include "ui/thread/accessiblethread.h"

#include "ui/thread/messagetext.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadmodel.h"

namespace {

/// One message. Refers to a row, so it stays right when the rows change.
class AccessibleMessage final : public QAccessibleInterface
{
public:
    AccessibleMessage(const AccessibleThread &thread, int row)
        : m_thread(thread)
        , m_row(row)
    {
    }

    int row() const { return m_row; }
    bool isValid() const override { return m_row < m_thread.canvas().model().rowCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_thread.canvas());
    }
    QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    void setText(QAccessible::Text /*type*/, const QString & /*text*/) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text type) const override
    {
        if (!isValid())
            return {};
        const ThreadRow &row = m_thread.canvas().model().row(m_row);
        if (type == QAccessible::Name)
            return MessageText::spoken(row);
        return type == QAccessible::Description ? MessageText::planReason(row) : QString();
    }

    QRect rect() const override
    {
        const QRect rect = m_thread.canvas().rowRect(m_row);
        return rect.isNull() ? rect
                             : rect.translated(m_thread.canvas().viewport()->mapToGlobal(QPoint()));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.selectable = true;
        state.focused = m_thread.canvas().hasFocus() && m_thread.canvas().currentRow() == m_row;
        state.offscreen = m_thread.canvas().rowRect(m_row).isNull();
        return state;
    }

private:
    const AccessibleThread &m_thread;
    int m_row;
};

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *canvas = qobject_cast<ThreadCanvas *>(object);
    return canvas ? new AccessibleThread(*canvas) : nullptr;
}

} // namespace

AccessibleThread::AccessibleThread(ThreadCanvas &canvas)
    : QAccessibleWidget(&canvas, QAccessible::List)
{
}

AccessibleThread::~AccessibleThread()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void AccessibleThread::install()
{
    QAccessible::installFactory(makeInterface); // the same one twice is kept once
}

ThreadCanvas &AccessibleThread::canvas() const
{
    return *static_cast<ThreadCanvas *>(widget());
}

int AccessibleThread::childCount() const
{
    return canvas().model().rowCount();
}

QAccessibleInterface *AccessibleThread::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_children.constFind(index);
    if (known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    auto *message = new AccessibleMessage(*this, index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(message));
    return message;
}

int AccessibleThread::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *message = dynamic_cast<const AccessibleMessage *>(child);
    return message ? message->row() : -1;
}

QAccessibleInterface *AccessibleThread::childAt(int x, int y) const
{
    const QPoint point = canvas().viewport()->mapFromGlobal(QPoint(x, y));
    const int row = canvas().viewport()->rect().contains(point) ? canvas().rowAt(point.y()) : -1;
    return row < 0 ? nullptr : child(row);
}

QAccessibleInterface *AccessibleThread::focusChild() const
{
    return canvas().hasFocus() ? child(canvas().currentRow()) : nullptr;
}
