#include "core/store/storewatch.h"

#include "core/base/async.h"
#include "core/store/serverline.h"
#include "core/store/storelanes.h"

#include <QRandomGenerator>

namespace Core {

namespace {

constexpr int patienceMs = 5'000; // a server that does not answer that long is not there
constexpr int leastWaitMs = 2'000;
constexpr int chanceMs = 2'000; // so that not all programs try at the same moment

} // namespace

StoreWatch::StoreWatch(StoreLanes &lanes, QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
{
    m_again.setSingleShot(true);
    m_patience.setInterval(1'000);
    connect(&m_patience, &QTimer::timeout, this, &StoreWatch::hangUpOnSilence);
    connect(&m_again, &QTimer::timeout, this, &StoreWatch::comeBack);
}

void StoreWatch::take(const StoreState &state)
{
    QMetaObject::invokeMethod(
        this, [this, state] { takeHere(state); }, Qt::QueuedConnection);
}

void StoreWatch::takeHere(const StoreState &state)
{
    emit stateChanged(state);
    if (state.kind == StoreState::Kind::WritesWait && !m_again.isActive())
        m_again.start(leastWaitMs + QRandomGenerator::global()->bounded(chanceMs));
    else if (state.kind == StoreState::Kind::Offline && m_listener)
        m_listener->look();
}

void StoreWatch::start(const QString &url)
{
    m_url = url;
    m_listener = std::make_unique<StoreListener>(url);
    m_patience.start();
    connect(m_listener.get(), &StoreListener::heard, this, &StoreWatch::hear);
    connect(m_listener.get(), &StoreListener::connected, this, &StoreWatch::comeBack);
    connect(m_listener.get(), &StoreListener::lost, this, [this](const Error &error) {
        m_lanes.leave(error);
        hangUp(); // what still waits would wait for ever
    });
}

void StoreWatch::end()
{
    // A report may take long from a server that is there.
    while (m_listener && !m_lanes.end(std::chrono::seconds(1))) {
        if (m_listener->isLost())
            hangUp();
        else
            hangUpOnSilence();
    }
}

/// The driver would wait for ever, as for a server whose machine hangs.
void StoreWatch::hangUpOnSilence()
{
    if (m_listener->silentMs() < patienceMs)
        return;
    m_listener->hangUp();
    hangUp();
}

void StoreWatch::hangUp()
{
    m_lanes.hangUp();
    hangUpConnecting(m_url);
}

void StoreWatch::hear(const StoreChange &change)
{
    if (change.writer != m_lease)
        emit changedByOthers(change);
}

/// Delivers what waits; then what is read is what the server has.
void StoreWatch::comeBack()
{
    const auto tell = [this](const RefusedDeed &refusal) {
        QMetaObject::invokeMethod(
            this, [this, refusal] { emit refused(refusal.deed, refusal.error); },
            Qt::QueuedConnection);
    };
    whenDone(m_lanes.comeBack(tell), this, [this](const Result<void> &back) {
        if (back)
            emit changesMissed();
        else
            m_again.start(leastWaitMs + QRandomGenerator::global()->bounded(chanceMs));
    });
    if (m_lease == 0)
        learnLease();
}

void StoreWatch::learnLease()
{
    const auto lease = m_lanes.write<int>(
        [](Database &database) -> Result<int> { return database.connection().lease(); });
    whenDone(lease, this, [this](const Result<int> &own) {
        if (own) // who may not write has no changes of his own
            m_lease = *own;
    });
}

} // namespace Core
