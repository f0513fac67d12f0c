#include "core/store/storelistener.h"

#include "core/store/connection.h"
#include "core/store/postgres.h"
#include "core/store/storedvalues.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pulseMs = 2'000;
constexpr int firstWaitMs = 250;
constexpr int longestWaitMs = 5'000;

/// Twice as long after each try, and half of it up to chance.
int waitAfter(int tries)
{
    const int whole = std::min(longestWaitMs, firstWaitMs << std::min(tries, 10));
    return whole / 2 + QRandomGenerator::global()->bounded(whole / 2);
}

} // namespace

/// The part of the listener that lives in its thread.
class StoreListener::Ear final : public QObject
{
public:
    Ear(const QString &url, StoreListener *listener)
        : m_url(url)
        , m_listener(listener)
    {
        m_clock.start();
        m_again.setSingleShot(true);
        m_pulse.setInterval(pulseMs);
        connect(&m_again, &QTimer::timeout, this, [this] { connectAnew(); });
        connect(&m_pulse, &QTimer::timeout, this, [this] { feelPulse(); });
    }

    void look()
    {
        if (m_connection && m_connection->probe())
            emit m_listener->connected();
        else if (m_tries == 0) // else it is tried soon
            connectAnew();
    }

    qint64 silentMs() const
    {
        const qint64 since = m_askedAt;
        return since < 0 ? 0 : m_clock.elapsed() - since;
    }
    void hangUp()
    {
        if (Connection *line = m_line)
            line->hangUp();
    }

private:
    void connectAnew();
    void feelPulse();
    Result<bool> open();

    QString m_url;
    StoreListener *m_listener;
    std::unique_ptr<Connection> m_connection;
    QTimer m_again{this};
    QTimer m_pulse{this};
    int m_tries = 0;
    bool m_isReadOnly = false;
    QElapsedTimer m_clock;
    std::atomic<qint64> m_askedAt = -1; ///< by m_clock; -1: nothing is asked
    std::atomic<Connection *> m_line = nullptr; ///< m_connection, for all threads
};

void StoreListener::Ear::connectAnew()
{
    m_pulse.stop();
    const Result<bool> readOnly = open();
    if (!readOnly) {
        m_line = nullptr;
        m_connection.reset();
        m_again.start(waitAfter(m_tries++));
        emit m_listener->lost(readOnly.error());
        return;
    }
    m_again.stop();
    m_tries = 0;
    m_isReadOnly = *readOnly;
    m_pulse.start();
    emit m_listener->connected();
}

/// Whether nothing can be written there. What cannot be written tells no changes either.
Result<bool> StoreListener::Ear::open()
{
    m_line = nullptr;
    m_connection.reset();
    Result<std::unique_ptr<Connection>> opened =
        Connection::open(m_url, Connection::Access::ReadWrite);
    if (!opened)
        return opened.error();
    m_connection = *std::move(opened);
    m_line = m_connection.get();
    const Result<bool> readOnly = Postgres::isReadOnly(*m_connection);
    if (!readOnly || *readOnly)
        return readOnly;
    const Result<void> listening = m_connection->listen(u"skein"_s, [this](const QString &notice) {
        if (const auto change = changeFromNotice(notice))
            emit m_listener->heard(*change);
    });
    return listening ? readOnly : listening.error();
}

void StoreListener::Ear::feelPulse()
{
    m_askedAt = m_clock.elapsed();
    const Result<void> alive = m_connection->probe();
    const Result<bool> readOnly =
        alive ? Postgres::isReadOnly(*m_connection) : Result<bool>(alive.error());
    // The driver hands on what came meanwhile only after a statement of its own.
    const bool isStillAlive = readOnly && m_connection->probe();
    m_askedAt = -1;
    if (!isStillAlive || *readOnly != m_isReadOnly)
        connectAnew();
}

StoreListener::StoreListener(const QString &url, QObject *parent)
    : QObject(parent)
    , m_ear(new Ear(url, this))
{
    m_ear->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_ear, &QObject::deleteLater);
    m_thread.setObjectName(u"store listener"_s);
    m_thread.start();
    look();
}

StoreListener::~StoreListener()
{
    m_thread.quit();
    m_thread.wait();
}

void StoreListener::look()
{
    QMetaObject::invokeMethod(m_ear, [ear = m_ear] { ear->look(); });
}

qint64 StoreListener::silentMs() const
{
    return m_ear->silentMs();
}

void StoreListener::hangUp()
{
    m_ear->hangUp();
}

std::optional<StoreChange> changeFromNotice(const QString &notice)
{
    const QStringList words = notice.split(u' ');
    if (words.size() != 5 || words[0].toLongLong() != workspaceId)
        return std::nullopt;
    StoreChange change{
        .conversationId = words[2], .version = words[3].toLongLong(), .writer = words[4].toInt()};
    if (words[1] == "messages"_L1)
        change.kind = StoreChange::Kind::Messages;
    else if (words[1] == "erased"_L1)
        change.kind = StoreChange::Kind::Erased;
    return change;
}

} // namespace Core
