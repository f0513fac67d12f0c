#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"
#include "core/store/database.h"
#include "core/store/storeplace.h"
#include "core/store/storeworker.h"

#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Core {

/// The threads of a store: one that writes, in order, and two that read, each with a connection
/// of its own. Lives in the thread that created it; jobs run in theirs. Destroying it runs the
/// writes that were asked and ends the reads with Cancelled.
class StoreLanes
{
    Q_DISABLE_COPY_MOVE(StoreLanes)

public:
    template <typename T>
    using Job = std::function<Result<T>(Database &)>;

    explicit StoreLanes(const Clock &clock);
    ~StoreLanes();

    QFuture<Result<StoreInfo>> open(const QString &location);

    /// On the writing connection, in order.
    template <typename T>
    QFuture<Result<T>> write(Job<T> job);
    /// On a reading connection, after every write asked so far.
    template <typename T>
    QFuture<Result<T>> read(Job<T> job);
    /// As read(), but the result may arrive later than those asked after it.
    template <typename T>
    QFuture<Result<T>> report(Job<T> job);

    /// After every write asked so far.
    QFuture<Result<HistoryDoor>> historyDoor();

private:
    /// A thread and its connection. `database` is touched by jobs of that thread only.
    struct Lane
    {
        ~Lane()
        {
            worker.post([this] { database.reset(); }); // a connection closes where it was opened
        }

        std::unique_ptr<Database> database;
        StoreWorker worker;
    };

    template <typename T>
    QFuture<Result<T>> runWrite(std::function<Result<T>()> job);
    template <typename T>
    QFuture<Result<T>> runRead(Lane &lane, std::optional<qint64> ticket, Job<T> job);
    template <typename T>
    QFuture<Result<T>> run(StoreWorker &worker, std::optional<qint64> ticket,
                           std::function<Result<T>()> job);

    Result<StoreInfo> openPlace(const QString &location);
    Result<Database *> writer() const;
    Result<Database *> readerOf(Lane &lane) const;

    const Clock &m_clock;
    qint64 m_writesAsked = 0;
    Milestone m_writesDone;
    Turnstile m_turnstile;
    std::atomic<bool> m_isEnding = false;

    // Made by open() in the writer's thread. Readers look only after that job is done.
    std::unique_ptr<StorePlace> m_place;

    // Destroyed from the last to the first: the writer closes when the readers have, because
    // the last connection to close empties the log.
    Lane m_writer;
    Lane m_reader;
    Lane m_reporter;
};

template <typename T>
QFuture<Result<T>> StoreLanes::run(StoreWorker &worker, std::optional<qint64> ticket,
                                   std::function<Result<T>()> job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    worker.post([this, promise, ticket, job = std::move(job)] {
        auto result = std::make_shared<Result<T>>(job());
        const auto deliver = [promise, result] {
            promise->addResult(std::move(*result));
            promise->finish();
        };
        ticket ? m_turnstile.pass(*ticket, deliver) : deliver();
    });
    return future;
}

template <typename T>
QFuture<Result<T>> StoreLanes::runWrite(std::function<Result<T>()> job)
{
    const qint64 number = ++m_writesAsked;
    return run<T>(m_writer.worker, m_turnstile.ticket(), [this, number, job = std::move(job)] {
        Result<T> result = job();
        m_writesDone.reach(number);
        return result;
    });
}

template <typename T>
QFuture<Result<T>> StoreLanes::write(Job<T> job)
{
    return runWrite<T>([this, job = std::move(job)]() -> Result<T> {
        const Result<Database *> database = writer();
        if (!database)
            return database.error();
        return job(**database);
    });
}

template <typename T>
QFuture<Result<T>> StoreLanes::runRead(Lane &lane, std::optional<qint64> ticket, Job<T> job)
{
    return run<T>(lane.worker, ticket,
                  [this, &lane, after = m_writesAsked, job = std::move(job)]() -> Result<T> {
                      if (m_isEnding)
                          return Error{.kind = Error::Kind::Cancelled};
                      m_writesDone.waitFor(after);
                      const Result<Database *> database = readerOf(lane);
                      if (!database)
                          return database.error();
                      return job(**database);
                  });
}

template <typename T>
QFuture<Result<T>> StoreLanes::read(Job<T> job)
{
    return runRead<T>(m_reader, m_turnstile.ticket(), std::move(job));
}

template <typename T>
QFuture<Result<T>> StoreLanes::report(Job<T> job)
{
    return runRead<T>(m_reporter, std::nullopt, std::move(job));
}

} // namespace Core
