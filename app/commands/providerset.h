#pragma once

#include "core/settings/keyvault.h"
#include "core/settings/settings.h"

/// The settings' providers and their keys, as a verb reads and changes them.
struct ProviderSet
{
    explicit ProviderSet(const QString &folder)
        : vault(folder)
        , m_folder(folder)
    {
    }

    Core::Result<void> load();
    Core::Result<void> save() const { return Core::saveSettings(m_folder, settings); }

    Core::Provider *find(const QString &name); ///< or nullptr
    QStringList names() const;

    Core::Settings settings;
    Core::KeyVault vault;

private:
    QString m_folder;
};
