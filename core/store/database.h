#pragma once

#include "core/base/clock.h"
#include "core/chat/branch.h"
#include "core/store/attempttable.h"
#include "core/store/connection.h"
#include "core/store/conversationstore.h"
#include "core/store/conversationtable.h"
#include "core/store/journal.h"
#include "core/store/ledger.h"
#include "core/store/messagetable.h"
#include "core/store/notes.h"
#include "core/store/repricings.h"
#include "core/store/reservations.h"

#include <QHash>
#include <QString>

#include <memory>

namespace Core {

class LotImport;
struct ReadyBundle;

/// One connection, the tables seen through it, and what touches several of them at once.
/// Belongs to the thread that made it. Private to this room.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    Database(std::unique_ptr<Connection> connection, const Clock &clock);

    Connection &connection() { return *m_connection; }
    ConversationTable &conversations() { return m_conversations; }
    MessageTable &messages() { return m_messages; }
    AttemptTable &attempts() { return m_attempts; }
    Ledger &ledger() { return m_ledger; }
    Notes &notes() { return m_notes; }
    Repricings &repricings() { return m_repricings; }
    Reservations &reservations() { return m_reservations; }

    // --- reading ---
    Result<StoreInfo> info();
    Result<qint64> messageCount();
    Result<QString> user(); ///< who this login is by the database; empty: nobody by name
    Result<Thread> thread(const QString &conversationId);
    Result<Thread> tail(const QString &conversationId, int limit);
    Result<Bundle> bundle(const QString &conversationId, Worth worth = Worth::Now);
    Result<QList<SearchHit>> search(const QString &words, const ConversationFilter &filter,
                                    int limit, const std::optional<SearchKey> &after);

    // --- writing: each is one transaction ---
    Result<Conversation> createConversation(Conversation draft);
    Result<Conversation> changeConversation(const QString &id, const ConversationChange &change,
                                            const std::optional<SeenFields> &seen = std::nullopt);
    Result<void> eraseConversation(const QString &id);
    Result<Thread> addMessage(Message message);
    Result<Thread> appendMessage(Message message);
    Result<void> beginAnswer(Message answer, Attempt attempt);
    Result<void> journal(const QHash<QString, QString> &texts);
    Result<StoredAnswer> finishAnswer(const Message &answer, const Attempt &attempt,
                                      const std::optional<Charge> &charge);
    Result<void> addCharge(const Charge &charge, const Attempt &attempt);
    Result<void> reprice(const Repricing &repricing, const QList<RepricedCharge> &lines);
    Result<QStringList> addCharges(const QList<Charge> &charges);
    Result<QList<SpendState>> reserve(const Reservation &reservation,
                                      const QList<SpendCheck> &checks);
    Result<QList<ImportCount>> importBundles(const QList<Bundle> &bundles);
    Result<QList<ImportCount>> importBundles(qsizetype count, const MakeBundle &make);
    Result<bool> beginLoad();
    Result<void> endLoad();
    Result<Summary> saveSummary(Summary summary);
    Result<void> setHandMark(const QString &messageId, HandMark mark);

    /// Runs `body` in a transaction at one moment of the clock.
    template <typename Body>
    auto write(Body body) -> decltype(body());

    /// Ends what a program that died left open.
    Result<void> recover();

private:
    Result<void> setMoment(const QDateTime &now);
    QString beginning(const QDateTime &now) const;
    void name(Message &message) const;
    Result<void> nameAuthor(Message &message);
    Result<void> store(Message &message);
    Result<void> store(const Conversation &conversation, Message &message);
    /// What a charge adds to the row of its conversation.
    struct Cost
    {
        QString conversationId;
        Money amount;
        int unpriced = 0;
    };
    Result<Cost> enter(const Charge &given);
    Result<void> add(const Cost &cost);
    Result<void> charge(const Charge &given);
    Result<void> revalue(const RepricedCharge &line);
    Result<void> finish(const Message &old, const Message &answer, const Cost &cost);
    Result<StoredAnswer> storedAnswer(const QString &id);
    Result<void> interrupt(const Message &old);
    Result<void> chargeUnpriced(const Attempt &attempt);
    LotImport lotImport();
    Result<QList<ImportCount>> loadBundles(const QList<Bundle> &bundles);
    Result<QList<ImportCount>> importRows(qsizetype count, const MakeBundle &make);
    Result<QList<ImportCount>> importReady(qsizetype count, const MakeBundle &make);
    Result<void> import(const QFuture<ReadyBundle> &part, qsizetype size,
                        QList<ImportCount> &counts);
    Result<ImportCount> import(const ReadyBundle &ready);
    Result<int> importMessages(const ReadyBundle &ready);
    Result<void> importLedger(const ReadyBundle &ready);

    std::unique_ptr<Connection> m_connection;
    const Clock &m_clock;
    std::optional<LedgerSums> m_load; ///< between beginLoad() and endLoad(): of what is loaded
    ConversationTable m_conversations{*m_connection};
    MessageTable m_messages{*m_connection};
    AttemptTable m_attempts{*m_connection};
    Ledger m_ledger{*m_connection};
    Journal m_journal{*m_connection};
    Notes m_notes{*m_connection};
    Repricings m_repricings{*m_connection};
    Reservations m_reservations{*m_connection, m_ledger.sums()};
    std::optional<QString> m_user;
};

template <typename Body>
auto Database::write(Body body) -> decltype(body())
{
    const QDateTime now = m_clock.now();
    const auto atMoment = [&]() -> decltype(body()) {
        if (const Result<void> set = setMoment(now); !set)
            return set.error();
        auto done = body();
        if (!done)
            return done;
        if (const Result<void> summed = m_ledger.sumUp(); !summed)
            return summed.error();
        if (const Result<void> indexed = m_messages.indexNew(); !indexed)
            return indexed.error();
        return done;
    };
    auto result = m_connection->inTransaction(atMoment, beginning(now));
    result ? m_journal.committed() : m_journal.rolledBack();
    if (!result) {
        m_ledger.rolledBack();
        m_messages.rolledBack();
    }
    return result;
}

} // namespace Core
