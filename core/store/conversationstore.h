#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/branch.h"
#include "core/chat/bundle.h"
#include "core/chat/chargesum.h"
#include "core/chat/repricing.h"
#include "core/chat/spendlimit.h"
#include "core/chat/summary.h"
#include "core/store/conversationchange.h"
#include "core/store/history.h"
#include "core/store/outbox.h"
#include "core/store/page.h"
#include "core/store/storechange.h"
#include "core/store/storeinfo.h"
#include "core/store/storestate.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace Core {

/// Makes the bundle of a number, on whatever thread.
using MakeBundle = std::function<Bundle(qsizetype)>;

/// Keeps conversations, attempts and charges, and asks the database without waiting. Lives in
/// the thread that created it and is called from there only. Every future ends, with a value or
/// an Error; destroying the store runs the writes that were asked and ends everything else
/// with Cancelled.
///
/// Every write is one transaction. A write that returns is on the disk (synchronous=FULL).
///
/// Order: writes happen in the order in which they were asked, on a thread of their own. A read
/// sees every write that was asked before it. Results arrive in the order in which they were
/// asked, so nobody has to guard against an older page that overtakes a newer row; only the
/// calls marked "when ready" (searches, reports, export, care) may arrive later than what was
/// asked after them, so that a long one holds nobody up.
class ConversationStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationStore)

