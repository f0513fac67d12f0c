#pragma once

#include "core/base/result.h"
#include "core/chat/provider.h"

#include <QList>
#include <QString>

namespace Core {

/// Everything the user can set on this machine, apart from keys. Loaded once, handed down,
/// saved as a whole. A plain value.
struct Settings
{
    QString language; ///< "en", "vi"; empty: the system's
    QString theme; ///< "light", "dark"; empty: the system's
    bool enterSends = true;
    bool costInList = false;
    bool reducedMotion = false;

    QString userName; ///< whose conversations are begun here
    QString storeLocation; ///< empty: the user's own file
    QString sharedCache; ///< a Redis of the team, as rediss://host/0; empty: none
    int backupsKept = 7; ///< daily copies of one's own file; 0: none are made
    QString backupsFolder; ///< of these; empty: beside the file

    QList<Provider> providers; ///< besides the practice provider, which is always there
    QString provider = QStringLiteral("practice"); ///< asked by default
    QString control; ///< whom canaries are set beside; empty: the first one with a weight
    QString model; ///< empty: the provider's
    QString strategy = QStringLiteral("hybrid");
    int budgetTokens = 0; ///< largest request; 0: the model's window
    int replyReserve = 4096;
    double temperature = 0.7;
    int maxTokens = 2048; ///< of the answer
    QString summaryProvider; ///< whose model makes summaries
    QString summaryModel; ///< empty: this machine makes them

    bool welcomed = false; ///< the first-start page was seen

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Reads DIR/settings.json. A folder without one gives the defaults; a file that cannot be
/// read is an error that names the place, and is left as it is.
Result<Settings> loadSettings(const QString &folder);

/// Writes DIR/settings.json in one step (QSaveFile), with the folder where it is missing.
/// Fields that a later version wrote are kept.
Result<void> saveSettings(const QString &folder, const Settings &settings);

} // namespace Core
