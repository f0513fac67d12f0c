#pragma once

#include "ui/thread/heightindex.h"
#include "ui/thread/messagelayout.h"

#include <memory>
#include <unordered_map>

class ThreadModel;

/// The heights of all rows of a thread and the layouts of the few that are looked at. A height
/// is a guess from the length of the text until the row has been looked at. Memory is bounded
/// by the number of layouts kept, not by the length of the thread.
class ThreadLayouts
{
    Q_DISABLE_COPY_MOVE(ThreadLayouts)

public:
    explicit ThreadLayouts(const ThreadModel &model);

    void setLook(const ThreadLook &look);
    const ThreadLook &look() const { return m_look; }
    /// Of the column with its padding.
    void setColumnWidth(int width);

    void reset();
    void appendRows(int first, int last);
    void changeRows(int first, int last);

    int count() const { return m_heights.count(); }
    qint64 total() const { return m_heights.total(); }
    qint64 top(int row) const { return m_heights.top(row); }
    int height(int row) const { return m_heights.height(row); }
    int rowAt(qint64 y) const { return m_heights.rowAt(y); }

    /// The layout of a row; made if there is none. Valid until the next call that is not const.
    MessageLayout &message(int row);
    /// Lays out one piece and takes over the new height of its row.
    const ShapedPiece &shaped(int row, int piece);
    /// Takes over the height of a row's layout after it was changed from outside.
    void measured(int row);

    /// Forgets what is laid out outside of these pieces, and the layouts least recently used.
    void release(int firstRow, int firstPiece, int lastRow, int lastPiece);
    int keptMessages() const { return int(m_messages.size()); }
    int keptPieces() const;

private:
    struct Kept
    {
        std::unique_ptr<MessageLayout> layout;
        quint64 used = 0;
    };

    int textWidth() const { return m_columnWidth - 2 * ThreadLook::padding; }
    int guess(int row) const;
    void evict(int firstRow, int lastRow);

    const ThreadModel &m_model;
    ThreadLook m_look;
    int m_columnWidth = 400;
    HeightIndex m_heights;
    std::unordered_map<int, Kept> m_messages;
    quint64 m_uses = 0;
};
