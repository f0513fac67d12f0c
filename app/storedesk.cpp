#include "app/storedesk.h"

StoreDesk::StoreDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_cache(parts.store, parts.vault, parts.clock)
    , m_backups(parts.store, parts.clock)
{
    connect(&m_cache, &TeamCache::failed, this, &StoreDesk::failed);
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
    m_backups.watch(m_location, m_parts.settings.backupsKept);
    const QString address = TeamCache::addressOf(m_parts.settings);
    if (address != m_cache.address())
        m_cache.use(address);
}
