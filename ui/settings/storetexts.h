#pragma once

#include "core/session/storemove.h"
#include "core/store/storeprobe.h"

#include <QString>

/// What the settings say of stores, of moving them and of their copies.
namespace StoreTexts {

/// Who one is on a server and what one sees there.
QString who(const QString &user, const QString &role);
/// What a look at another place has found.
QString found(const Core::StoreProbe &probe);
QString moving(const Core::MoveCount &count);
QString moved(const Core::MoveCount &count);

QString stopped(); ///< moving was
QString sameStore(); ///< the other place is this one
QString namedByHand(); ///< the place is kept, and does not hold for this run

QString asking(); ///< the shared cache
QString cacheAnswers(qint64 ms);
QString cacheProblem(const Core::Error &error);

/// "23 Nov 2026 09:41 · 12.3 MB"
QString copyName(const QString &path);
/// What going back to this copy means, before it is done.
QString beforeRestoring(const QString &copy, const Core::StoreProbe &found, qint64 conversations);
/// After it; `kept` is where what was there is kept.
QString restored(const QString &kept);

} // namespace StoreTexts
