#include "core/practice/practicethread.h"

#include <QPromise>

#include <memory>

namespace Core {

PracticeThread::PracticeThread(const Clock &clock, const PracticeOptions &options)
    : m_provider(new PracticeProvider(clock, options))
{
    m_thread.setObjectName(QStringLiteral("practice"));
    m_provider->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_provider, &QObject::deleteLater);
    m_thread.start();
}

PracticeThread::~PracticeThread()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<QUrl>> PracticeThread::start()
{
    auto promise = std::make_shared<QPromise<Result<QUrl>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_provider,
        [provider = m_provider, promise] {
            promise->addResult(provider->start());
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace Core
