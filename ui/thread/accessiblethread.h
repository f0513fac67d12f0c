#pragma once

#include <QAccessibleWidget>
#include <QHash>

class ThreadCanvas;

/// The thread as screen readers see it: a list whose items are the messages, each with its
/// speaker, time, text, ending and whether it was sent.
class AccessibleThread final : public QAccessibleWidget
{
public:
    explicit AccessibleThread(ThreadCanvas &canvas);
    ~AccessibleThread() override;

    /// Makes every ThreadCanvas have one. Safe to call again.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    ThreadCanvas &canvas() const;

private:
    mutable QHash<int, QAccessible::Id> m_children; ///< made when they are asked for
};
