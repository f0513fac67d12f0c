#pragma once

#include "core/session/sharedcontexts.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "core/store/sharedcache.h"

#include <QObject>

/// The cache of contexts that a team shares, as the settings and the vault name it.
class TeamCache final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamCache)

public:
    /// All must outlive it.
    TeamCache(Core::ConversationStore &store, Core::KeyVault &vault, const Core::Clock &clock,
              QObject *parent = nullptr);

    /// The name by which the vault knows its password.
    static QString passwordName();
    /// SKEIN_REDIS, or what the settings say.
    static QString addressOf(const Core::Settings &settings);

    /// Once the store is open. Returns at once; nobody waits for the cache.
    void use(const QString &address);

    Core::SharedContexts &contexts() { return m_contexts; }
    Core::SharedCache &cache() { return m_cache; }
    const QString &address() const { return m_address; } ///< as it was last set

signals:
    void failed(const Core::Error &error);

private:
    void setAddress(const QString &address);

    Core::KeyVault &m_vault;
    Core::SharedCache m_cache;
    Core::SharedContexts m_contexts;
    QString m_address;
};
