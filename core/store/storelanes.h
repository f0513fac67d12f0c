#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"
#include "core/store/database.h"
#include "core/store/standin.h"
#include "core/store/storeplace.h"
#include "core/store/storeworker.h"

#include <QPromise>
#include <QSemaphore>

#include <atomic>
#include <chrono>
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
    /// It does not answer: what waits for it fails now. After open().
    void hangUp();

    /// Ends as the destructor does, after the last call of all others. False where it takes
    /// longer: then it goes on, and can be waited for again.
    bool end(std::chrono::milliseconds longest);

    /// On the writing connection, in order; where it is done there and `alsoInCopy`, in the copy.
    template <typename T>
    QFuture<Result<T>> write(Job<T> job, bool alsoInCopy = false);
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

        void setDatabase(std::unique_ptr<Database> made)
        {
            line = made->connection().line();
            database = std::move(made);
        }

        std::unique_ptr<Database> database;
        std::atomic<std::shared_ptr<ServerLine>> line; ///< of the database, for all threads
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
    QSemaphore m_endedLanes;

    // Made by open() in the writer's thread. Readers look only after that job is done.
    std::unique_ptr<StorePlace> m_place;
    Error m_whyClosed; ///< where there is none: what was wrong with it, if one was to be opened
    Standin::Tell m_tell;

    // Destroyed from the last to the first: the writer closes when the readers have, because
    // the last connection to close empties the log.
    Lane m_writer;
    Lane m_reader;
    Lane m_reporter;
};

} // namespace Core

#include "core/store/storelaneswork.h"
