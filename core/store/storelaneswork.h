#pragma once

// How the lanes run a job: the templates of storelanes.h, which includes this.

namespace Core {

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
QFuture<Result<T>> StoreLanes::write(Job<T> job, bool alsoInCopy)
{
    return runWrite<T>([this, alsoInCopy, job = std::move(job)] {
        const Result<T> done = writeNow<T>(job);
        if (done && alsoInCopy && standin())
            keepWritten<T>(job, done);
        return done;
    });
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
        if (!standin()) // it has ended meanwhile
            return;
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
                m_writer.worker.post([this, keep, value = *found] {
                    if (standin())
                        keep(*standin(), value);
                });
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
