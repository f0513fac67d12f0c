#pragma once

#include "ui/thread/foldedsearch.h"
#include "ui/thread/threadselection.h"

#include <QBasicTimer>
#include <QHash>
#include <QObject>

#include <optional>

class ThreadModel;

/// Searches the messages of a model, a slice at a time, so that typing goes on meanwhile
/// however long the thread is.
class ThreadFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadFinder)

public:
    using Hits = QHash<int, QList<SourceRange>>;

    explicit ThreadFinder(const ThreadModel &model, QObject *owner = nullptr);

    /// Looks for `wanted` from the first row on. An empty text ends the search.
    void search(const QString &wanted);

    bool isSearching() const { return m_timer.isActive(); }
    int count() const { return int(m_order.size()); }
    const Hits &hits() const { return m_hits; }
    /// The hit at an index, counted from zero in reading order.
    ThreadPosition at(int index) const { return m_order[index]; }
    /// The index of the first hit at or behind a row; the last one if there is none behind.
    int nearest(int row) const;

    static constexpr int mostHits = 10'000; ///< beyond these the search stops

signals:
    void progressed(); ///< more rows were searched, or all

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void searchSlice();

    const ThreadModel &m_model;
    std::optional<FoldedSearch> m_search;
    QBasicTimer m_timer;
    int m_nextRow = 0;
    Hits m_hits;
    QList<ThreadPosition> m_order;
};
