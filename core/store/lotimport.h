#pragma once

#include "core/base/result.h"
#include "core/chat/bundle.h"
#include "core/store/connection.h"
#include "core/store/conversationstore.h"
#include "core/store/ledger.h"

#include <QHash>
#include <QSet>
#include <QUuid>

namespace Core {

/// Writes many conversations at once to a server whose engine takes lots: what is there is looked
/// for once for all of them, the rest goes in as COPY reads it, and the sums follow by table and
/// not by charge. Comes to the same as writing them one by one. Within a transaction; once.
class LotImport
{
    Q_DISABLE_COPY_MOVE(LotImport)

public:
    /// An empty store is being filled from end to end: only conversations are looked for, and one
    /// that is there stays as it is. The sums follow with end().
    enum class Into { Store, Empty };

    /// What is new is counted in `sums`.
    LotImport(Connection &connection, Ledger &ledger, LedgerSums &sums, const QDateTime &now,
              Into into);

    Result<QList<ImportCount>> run(const QList<Bundle> &bundles);
    /// Behind the last of those into an empty store.
    Result<void> end();

private:
    /// What of a bundle is new.
    struct Part
    {
        Conversation row; ///< to be written where `isNew`
        bool isNew = false;
        QList<Message> messages;
        QList<Attempt> attempts;
        QList<Charge> charges;
        const Bundle *given = nullptr;
    };
    using Ids = QSet<QUuid>;

    Result<void> begin();
    Result<void> findKnown(const QList<Bundle> &bundles);
    Result<void> find(const QString &sql, const QStringList &ids, Ids &known);
    bool isNew(Ids &known, const QString &id) const;
    Part partOf(const Bundle &bundle);
    void chooseCharges(const Bundle &bundle, Part &part);
    Result<void> writeConversations();
    Result<void> writeMessages();
    Result<void> writeAttempts();
    Result<void> writeCharges();
    Result<void> writeSums();
    Result<void> addSums();
    Result<void> copySums(const LedgerSums::Rows &rows);
    Result<void> writeNotes();
    Result<void> changeOld();

    Connection &m_connection;
    Ledger &m_ledger;
    LedgerSums &m_sums;
    QDateTime m_now;
    Into m_into;
    Ids m_conversations;
    Ids m_messages;
    Ids m_attempts;
    Ids m_charges;
    Ids m_charged; ///< attempts
    QList<Part> m_parts;
};

} // namespace Core
