#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <utility>

namespace Core {

/// Calls `handler` with the result, in the event loop of the thread that `receiver`
/// lives in and this is called from. If `receiver` dies first, nothing is called.
/// QFuture::then(context, ...) would do, but asserts in Qt 6.4 in that case.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *receiver, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled())
                             handler(watcher->future().takeResult());
                     });
    watcher->setFuture(future);
}

/// A future that is already done with `value`.
template <typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace Core
