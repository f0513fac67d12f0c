#pragma once

#include "core/chat/attempt.h"
#include "core/chat/charge.h"
#include "core/chat/conversation.h"
#include "core/chat/message.h"
#include "core/store/hoursum.h"

#include <QSqlQuery>
#include <QVariant>

namespace Core {

// How values become columns and columns values. The order of a ...Columns() text, of the
// ...Values() and of the ...At() function is one and the same.

QString conversationColumns();
QVariantList conversationValues(const Conversation &conversation);
Conversation conversationAt(const QSqlQuery &query);

QString messageColumns();
QVariantList messageValues(const Message &message);
Message messageAt(const QSqlQuery &query); ///< behind the columns stands the sequence

QString attemptColumns();
QVariantList attemptValues(const Attempt &attempt); ///< bodies packed with zstd
Attempt attemptAt(const QSqlQuery &query);

QString chargeColumns();
QVariantList chargeValues(const Charge &charge);
Charge chargeAt(const QSqlQuery &query);

HourSum hourSumAt(const QSqlQuery &query);

/// "?, ?, ?" for as many values.
QString placeholders(qsizetype count);

QVariant msOrNull(const QDateTime &when);
qint64 msOf(const QDateTime &when); ///< 0 for none
QDateTime timeAt(const QVariant &ms);

} // namespace Core
