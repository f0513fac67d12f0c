#pragma once

#include "app/teamcache.h"
#include "core/session/backupkeeper.h"

#include <QObject>

/// What stands beside the store: the team's shared cache and the daily copies.
class StoreDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreDesk)

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        Core::ConversationStore &store;
        Core::KeyVault &vault;
        const Core::Settings &settings;
        const Core::Clock &clock;
    };

    explicit StoreDesk(const Parts &parts, QObject *parent = nullptr);

    TeamCache &cache() { return m_cache; }
    Core::BackupKeeper &backups() { return m_backups; }
    Core::SharedContexts &contexts() { return m_cache.contexts(); }

    void storeOpened(const Core::StoreInfo &info);
    void settingsChanged();

signals:
    void failed(const Core::Error &error);
    void cacheRefused(const Core::Error &error); ///< its address cannot be used
    void passwordDropped(); ///< of the cache: another server is named

private:
    void useCache(const QString &address);

    Parts m_parts;
    TeamCache m_cache;
    QString m_cacheServer; ///< the last one that was named
    Core::BackupKeeper m_backups;
    QString m_location; ///< of a store that is open for writing
};
