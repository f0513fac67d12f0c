#include "app/teamcache.h"

#include "core/base/async.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

TeamCache::TeamCache(Core::ConversationStore &store, Core::KeyVault &vault,
                     const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_cache(clock)
    , m_contexts(store, m_cache)
{
}

QString TeamCache::passwordName()
{
    return u"shared cache"_s; // SKEIN_KEY_SHARED_CACHE
}

QString TeamCache::addressOf(const Core::Settings &settings)
{
    const QString own = qEnvironmentVariable("SKEIN_REDIS");
    return own.isEmpty() ? settings.sharedCache : own;
}

/// The password is no setting.
void TeamCache::use(const QString &address)
{
    m_address = address;
    const QUrl url(address);
    if (address.isEmpty() || !url.password().isEmpty())
        return setAddress(address);
    Core::whenDone(m_vault.key(passwordName()), this,
                   [this, url](const Core::Result<QByteArray> &password) {
                       QUrl whole = url;
                       if (password && !password->isEmpty())
                           whole.setPassword(QString::fromUtf8(*password), QUrl::DecodedMode);
                       setAddress(whole.toString(QUrl::FullyEncoded));
                   });
}

void TeamCache::setAddress(const QString &address)
{
    if (const Core::Result<void> set = m_cache.setAddress(address); !set)
        emit failed(set.error());
    else if (!address.isEmpty())
        m_contexts.load();
}
