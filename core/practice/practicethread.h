#pragma once

#include "core/practice/practiceprovider.h"

#include <QFuture>
#include <QThread>

namespace Core {

/// The practice provider on a thread of its own, for programs that have something else to do.
class PracticeThread
{
    Q_DISABLE_COPY_MOVE(PracticeThread)

public:
    /// `clock` outlives it.
    PracticeThread(const Clock &clock, const PracticeOptions &options);
    ~PracticeThread();

    /// Listens; the base URL for clients. To be called once.
    QFuture<Result<QUrl>> start();

private:
    QThread m_thread;
    PracticeProvider *m_provider; ///< lives in the thread and dies with it
};

} // namespace Core
