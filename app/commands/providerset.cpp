#include "app/commands/providerset.h"

#include <algorithm>

Core::Result<void> ProviderSet::load()
{
    const auto loaded = Core::loadSettings(m_folder);
    if (!loaded)
        return loaded.error();
    settings = *loaded;
    vault.setVariables(settings.providers);
    return {};
}

Core::Provider *ProviderSet::find(const QString &name)
{
    const auto found =
        std::find_if(settings.providers.begin(), settings.providers.end(),
                     [&name](const Core::Provider &each) { return each.name == name; });
    return found == settings.providers.end() ? nullptr : &*found;
}

QStringList ProviderSet::names() const
{
    QStringList names;
    for (const Core::Provider &provider : settings.providers)
        names += provider.name;
    return names;
}
