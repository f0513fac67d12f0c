#pragma once

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

/// Waits for a future with the event loop running. Only for verbs, which have no window and
/// nothing else to do; the window never waits.
template <typename T>
T waitFor(QFuture<T> future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    return future.takeResult();
}
