#include "core/store/storelistener.h"

#include "core/store/connection.h"
#include "core/store/postgres.h"
#include "core/store/storedvalues.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pulseMs = 2'000;
constexpr int firstWaitMs = 250;
constexpr int longestWaitMs = 5'000;
constexpr int longestEndMs = 1'000;

/// Twice as long after each try, and half of it up to chance.
int waitAfter(int tries)
{
    const int whole = std::min(longestWaitMs, firstWaitMs << std::min(tries, 10));
    return whole / 2 + QRandomGenerator::global()->bounded(whole / 2);
}

} // namespace

/// For the server's answer; seen and ended from other threads.
class StoreListener::Wait
{
public:
    explicit Wait(const QString &url)
        : m_url(url)
    {
        m_clock.start();
    }

    /// Without a line: for being let in.
    void begin(const std::shared_ptr<ServerLine> &line = {})
    {
        m_line = line;
        m_since = m_clock.elapsed();
    }
    void end() { m_since = -1; }
    void setLost(bool isLost) { m_isLost = isLost; }
    bool isLost() const { return m_isLost; }

    qint64 ms() const
    {
        const qint64 since = m_since;
        return since < 0 ? 0 : m_clock.elapsed() - since;
    }
    void hangUp()
    {
        if (const std::shared_ptr<ServerLine> line = m_line)
            line->hangUp();
        else
            hangUpConnecting(m_url);
    }

private:
    const QString m_url;
    QElapsedTimer m_clock;
    std::atomic<qint64> m_since = -1; ///< by the clock; -1: nothing is asked
    std::atomic<std::shared_ptr<ServerLine>> m_line;
    std::atomic<bool> m_isLost = false;
};

/// The part of the listener that lives in its thread.
class StoreListener::Ear final : public QObject
{
public:
    Ear(const QString &url, StoreListener *listener)
        : m_url(url)
        , m_listener(listener)
        , m_wait(listener->m_wait)
    {
        m_again.setSingleShot(true);
        m_pulse.setInterval(pulseMs);
        connect(&m_again, &QTimer::timeout, this, [this] { connectAnew(); });
        connect(&m_pulse, &QTimer::timeout, this, [this] { feelPulse(); });
    }

    void look()
    {
        if (m_connection && isThere())
            emit m_listener->connected();
        else if (m_tries == 0) // else it is tried soon
            connectAnew();
    }

private:
    /// Runs `work`, which asks the server, so that others see how long it takes.
    template <typename Work>
    auto waited(Work work)
    {
        m_wait->begin(m_connection->line());
        const auto answered = qScopeGuard([this] { m_wait->end(); });
        return work();
    }

    bool isThere()
    {
        return bool(waited([this] { return m_connection->probe(); }));
    }
    void connectAnew();
    void feelPulse();
    Result<bool> open();
    Result<bool> listen();

    QString m_url;
    StoreListener *m_listener;
    const std::shared_ptr<Wait> m_wait;
    std::unique_ptr<Connection> m_connection;
    QTimer m_again{this};
    QTimer m_pulse{this};
    int m_tries = 0;
    bool m_isReadOnly = false;
};

void StoreListener::Ear::connectAnew()
{
    m_pulse.stop();
    const Result<bool> readOnly = open();
    m_wait->setLost(!readOnly);
    if (!readOnly) {
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
    m_connection.reset();
    m_wait->begin();
    Result<std::unique_ptr<Connection>> opened =
        Connection::open(m_url, Connection::Access::ReadWrite);
    m_wait->end();
    if (!opened)
        return opened.error();
    m_connection = *std::move(opened);
    return waited([this] { return listen(); });
}

Result<bool> StoreListener::Ear::listen()
{
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
    const Result<bool> readOnly = waited([this]() -> Result<bool> {
        if (const Result<void> alive = m_connection->probe(); !alive)
            return alive.error();
        const Result<bool> now = Postgres::isReadOnly(*m_connection);
        // The driver hands on what came meanwhile only after a statement of its own.
        const Result<void> isStillAlive = m_connection->probe();
        return isStillAlive ? now : isStillAlive.error();
    });
    if (!readOnly || *readOnly != m_isReadOnly)
        connectAnew();
}

StoreListener::StoreListener(const QString &url, QObject *parent)
    : QObject(parent)
    , m_wait(std::make_shared<Wait>(url))
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
    while (!m_thread.wait(longestEndMs))
        hangUp(); // the server does not answer
}

void StoreListener::look()
{
    QMetaObject::invokeMethod(m_ear, [ear = m_ear] { ear->look(); });
}

qint64 StoreListener::silentMs() const
{
    return m_wait->ms();
}

bool StoreListener::isLost() const
{
    return m_wait->isLost();
}

void StoreListener::hangUp()
{
    m_wait->hangUp();
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
