// Finding words in the thread that is shown.

#include "ui/thread/findbar.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadfinder.h"
#include "ui/thread/threadview.h"

void ThreadView::wireFind()
{
    connect(m_canvas, &ThreadCanvas::findRequested, this, &ThreadView::openFind);
    connect(m_find, &FindBar::textChanged, this, [this](const QString &text) {
        m_hit = -1;
        m_finder->search(text);
    });
    connect(m_find, &FindBar::stepRequested, this, &ThreadView::stepFind);
    connect(m_find, &FindBar::closed, this, [this] {
        m_hit = -1;
        m_finder->search({});
        m_canvas->setFocus();
    });
    connect(m_finder, &ThreadFinder::progressed, this, &ThreadView::showFound);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ThreadView::findAgain);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ThreadView::findAgain);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ThreadView::findAgain);
}

/// Searches anew after the messages changed.
void ThreadView::findAgain()
{
    m_hit = -1;
    m_finder->search(m_find->isHidden() ? QString() : m_find->text());
}

void ThreadView::openFind()
{
    m_find->open();
}

void ThreadView::stepFind(int step)
{
    const int count = m_finder->count();
    if (count == 0)
        return;
    m_hit = (m_hit + step + count) % count;
    m_canvas->showPosition(m_finder->at(m_hit));
    showFound();
}

/// The first hit at or behind what is on the screen is where the search begins.
void ThreadView::showFound()
{
    const int count = m_finder->count();
    if (m_hit < 0 && count > 0 && !m_canvas->visible().isEmpty()) {
        const int row = m_canvas->visible().first().row;
        const int nearest = m_finder->nearest(row);
        if (!m_finder->isSearching() || m_finder->at(nearest).row >= row) {
            m_hit = nearest;
            m_canvas->showPosition(m_finder->at(m_hit));
        }
    }
    m_find->setResult(m_hit, count, m_finder->isSearching());
    m_canvas->setHits(m_finder->hits(), m_hit < 0 ? ThreadPosition{} : m_finder->at(m_hit));
}
