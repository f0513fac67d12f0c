#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"
#include "core/store/database.h"
#include "core/store/standin.h"
#include "core/store/storeplace.h"
#include "core/store/storeworker.h"

#include <QPromise>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace Core {

/// The threads of a store: one that writes, in order, and two that read, each with a connection
/// of its own. Lives in the thread that created it; jobs run in theirs. Destroying it runs the
/// writes that were asked and ends the reads with Cancelled. While a server is away, its stand-in
/// takes reads and writes, where there is one.
class StoreLanes
{
    Q_DISABLE_COPY_MOVE(StoreLanes)

public:
    template <typename T>
    using Job = std::function<Result<T>(Database &)>;
    /// Puts what was read from a server into its stand-in.
    template <typename T>
    using Keep = std::function<void(
        Standin &, const std::conditional_t<std::is_void_v<T>, std::nullptr_t, T> &)>;

    explicit StoreLanes(const Clock &clock);
    ~StoreLanes();

    /// With a folder for the stand-in of a server, which tells its states in whatever thread.
    QFuture<Result<StoreInfo>> open(const QString &location, const QString &standinFolder = {},
                                    const Standin::Tell &tell = {});
    /// The server may be there again: delivers what waits.
    QFuture<Result<void>> comeBack(const Standin::Refused &refused);
    /// The server is away. After open().
    void leave(const Error &why);

    /// On the writing connection, in order.
    template <typename T>
    QFuture<Result<T>> write(Job<T> job);
    /// As write(), and on the stand-in while the server is away; then `deed` waits for it.
    template <typename T>
    QFuture<Result<T>> keep(std::optional<Deed> deed, Job<T> job);
    /// On a reading connection, after every write asked so far.
    template <typename T>
    QFuture<Result<T>> read(Job<T> job, Keep<T> keep = {});
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
            worker.post([this] {
                database.reset();
                copy.reset();
                standin.reset();
            }); // a connection closes where it was opened
        }

        std::unique_ptr<Database> database;
        std::unique_ptr<Standin> standin; ///< of the writer only
        std::unique_ptr<Database> copy; ///< of the stand-in, for reading
        StoreWorker worker;
    };

    template <typename T>
    QFuture<Result<T>> runWrite(std::function<Result<T>()> job);
    template <typename T>
    QFuture<Result<T>> runRead(Lane &lane, std::optional<qint64> ticket, Job<T> job,
                               Keep<T> keep = {});
    template <typename T>
    Result<T> writeNow(const Job<T> &job);
    template <typename T>
    Result<T> readNow(Lane &lane, const Job<T> &job, const Keep<T> &keep);
    template <typename T>
    void keepWritten(const Job<T> &job, const Result<T> &written);
    template <typename T>
    QFuture<Result<T>> run(StoreWorker &worker, std::optional<qint64> ticket,
                           std::function<Result<T>()> job);

    Result<StoreInfo> openPlace(const QString &location, const QString &standinFolder);
    Result<StoreInfo> openAway(const Error &why);
    Result<void> openWriter();
    void openStandin(const QString &folder, const QString &location);
    Result<Database *> copyOf(Lane &lane) const;
    Standin *standin() const { return m_writer.standin.get(); }
    Result<Database *> writer() const;
    Result<Database *> readerOf(Lane &lane) const;

    const Clock &m_clock;
    qint64 m_writesAsked = 0;
    Milestone m_writesDone;
    Turnstile m_turnstile;
    std::atomic<bool> m_isEnding = false;

    // Made by open() in the writer's thread. Readers look only after that job is done.
    std::unique_ptr<StorePlace> m_place;
    Standin::Tell m_tell;

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
    return runWrite<T>([this, job = std::move(job)] { return writeNow<T>(job); });
}

template <typename T>
Result<T> StoreLanes::writeNow(const Job<T> &job)
{
    const Result<Database *> database = writer();
    if (!database)
        return database.error();
    Result<T> done = job(**database);
    if (!done && standin() && done.error().kind == Error::Kind::StoreUnreachable)
        standin()->leave(done.error());
    return done;
}

template <typename T>
QFuture<Result<T>> StoreLanes::keep(std::optional<Deed> deed, Job<T> job)
{
    return runWrite<T>([this, deed = std::move(deed), job = std::move(job)]() -> Result<T> {
        if (!standin() || m_place->whyReadOnly())
            return writeNow<T>(job);
        if (!standin()->takesWrites()) {
            Result<T> done = writeNow<T>(job);
            if (done && deed)
                keepWritten<T>(job, done);
            if (done || !isForLater(done.error()))
                return done;
            standin()->leave(done.error());
        }
        return standin()->write<T>(job, deed);
    });
}

/// Puts it into the copy, after it was told: ids and times are the same there.
template <typename T>
void StoreLanes::keepWritten(const Job<T> &job, const Result<T> &written)
{
    m_writer.worker.post([this, job, written] {
        if constexpr (std::is_same_v<T, Conversation> || std::is_same_v<T, Thread>)
            standin()->keep(*written);
        else
            standin()->logged(job(standin()->copy()));
    });
}

template <typename T>
QFuture<Result<T>> StoreLanes::runRead(Lane &lane, std::optional<qint64> ticket, Job<T> job,
                                       Keep<T> keep)
{
    return run<T>(lane.worker, ticket,
                  [this, &lane, after = m_writesAsked, job = std::move(job),
                   keep = std::move(keep)]() -> Result<T> {
                      if (m_isEnding)
                          return Error{.kind = Error::Kind::Cancelled};
                      m_writesDone.waitFor(after);
                      return readNow<T>(lane, job, keep);
                  });
}

template <typename T>
Result<T> StoreLanes::readNow(Lane &lane, const Job<T> &job, const Keep<T> &keep)
{
    if (!standin() || !standin()->takesReads()) {
        const Result<Database *> database = readerOf(lane);
        Result<T> found = database ? job(**database) : Result<T>(database.error());
        if constexpr (!std::is_void_v<T>) {
            if (found && standin() && keep)
                m_writer.worker.post([this, keep, value = *found] { keep(*standin(), value); });
        }
        if (found || !standin() || found.error().kind != Error::Kind::StoreUnreachable)
            return found;
        standin()->leave(found.error());
    }
    const Result<Database *> copy = copyOf(lane);
    if (!copy)
        return copy.error();
    Result<T> kept = job(**copy);
    return kept ? kept : standin()->instead(kept.error());
}

template <typename T>
QFuture<Result<T>> StoreLanes::read(Job<T> job, Keep<T> keep)
{
    return runRead<T>(m_reader, m_turnstile.ticket(), std::move(job), std::move(keep));
}

template <typename T>
QFuture<Result<T>> StoreLanes::report(Job<T> job)
{
    return runRead<T>(m_reporter, std::nullopt, std::move(job));
}

} // namespace Core
