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

    Core::SharedContexts &contexts() { return m_cache.contexts(); }

    void storeOpened(const Core::StoreInfo &info);
    void settingsChanged();

signals:
    void failed(const Core::Error &error);

private:
    Parts m_parts;
    TeamCache m_cache;
    Core::BackupKeeper m_backups;
    QString m_location; ///< of a store that is open for writing
};
