#pragma once

#include "core/session/backupkeeper.h"
#include "core/session/sharedcontexts.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "core/store/sharedcache.h"

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

    Core::SharedContexts &contexts() { return m_contexts; }

    void storeOpened(const Core::StoreInfo &info);
    void settingsChanged();

signals:
    void failed(const Core::Error &error);

private:
    void useCache();
    void setAddress(const QString &address);

    Parts m_parts;
    Core::SharedCache m_cache;
    Core::SharedContexts m_contexts;
    Core::BackupKeeper m_backups;
    QString m_address; ///< of the cache, as it was last set
    QString m_location; ///< of a store that is open for writing
};
