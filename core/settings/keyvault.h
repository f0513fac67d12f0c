#pragma once

#include "core/base/result.h"
#include "core/chat/provider.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace Core {

/// API keys by provider name. They are kept in the system's keychain, and where there is none
/// in memory, for this run only. A key from the environment (SKEIN_KEY_<PROVIDER>) comes
/// first and is stored nowhere. Every key that passes is remembered for redaction. Lives in
/// the thread that created it; no call waits longer than ten seconds.
class KeyVault final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyVault)

public:
    /// Where a key is.
    enum class Place { None, Environment, Keychain, ThisRun };

    /// `folder` holds the list of the providers that have a key in the keychain, without the
    /// keys: a locked keychain answers "not found", and must not pass for an empty one.
    /// Without `useKeychain` all keys are for this run only.
    explicit KeyVault(const QString &folder, bool useKeychain = true, QObject *parent = nullptr);
    ~KeyVault() override;

    /// The key, or an empty one where none was ever given. KeychainLocked where there is one
    /// that cannot be read now.
    QFuture<Result<QByteArray>> key(const QString &provider);

    /// Keeps the key and says where. Refuses (BadInput) keys with white space or control
    /// characters inside; those around it are dropped.
    QFuture<Result<Place>> setKey(const QString &provider, const QByteArray &key);

    QFuture<Result<void>> removeKey(const QString &provider);

    /// Providers that name a variable of their own have their key read from it, after the usual
    /// variable and before the keychain.
    void setVariables(const QList<Provider> &providers);

    /// Where the key would come from, without reading it.
    Place place(const QString &provider) const;

private:
    QByteArray fromEnvironment(const QString &provider) const;
    void loadIndex();
    void saveIndex() const;

    QString m_folder;
    bool m_useKeychain;
    QHash<QString, QByteArray> m_thisRun;
    QSet<QString> m_inKeychain;
    QHash<QString, QByteArray> m_variables; ///< by provider
};

/// "SKEIN_KEY_MY_PROVIDER" for "my provider".
QString keyVariable(const QString &provider);

/// The last four characters behind dots, as keys are shown; dots alone for a short key.
QString maskedKey(const QByteArray &key);

} // namespace Core