public:
    /// `clock` must outlive the store.
    explicit ConversationStore(const Clock &clock, QObject *parent = nullptr);
    ~ConversationStore() override;

    /// Opens the store at `location`: a path, made where there is none, or
    /// postgresql://user@host/db. Comes before everything else. StoreDamaged: nothing was changed
    /// and nothing is open. A store that a newer program wrote, that another program has open or
    /// that may not be written is open for reading all the same (StoreInfo::readOnly).
    ///
    /// Answers that were streaming when the program died become Interrupted, with the text that
    /// the journal has; their attempts become Interrupted too, each with an unpriced charge,
    /// because what the provider billed for them is not known.
    ///
    /// With a folder for it, a copy of what was read and written lately stands in for a server
    /// that is away: reads come from there, and writes wait there and are delivered once, as soon
    /// as the server is back. stateChanged() tells.
    QFuture<Result<StoreInfo>> open(const QString &location, const QString &standinFolder = {});
    /// What is in it now. When ready.
    QFuture<Result<StoreInfo>> info();
    QFuture<Result<qint64>> messageCount(); ///< of conversations that were not removed; when ready
    /// Hears from now on what others change in a store on a server. After open().
    void listen();

    // --- conversations ---
    QFuture<Result<ConversationPage>> conversations(const ConversationFilter &filter,
                                                    const std::optional<ConversationKey> &after,
                                                    int limit);
    QFuture<Result<Conversation>> conversation(const QString &id);
    /// Those of them that are there.
    QFuture<Result<QList<Conversation>>> conversationsById(const QStringList &ids);
    /// Takes id and times from `draft` where they are set, makes them where they are not.
    QFuture<Result<Conversation>> createConversation(const Conversation &draft);
    /// With `seen`, what it was when the user decided: where somebody else has changed the same
    /// fields since, nothing is changed and StoreConflict comes back.
    QFuture<Result<Conversation>>
    changeConversation(const QString &id, const ConversationChange &change,
                       const std::optional<Conversation> &seen = std::nullopt);
    /// For ever, with its messages; charges stay. Undoable removal is active = false.
    QFuture<Result<void>> eraseConversation(const QString &id);

    // --- messages ---
    QFuture<Result<Thread>> thread(const QString &conversationId);
    /// The newest `limit` messages of the active branch, oldest first: for a quick first look.
    QFuture<Result<Thread>> tail(const QString &conversationId, int limit);
    /// Adds a message below `message.parentId`, makes it the active leaf, answers with the
    /// whole thread. Makes its id and time where they are not set.
    QFuture<Result<Thread>> addMessage(const Message &message);
    /// The same below the active leaf, whatever that is when the message is written.
    QFuture<Result<Thread>> appendMessage(const Message &message);
    /// Newest first, those after `after`; the words in any order, with or without diacritics;
    /// the last may be a prefix. When ready.
    QFuture<Result<QList<SearchHit>>> search(const QString &words, const ConversationFilter &filter,
                                             int limit, const std::optional<SearchKey> &after = {});

    // --- one turn ---
    /// Writes the attempt (state Sent) and its empty answer (status Streaming) before anything
    /// is sent.
    QFuture<Result<void>> beginAnswer(const Message &answer, const Attempt &attempt);
    /// Text so far of a streaming answer. Returns at once; all streams are written together at
    /// most every 250 ms.
    void journal(const QString &messageId, const QString &textSoFar);
    /// Answer, attempt and charge in one transaction; the conversation's sums with them. Without
    /// a charge nothing was billed: the request was refused or never arrived.
    QFuture<Result<StoredAnswer>> finishAnswer(const Message &answer, const Attempt &attempt,
                                               const std::optional<Charge> &charge);
    /// A charge without an answer: a summary, an embedding, a test.
    QFuture<Result<void>> addCharge(const Charge &charge, const Attempt &attempt);
    /// Oldest first. When ready.
    QFuture<Result<QList<Attempt>>> attempts(const QString &conversationId,
                                             Bodies bodies = Bodies::With);
    /// The newest attempt at this answer.
    QFuture<Result<std::optional<Attempt>>> attemptOf(const QString &messageId,
                                                      Bodies bodies = Bodies::With);

    /// Of the answers in [from, to). When ready.
    QFuture<Result<Latencies>> latencies(const QDateTime &from, const QDateTime &to,
                                         const AttemptFilter &filter);

    /// Charges of another store, as they were billed there, where they are not there yet. Ids of
    /// those that are another here.
    QFuture<Result<QStringList>> addCharges(const QList<Charge> &charges);

    // --- summaries and hand marks ---
    /// Every version, oldest first; the last one holds.
    QFuture<Result<QList<Summary>>> summaries(const QString &conversationId);
    /// Stores it as the next version. Makes its id and time where they are not set.
    QFuture<Result<Summary>> saveSummary(const Summary &summary);
    QFuture<Result<HandMarks>> handMarks(const QString &conversationId);
    QFuture<Result<void>> setHandMark(const QString &messageId, HandMark mark);

    // --- ledger ---
    /// Charges in [from, to), oldest first. Invalid times do not bound. When ready.
    QFuture<Result<QList<Charge>>> charges(const QDateTime &from, const QDateTime &to);
    QFuture<Result<QList<Charge>>> chargesOf(const QString &conversationId);
    /// Those of no conversation, or of one that was erased. When ready.
    QFuture<Result<QList<Charge>>> looseCharges(const QDateTime &from, const QDateTime &to,
                                                Worth worth = Worth::Now);
    /// Times of the first and the last charge in [from, to); nothing where there is none.
    QFuture<Result<std::optional<ChargeSpan>>> chargeSpan(const QDateTime &from,
                                                          const QDateTime &to);
    /// Sums of the spans between neighbours in `bounds`, which ascend (milliseconds since 1970):
    /// a year of days in milliseconds. Exact for the days of any zone. By span, then by key; of
    /// conversations in no order. Spans and keys without a charge are left out. When ready.
    QFuture<Result<QList<ChargeSum>>> chargeSums(const QList<qint64> &bounds, SumBy by);
    /// Sums of the hours that begin in [from, to) with everything that tells them apart, so that
    /// they can be filtered. When ready.
    QFuture<Result<QList<HourSum>>> hourSums(const QDateTime &from, const QDateTime &to);

    /// What the sums do not tell of the charges in [from, to): whole however many there are, with
    /// the `dearest` conversations by name. When ready.
    QFuture<Result<ChargeDetails>> chargeDetails(const QDateTime &from, const QDateTime &to,
                                                 const AttemptFilter &filter, int dearest);

    /// Sets what charges are worth, all or none, and logs it. The charges stay as they were
    /// written; everything that reads them or sums them up takes their new worth. Outdated where
    /// one of them has another worth than `before` by now.
    QFuture<Result<void>> reprice(const Repricing &repricing, const QList<RepricedCharge> &lines);
    QFuture<Result<QList<Repricing>>> repricings(); ///< newest first
    /// What they say of each charge, in order; what this login may see of it. When ready.
    QFuture<Result<QList<RepricedCharge>>> repricedCharges(const QString &repricingId);

    /// For a look over all conversations, on threads of one's own. When ready.
    QFuture<Result<HistoryDoor>> history();

    // --- limits of spending ---
    /// Sets money aside for a call, or fails with SpendLimit where a hard limit would be passed
    /// by what is spent, set aside and this together: `asked` of `limit`, in 1e-12 USD, `where`
    /// the limit's id. Settled by finishAnswer() or addCharge() of the attempt. The states
    /// are those before.
    QFuture<Result<QList<SpendState>>> reserve(const Reservation &reservation,
                                               const QList<SpendCheck> &checks);
    /// The call is not made after all.
    QFuture<Result<void>> release(const QString &attemptId);
    QFuture<Result<QList<SpendState>>> spendStates(const QList<SpendCheck> &checks);

    // --- import and export ---
    /// Adds what is not there yet, by id; one transaction for all. While a window waits, ask in
    /// lots of some hundred.
    QFuture<Result<QList<ImportCount>>> importBundles(const QList<Bundle> &bundles);
    /// The same with those of the numbers below `count`, which are made a few at a time, on several
    /// threads, while others are written: thousands need no more memory than some hundred. A
    /// server that takes lots has a transaction for each lot.
    QFuture<Result<QList<ImportCount>>> importBundles(qsizetype count, const MakeBundle &make);
    /// For whoever fills an empty store on a server, and owns it: all that is written until
    /// endLoad() is one transaction, takes a part of the time, and is not there where the store is
    /// closed before. Nobody else gets at the store meanwhile. False: it goes the usual way. What
    /// is imported must have ids that are new.
    QFuture<Result<bool>> beginLoad();
    QFuture<Result<void>> endLoad(); ///< after a beginLoad() that is true
    /// When ready.
    QFuture<Result<Bundle>> bundle(const QString &conversationId, Worth worth = Worth::Now);
    /// Of all conversations, also those removed, in order; those after `after`. When ready.
    QFuture<Result<QStringList>> conversationIds(const QString &after, int limit);

    // --- small things ---
    QFuture<Result<QList<ReplyTemplate>>> templates();
    QFuture<Result<void>> saveTemplate(const ReplyTemplate &reply);
    QFuture<Result<void>> removeTemplate(const QString &id);
    /// Settings that belong to the store and not to this machine, as JSON text by name. One whose
    /// name ends in "/" and the id of a conversation is erased with it.
    QFuture<Result<QString>> value(const QString &name);
    /// All whose names begin like that, by name.
    QFuture<Result<QList<std::pair<QString, QString>>>> values(const QString &beginning = {});
    /// An empty text removes it.
    QFuture<Result<void>> setValue(const QString &name, const QString &json);

    // --- care, when ready ---
    QFuture<Result<QList<StoreFinding>>> examine(bool repair);
    /// Writes a verified copy to `path`, or nothing; a file that is there is replaced.
    QFuture<Result<void>> backup(const QString &path);

signals:
    /// Somebody else has changed it; what is read from now on shows it.
    void changedByOthers(const Core::StoreChange &change);
    /// What others changed was not heard for a while: all that is shown may be out of date.
    void changesMissed();
    void stateChanged(const Core::StoreState &state);
    /// The server does not take a change that has waited.
    void refused(const Core::Deed &deed, const Core::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Core
