#include "ui/thread/threadfinder.h"

#include "ui/thread/threadmodel.h"

#include <QTimerEvent>

#include <algorithm>

namespace {

/// Characters searched at a time: a few milliseconds.
constexpr qsizetype sliceCharacters = 200'000;

} // namespace

ThreadFinder::ThreadFinder(const ThreadModel &model, QObject *owner)
    : QObject(owner)
    , m_model(model)
{
}

void ThreadFinder::search(const QString &wanted)
{
    m_search.emplace(wanted);
    m_hits.clear();
    m_order.clear();
    m_nextRow = 0;
    m_timer.stop();
    if (m_search->isEmpty()) {
        emit progressed();
        return;
    }
    m_timer.start(0, this);
    searchSlice();
}

int ThreadFinder::nearest(int row) const
{
    const auto found = std::ranges::lower_bound(m_order, row, {}, &ThreadPosition::row);
    return found == m_order.end() ? count() - 1 : int(found - m_order.begin());
}

void ThreadFinder::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        searchSlice();
    else
        QObject::timerEvent(event);
}

void ThreadFinder::searchSlice()
{
    qsizetype characters = 0;
    for (; m_nextRow < m_model.rowCount() && characters < sliceCharacters && count() < mostHits;
         ++m_nextRow) {
        const QString &text = m_model.row(m_nextRow).message.content;
        characters += text.size();
        const QList<SourceRange> found = m_search->in(text, mostHits - count());
        for (const SourceRange &range : found)
            m_order.append({m_nextRow, range.begin});
        if (!found.isEmpty())
            m_hits.insert(m_nextRow, found);
    }
    if (m_nextRow >= m_model.rowCount() || count() >= mostHits)
        m_timer.stop();
    emit progressed();
}
