#pragma once

#include "core/base/result.h"
#include "core/chat/charge.h"
#include "core/store/connection.h"
#include "core/store/hoursum.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Core {

/// The charges, which are only ever added, and their sums by the hour. Each charge carries a
/// hash over itself and the one before it, so that a line that was changed, added or taken out
/// behind the program's back is found.
class Ledger
{
public:
    explicit Ledger(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Whether it was added: an attempt is charged once, and a charge that is there stays.
    Result<bool> add(const Charge &charge);

    Result<QList<Charge>> between(const QDateTime &from, const QDateTime &to);
    Result<QList<Charge>> ofConversation(const QString &conversationId);
    Result<QList<HourSum>> hourSums(const QDateTime &from, const QDateTime &to);

    /// Sums all charges anew.
    Result<void> rebuildHourSums();
    /// How many of the sums do not equal those of the charges.
    Result<qint64> wrongHourSums();
    /// How many lines do not have the hash that they should.
    Result<qint64> brokenLinks();

private:
    Result<QList<Charge>> list(const QString &tail, const QVariantList &values);
    Result<QByteArray> lastHash();
    Result<void> addToHour(const Charge &charge);

    Connection &m_connection;
};

} // namespace Core
