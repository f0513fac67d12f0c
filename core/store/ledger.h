#pragma once

#include "core/base/result.h"
#include "core/chat/chargesum.h"
#include "core/chat/repricing.h"
#include "core/store/connection.h"
#include "core/store/ledgersums.h"
#include "core/store/page.h"
#include "core/store/readyrow.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Core {

/// The charges, which are only ever added, and their sums. They are read with what they are worth
/// by the newest re-pricing. Each charge carries a hash over
/// itself and the one before it, so that a line that was changed, added or taken out behind the
/// program's back is found.
class Ledger
{
public:
    explicit Ledger(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Whether it was added: an attempt is charged once, and a charge that is there stays. The
    /// sums follow with sumUp(), in the same transaction.
    Result<bool> add(const Charge &charge) { return add(ready(charge, m_connection.engine())); }
    Result<void> sumUp();

    /// A charge with what can be made of it before it is known which line comes before it, on
    /// whatever thread.
    struct Ready
    {
        Charge charge;
        ReadyRow row; ///< without the hash
        QByteArray covered; ///< by the hash
    };
    static Ready ready(const Charge &charge, const Engine &engine);
    Result<bool> add(const Ready &line);

    /// The values of a new row for those who write many at once and have made sure that it is
    /// new: it counts as added, and they count it in the sums.
    static QString rowColumns();
    Result<QVariantList> link(const Charge &charge);
    void rolledBack(); ///< what was added since the last sumUp() is not there

    Result<QList<Charge>> between(const QDateTime &from, const QDateTime &to);
    Result<QList<Charge>> ofConversation(const QString &conversationId, Worth worth = Worth::Now);
    Result<std::optional<Charge>> find(const QString &id, Worth worth = Worth::Now);
    /// Those in [from, to) of no conversation, or of one that was erased.
    Result<QList<Charge>> loose(const QDateTime &from, const QDateTime &to,
                                Worth worth = Worth::Now);
    /// Of the charges in [from, to); nothing where there is none.
    Result<std::optional<ChargeSpan>> span(const QDateTime &from, const QDateTime &to);

    /// What the sums do not tell of those in [from, to).
    Result<ChargeDetails> details(const QDateTime &from, const QDateTime &to,
                                  const AttemptFilter &filter, int dearest);

    LedgerSums &sums() { return m_sums; }

    /// How many lines do not have the hash that they should.
    Result<qint64> brokenLinks();

private:
    Result<QList<Charge>> list(const QString &tail, const QVariantList &values,
                               Worth worth = Worth::Now);
    Result<QByteArray> lastHash();

    Connection &m_connection;
    LedgerSums m_sums{m_connection};
    std::optional<QByteArray> m_lastHash; ///< of the last line, within a transaction
};

} // namespace Core
