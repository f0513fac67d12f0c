#include "core/session/healthkeeper.h"

#include "core/base/async.h"

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const QString valueName = u"health"_s;
const QString restsName = u"rests"_s;
constexpr int writeMs = 1'000;

} // namespace

HealthKeeper::HealthKeeper(ResilientClient &client, ConversationStore &store)
    : m_client(client)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeMs);
    connect(&m_timer, &QTimer::timeout, this, &HealthKeeper::save);
    connect(&client, &ResilientClient::tried, this, &HealthKeeper::take);
}

HealthKeeper::~HealthKeeper()
{
    if (m_timer.isActive())
        save();
}

QFuture<Result<QString>> HealthKeeper::stored(ConversationStore &store)
{
    return store.value(valueName);
}

void HealthKeeper::load()
{
    whenDone(m_store.value(restsName), this, [this](const Result<QString> &json) {
        if (json)
            m_client.restoreRests(json->toUtf8());
    });
    whenDone(stored(m_store), this, [this](const Result<QString> &json) {
        if (!json)
            return;
        m_book.add(HealthBook::fromJson(json->toUtf8()));
        m_isLoaded = true;
        emit changed();
    });
}

QFuture<Result<void>> HealthKeeper::save()
{
    m_timer.stop();
    if (!m_isLoaded)
        return readyFuture(Result<void>());
    m_store.setValue(restsName, QString::fromUtf8(m_client.rests()));
    return m_store.setValue(valueName, QString::fromUtf8(m_book.toJson()));
}

void HealthKeeper::take(const HealthSample &sample)
{
    m_book.add(sample);
    if (!m_timer.isActive())
        m_timer.start();
    emit changed();
}

} // namespace Core
