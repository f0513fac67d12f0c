#include "core/session/localservers.h"

#include "core/base/async.h"
#include "core/net/networkrules.h"
#include "core/settings/presets.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int patienceMs = 2'000;

} // namespace

QList<Provider> usualLocalServers()
{
    QList<Provider> servers;
    for (const ProviderPreset &preset : providerPresets()) {
        if (isLoopback(preset.baseUrl))
            servers.append(fromPreset(preset));
    }
    return servers;
}

LocalServers::LocalServers(ChatClient &client, QObject *owner)
    : QObject(owner)
    , m_client(client)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &LocalServers::end);
}

void LocalServers::look(const QList<Provider> &candidates)
{
    m_patience.start();
    for (const Provider &candidate : candidates) {
        if (isLoopback(candidate.baseUrl))
            m_servers.append({candidate, {}});
    }
    m_open = int(m_servers.size());
    const QList<LocalServer> servers = m_servers;
    for (const LocalServer &server : servers)
        ask(server.provider);
    if (servers.isEmpty())
        m_patience.start(0);
}

void LocalServers::ask(const Provider &candidate)
{
    whenDone(m_client.models(candidate, {}), this,
             [this, url = candidate.baseUrl](const Result<QStringList> &models) {
                 for (LocalServer &server : m_servers) {
                     if (models && server.provider.baseUrl == url)
                         server.models = *models;
                 }
                 if (--m_open == 0)
                     end();
             });
}

/// A server without any model cannot be asked anything yet.
void LocalServers::end()
{
    if (m_open < 0)
        return;
    m_open = -1;
    m_patience.stop();
    m_servers.removeIf([](const LocalServer &server) { return server.models.isEmpty(); });
    for (LocalServer &server : m_servers) {
        if (server.provider.model.isEmpty())
            server.provider.model = server.models.first();
    }
    emit finished(m_servers);
    deleteLater();
}

} // namespace Core
