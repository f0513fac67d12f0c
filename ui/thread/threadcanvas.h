#pragma once

#include "ui/thread/messagepainter.h"
#include "ui/thread/threadlayouts.h"
#include "ui/thread/threadscroll.h"
#include "ui/thread/threadselection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QHash>
#include <QUrl>

class QMenu;
class ThreadModel;
struct MessageCommand;

/// Paints the messages of a model in one scrolling widget and takes mouse and keyboard:
/// scrolling, selecting, walking from message to message, clicking on links and buttons.
class ThreadCanvas final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadCanvas)

public:
    using Hits = QHash<int, QList<SourceRange>>;

    explicit ThreadCanvas(const ThreadModel &model, QWidget *parent = nullptr);

    /// Scrolls to the end, where it stays while messages grow.
    void scrollToEnd();
    bool isAtEnd() const { return m_scroll.isAtEnd(); }
    void showRow(int row);
    void showPosition(const ThreadPosition &position);

    /// What the search found, by row, and the one among it that it stands at.
    void setHits(const Hits &hits, const ThreadPosition &current);

    int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    /// Where a message stands in the viewport; empty if it is not on the screen.
    QRect rowRect(int row);

    const ThreadSelection &selection() const { return m_selection; }
    void select(const ThreadSelection &selection);
    QString selectedSource();
    void copySelection(); ///< or, where nothing is selected, the current message
    void copyMessage(int row);
    /// Selects the current message; if it is selected already, the whole thread.
    void selectAll();
    void toggleReasoning(int row);
    /// Adds what can be clicked within a message, for those who use the keyboard.
    void fillMenu(int row, QMenu &menu);

    const ThreadModel &model() const { return m_model; }
    const ThreadLayouts &layouts() const { return m_layouts; }
    const QList<VisiblePiece> &visible() const { return m_scroll.visible(); }
    /// The row at this height of the viewport; the nearest one beyond the ends.
    int rowAt(int y);

signals:
    void linkActivated(const QUrl &target);
    void siblingRequested(const QString &messageId, int step);
    void summaryRequested();
    void currentRowChanged(int row);
    void menuRequested(int row, const QPoint &globalPosition);
    void findRequested();
    void actionKeyPressed(int key); ///< a letter, for the current row
    void pointerLeft();
    void arranged(); ///< something else is on the screen, or stands elsewhere

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// What is below a point of the viewport.
    struct Target
    {
        int row = -1;
        int y = 0; ///< of the message's top
        MessageHit hit;
    };

    void wire();
    void takeLook();
    void takeWidth();
    void rowsReset();
    void arrange();
    Target targetAt(const QPoint &point);
    MessageMarks marksOf(int row) const;
    QString tipAt(const QPoint &point);
    void hover(const QPoint &point);
    void activate(const Target &target);
    void carryOut(int row, const MessageCommand &command);
    void copyCode(const QString &code);
    void dragTo(const QPoint &point);
    void walk(int step);
    bool takeCommand(const QKeyEvent &event);
    void tellFocus();
    bool scrollByKey(int key);
    bool extendByKey(const QKeyEvent &event);
    int lengthOf(int row) const;

    const ThreadModel &m_model;
    ThreadLayouts m_layouts;
    ThreadScroll m_scroll;
    bool m_arranging = false;

    ThreadSelection m_selection;
    Hits m_hits;
    ThreadPosition m_currentHit;
    int m_current = -1;
    bool m_walking = false; ///< the keyboard is at the current row, so it is framed
    int m_hoveredRow = -1;
    std::optional<Zone> m_hoveredZone;
    QPoint m_pressed;
    bool m_dragging = false;
    QBasicTimer m_dragTimer; ///< scrolls on while the mouse is held outside
};
