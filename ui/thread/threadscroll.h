#pragma once

#include <QList>
#include <QtGlobal>

class ThreadLayouts;

/// A piece on the screen.
struct VisiblePiece
{
    int row = 0;
    int piece = 0;
    int y = 0; ///< in the viewport

    friend bool operator==(const VisiblePiece &, const VisiblePiece &) = default;
};

/// Where the thread is scrolled to. The place is held by a piece and its distance from the
/// top, never by a sum of heights: when heights above turn out to be other than guessed, what
/// is on the screen does not move. At the end it stays at the end while messages grow.
class ThreadScroll
{
public:
    explicit ThreadScroll(ThreadLayouts &layouts);

    void setViewportHeight(int height) { m_height = height; }

    void toStart();
    void toEnd() { m_atEnd = true; }
    /// To a value of the scroll bar, which may be far away.
    void to(qint64 value);
    void by(int pixels);
    /// Brings the position `y` of the row to `top` pixels below the viewport's top.
    void show(int row, int y, int top);
    /// After rows were taken away.
    void clampRows();

    /// Lays out what is on the screen from the place held, and forgets the rest.
    const QList<VisiblePiece> &arrange();
    const QList<VisiblePiece> &visible() const { return m_visible; }

    bool isAtEnd() const { return m_atEnd; }
    qint64 value() const;
    qint64 range() const; ///< the greatest value

    static constexpr int endPadding = 16; ///< below the last message

private:
    int heightOf(int row, int piece);
    bool stepBack(VisiblePiece &place);
    bool stepOn(VisiblePiece &place);
    void holdFirstVisible();
    int collect();

    ThreadLayouts &m_layouts;
    int m_height = 0;
    VisiblePiece m_place; ///< the piece that is held
    bool m_atEnd = true;
    QList<VisiblePiece> m_visible;
};
