#pragma once

#include "core/chat/charge.h"
#include "core/chat/message.h"
#include "core/chat/summary.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Core {

/// What of a charge a look back needs. A plain value.
struct PastCharge
{
    QString messageId; ///< the answer; empty where there is none
    QString provider;
    QString model;
    Charge::Kind kind = Charge::Kind::Turn;
    qint64 atMs = 0;
    qint64 prompt = 0;
    qint64 cachedRead = 0;
    qint64 completion = 0;
    bool isReported = false; ///< the provider counted the tokens
    std::optional<Money> amount;
};

/// A stored conversation with what was billed for it, as far as asking it once more needs. Its
/// messages have no metadata and no reasoning. A plain value.
struct PastConversation
{
    QString id;
    QString userId;
    QString provider; ///< what it was asked with last, as far as known
    QString model;
    QList<Message> messages; ///< of all branches, in the order in which they were stored
    QList<PastCharge> charges; ///< in the order in which they were made
    QList<Summary> summaries; ///< oldest first
    HandMarks marks;
};

/// Which conversations to look back at. What is not set does not restrict.
struct HistoryFilter
{
    std::optional<QString> userId;
    QDateTime from; ///< something happened then or later
    QDateTime to; ///< it began before

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

} // namespace Core
