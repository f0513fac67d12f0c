#include "core/session/replayrun.h"

#include "core/base/async.h"
#include "core/cost/replayer.h"

#include <QElapsedTimer>
#include <QThread>
#include <QtConcurrent>

#include <atomic>
#include <mutex>
#include <thread>

namespace Core {

namespace {

constexpr int lotSize = 128;
constexpr int tickMs = 100;

} // namespace

/// What the threads of a run share.
struct ReplayRun::Work
{
    explicit Work(const PriceList &list)
        : prices(list)
    {
    }

    Result<ReplayReport> all();
    void some();
    Result<void> readLots(Replayer &replayer);
    Result<QStringList> nextIds(HistoryReader &reader);

    const PriceList prices; ///< a copy: the list of the program may change meanwhile
    ReplayQuery query;
    HistoryDoor door;
    std::atomic<bool> isCancelled = false;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;

    std::mutex guard; ///< of what follows
    QString last; ///< id of the last conversation that was given out
    ReplayFigures figures;
    std::optional<Error> error;
};

Result<ReplayReport> ReplayRun::Work::all()
{
    QElapsedTimer timer;
    timer.start();
    {
        const auto reader = door.open();
        if (!reader)
            return reader.error();
        const Result<qint64> count = (*reader)->count(query.filter);
        if (!count)
            return count.error();
        total = *count;
    }
    std::vector<std::thread> others;
    for (int i = 1; i < QThread::idealThreadCount(); ++i)
        others.emplace_back([this] { some(); });
    some();
    for (std::thread &other : others)
        other.join();
    if (isCancelled)
        return Error{.kind = Error::Kind::Cancelled};
    if (error)
        return *error;
    return ReplayReport{query, std::move(figures), double(timer.elapsed()) / 1000};
}

/// One thread's part: lots as long as there are any.
void ReplayRun::Work::some()
{
    Replayer replayer(query, prices);
    const Result<void> read = readLots(replayer);
    const std::scoped_lock lock(guard);
    if (!read)
        error = read.error();
    else
        figures += replayer.figures();
}

Result<void> ReplayRun::Work::readLots(Replayer &replayer)
{
    const auto reader = door.open();
    if (!reader)
        return reader.error();
    while (!isCancelled) {
        const Result<QStringList> ids = nextIds(**reader);
        if (!ids)
            return ids.error();
        if (ids->isEmpty())
            return {};
        const auto lot = (*reader)->conversations(*ids);
        if (!lot)
            return lot.error();
        for (const PastConversation &conversation : *lot) {
            if (isCancelled)
                return {};
            replayer.add(conversation);
            ++done;
        }
    }
    return {};
}

Result<QStringList> ReplayRun::Work::nextIds(HistoryReader &reader)
{
    const std::scoped_lock lock(guard);
    if (error) // of another thread: what is still to come is in vain
        return QStringList();
    Result<QStringList> ids = reader.ids(query.filter, last, lotSize);
    if (ids && !ids->isEmpty())
        last = ids->last();
    return ids;
}

ReplayRun::ReplayRun(ConversationStore &store, const PriceList &prices, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_work(std::make_shared<Work>(prices))
{
    m_ticks.setInterval(tickMs);
    connect(&m_ticks, &QTimer::timeout, this,
            [this] { emit progressed(m_work->done, m_work->total); });
}

ReplayRun::~ReplayRun()
{
    m_work->isCancelled = true;
    m_pool.waitForDone();
}

QFuture<Result<ReplayReport>> ReplayRun::start(const ReplayQuery &query)
{
    m_promise.start();
    m_work->query = query;
    whenDone(m_store.history(), this,
             [this](const Result<HistoryDoor> &door) { door ? look(*door) : end(door.error()); });
    return m_promise.future();
}

void ReplayRun::look(const HistoryDoor &door)
{
    m_work->door = door;
    m_ticks.start();
    whenDone(QtConcurrent::run(&m_pool, [work = m_work] { return work->all(); }), this,
             [this](const Result<ReplayReport> &report) { end(report); });
}

void ReplayRun::end(const Result<ReplayReport> &report)
{
    m_ticks.stop();
    emit progressed(m_work->done, m_work->total);
    m_promise.addResult(report);
    m_promise.finish();
}

void ReplayRun::cancel()
{
    m_work->isCancelled = true;
}

} // namespace Core
