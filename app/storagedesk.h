#pragma once

#include "app/storedesk.h"
#include "core/store/storeprobe.h"
#include "ui/settings/settingspage.h"

#include <QObject>

/// Shows the shared cache and the daily copies in the settings, and goes back to a copy.
class StorageDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StorageDesk)

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        SettingsPage &page;
        StoreDesk &desk;
        Core::ConversationStore &store;
        Core::KeyVault &vault;
        const Core::Clock &clock;
    };

    explicit StorageDesk(const Parts &parts, QObject *parent = nullptr);

    void storeOpened();
    void settingsChanged();

signals:
    void restoreWanted(const QString &copy);

private:
    void wireCache();
    void wireCopies();
    void showPasswordPlace();
    void enterPassword(const QByteArray &password);
    void removePassword();
    void testCache();
    void showCache(const Core::Result<void> &answer, qint64 ms);
    void showCopies();
    void lookInto(const QString &copy);
    void consider(const QString &copy, const Core::StoreProbe &found);

    Parts m_parts;
};
