#pragma once

#include "core/cost/replayfigures.h"
#include "core/store/conversationstore.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Core {

class PriceList;

/// Asks all stored conversations once more, on all cores, reading the store lot by lot. The
/// report is of all of them or there is none.
class ReplayRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayRun)

public:
    /// `store` must outlive it.
    ReplayRun(ConversationStore &store, const PriceList &prices, QObject *parent = nullptr);
    ~ReplayRun() override;

    /// Once. Cancelled after cancel().
    QFuture<Result<ReplayReport>> start(const ReplayQuery &query);
    void cancel();

signals:
    void progressed(qint64 conversations, qint64 of);

private:
    struct Work;

    void look(const HistoryDoor &door);
    void end(const Result<ReplayReport> &report);

    ConversationStore &m_store;
    std::shared_ptr<Work> m_work;
    QPromise<Result<ReplayReport>> m_promise;
    QTimer m_ticks;
    QThreadPool m_pool;
};

} // namespace Core
