#include "app/storedesk.h"

#include "core/base/async.h"

#include <QUrl>

StoreDesk::StoreDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_cache(parts.store, parts.vault, parts.clock)
    , m_backups(parts.store, parts.clock)
{
    connect(&m_cache, &TeamCache::failed, this, &StoreDesk::failed);
    connect(&m_cache, &TeamCache::failed, this, &StoreDesk::cacheRefused);
    connect(&m_backups, &Core::BackupKeeper::failed, this, &StoreDesk::failed);
}

void StoreDesk::storeOpened(const Core::StoreInfo &info)
{
    if (info.readOnly)
        return;
    m_location = info.location;
    settingsChanged();
}

void StoreDesk::settingsChanged()
{
    if (m_location.isEmpty())
        return;
    m_backups.watch(m_location, m_parts.settings.backupsKept, m_parts.settings.backupsFolder);
    const QString address = TeamCache::addressOf(m_parts.settings);
    if (address != m_cache.address())
        useCache(address);
}

/// A password is for the server that it was given for.
void StoreDesk::useCache(const QString &address)
{
    const QUrl url(address);
    const QString server = url.host() + u':' + QString::number(url.port());
    const bool isAnother =
        !m_cacheServer.isEmpty() && !url.host().isEmpty() && server != m_cacheServer;
    if (!url.host().isEmpty())
        m_cacheServer = server;
    if (!isAnother)
        return m_cache.use(address);
    m_cache.use({});
    Core::whenDone(m_parts.vault.removeKey(TeamCache::passwordName()), this,
                   [this, address](const Core::Result<void> &removed) {
                       if (!removed)
                           return emit cacheRefused(removed.error());
                       m_cache.use(address);
                       emit passwordDropped();
                   });
}
