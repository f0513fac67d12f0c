#pragma once

#include "core/chat/provider.h"

#include <QList>

namespace Core {

/// A provider as its own manual describes it, to begin with.
struct ProviderPreset
{
    QString id; ///< as Provider::preset
    QString name; ///< a proper name, not translated
    QUrl baseUrl; ///< with "example" in the host where each customer has an own one
    QString model; ///< a usual one; empty: ask which there are
    bool needsKey = true;
};

/// In the order in which they are offered: hosted ones, then servers on this machine at their
/// usual ports.
const QList<ProviderPreset> &providerPresets();

/// The preset of that id, or nullptr.
const ProviderPreset *findPreset(QStringView id);

/// A provider to begin with, under the preset's name.
Provider fromPreset(const ProviderPreset &preset);

} // namespace Core
