#include "app/storedesk.h"

#include "core/base/async.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The name by which the vault knows the password: SKEIN_KEY_SHARED_CACHE, or the keychain.
const QString passwordName = u"shared cache"_s;

QString addressOf(const Core::Settings &settings)
{
    const QString own = qEnvironmentVariable("SKEIN_REDIS");
    return own.isEmpty() ? settings.sharedCache : own;
}

} // namespace

StoreDesk::StoreDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_cache(parts.clock)
    , m_contexts(parts.store, m_cache)
    , m_backups(parts.store, parts.clock)
{
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
    if (addressOf(m_parts.settings) != m_address)
        useCache();
}

/// The password is no setting.
void StoreDesk::useCache()
{
    m_address = addressOf(m_parts.settings);
    const QUrl url(m_address);
    if (m_address.isEmpty() || !url.password().isEmpty())
        return setAddress(m_address);
    Core::whenDone(m_parts.vault.key(passwordName), this,
                   [this, url](const Core::Result<QByteArray> &password) {
                       QUrl whole = url;
                       if (password && !password->isEmpty())
                           whole.setPassword(QString::fromUtf8(*password), QUrl::DecodedMode);
                       setAddress(whole.toString(QUrl::FullyEncoded));
                   });
}

void StoreDesk::setAddress(const QString &address)
{
    if (const Core::Result<void> set = m_cache.setAddress(address); !set)
        emit failed(set.error());
    else if (!address.isEmpty())
        m_contexts.load();
}
