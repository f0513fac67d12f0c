#pragma once

#include <QList>
#include <QString>
#include <QUrl>

/// A provider as its own manual describes it, to begin a form with.
struct ProviderPreset
{
    QString id; ///< as Core::Provider::preset
    QString name; ///< a proper name, not translated
    QUrl baseUrl;
    QString model; ///< a usual one
    bool needsKey = true;
};

/// In the order in which they are offered: hosted ones, then servers on this machine.
const QList<ProviderPreset> &providerPresets();
