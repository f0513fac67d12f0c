#pragma once

#include "core/chat/attempt.h"
#include "core/chat/charge.h"
#include "core/context/contextplan.h"

#include <QList>
#include <QTimeZone>

/// A support desk's month: conversations, requests and what they cost. The same every time.
namespace InspectSamples {

inline const QDateTime now{{2026, 11, 23}, {14, 20}, QTimeZone("Asia/Ho_Chi_Minh")};

/// A conversation of that many turns, in Vietnamese and English, counted.
QList<Core::Message> thread(int turns);

/// The thread's plan as a strategy of the program makes it; some of its prefix is cached.
Core::ContextPlan plan(const QList<Core::Message> &thread, const QString &strategy);

/// All verdicts there are, by position: for pictures of colours and for tests.
Core::ContextPlan mixedPlan(const QList<Core::Message> &thread);

/// An attempt for each of the last `count` answers of the thread, oldest first.
QList<Core::Attempt> attempts(const QList<Core::Message> &thread, int count);

/// One charge a turn of one conversation.
QList<Core::Charge> turnCharges(int turns);

/// Some sixty days of charges up to now, with weekends, ten models and a few without a price.
QList<Core::Charge> months();

} // namespace InspectSamples
