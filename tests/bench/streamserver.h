#pragma once

#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

/// A chat-completions server on loopback, in a thread of its own so that it does not take part
/// in what is measured.
class StreamServer final
{
    Q_DISABLE_COPY_MOVE(StreamServer)

public:
    enum class Answer {
        AtOnce, ///< one word, and the end
        HundredASecond, ///< a word every 10 ms, for ever
    };

    explicit StreamServer(Answer answer);
    ~StreamServer();

    QUrl url() const;
    qint64 lastRead() const { return m_lastRead; } ///< when the last request was whole; see now()
    static qint64 now(); ///< nanoseconds

private:
    QThread m_thread;
    QObject *m_worker; ///< lives in the thread
    std::atomic<quint16> m_port = 0;
    std::atomic<qint64> m_lastRead = 0;
};
