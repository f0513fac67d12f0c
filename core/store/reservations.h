#pragma once

#include "core/base/result.h"
#include "core/chat/spendlimit.h"
#include "core/store/ledgersums.h"

#include <QList>
#include <QString>

namespace Core {

/// Money set aside for calls that are on their way, and how far limits are used up by it and
/// by the ledger together.
class Reservations
{
public:
    Reservations(Connection &connection, LedgerSums &sums)
        : m_connection(connection)
        , m_sums(sums)
    {
    }

    Result<QList<SpendState>> states(const QList<SpendCheck> &checks);

    Result<void> add(const Reservation &reservation);
    Result<void> remove(const QString &attemptId);
    Result<void> clear(); ///< what programs that are gone set aside

private:
    Result<Money> spent(const SpendCheck &check);
    Result<Money> reserved(const SpendCheck &check);

    Connection &m_connection;
    LedgerSums &m_sums;
};

} // namespace Core
