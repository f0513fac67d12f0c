#pragma once

#include "core/base/async.h"
#include "core/store/conversationstore.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPromise>
#include <QSet>

namespace Core {

/// What was moved so far.
struct MoveCount
{
    qint64 conversations = 0; ///< compared and found equal, those of runs before included
    qint64 messages = 0;
    qint64 charges = 0; ///< as they were billed
    qint64 repricings = 0; ///< acts in the log of re-pricing
    qint64 total = 0; ///< about so many conversations
    QStringList different; ///< what is there and not the same: ids, of charges with the word
    QStringList leftOut; ///< that could not be written, with the reason

    friend bool operator==(const MoveCount &, const MoveCount &) = default;
};

/// Copies everything that a store holds into another one, of whichever kind, lot by lot. What was
/// written is read again and compared with what was to be written: every conversation with its
/// messages, attempts, charges, summaries and marks. Charges go over as they were billed, and the
/// log of re-pricing after them, which makes them worth the same. How far it has come stands in the
/// other store, so that a move that was broken off, by whatever, goes on where it was. What is
/// there already is left as it is. The source is only read; nothing is removed from it.
class StoreMove final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreMove)

public:
    /// Both are open and outlive it. `lot`: how many conversations go at a time.
    StoreMove(ConversationStore &from, ConversationStore &to, QObject *parent = nullptr,
              int lot = 200);

    /// Once. Cancelled where cancel() was called.
    QFuture<Result<MoveCount>> run();
    /// After the lot under way.
    void cancel() { m_isCancelled = true; }

signals:
    void progressed(const Core::MoveCount &count);

private:
    void takeSource(const StoreInfo &info);
    void takeJournal(const QString &json);
    void readIds();
    void readLot(const QStringList &ids);
    void write(const QList<Bundle> &lot);
    void writeOneByOne(const QList<Bundle> &lot, qsizetype index);
    void compare(const QList<Bundle> &lot);
    void take(const Bundle &here, const Result<Bundle> &there);
    void keepJournal();
    void moveValues();
    void moveTemplates();
    void moveLooseCharges(const QDateTime &from, const QDateTime &until);
    void readLogs();
    void moveRepricings();
    void moveRepricing(const Repricing &repricing, const QList<RepricedCharge> &lines);
    void compareRepricing(const Repricing &repricing, const QList<RepricedCharge> &lines);
    void compareCosts(const QString &after);
    void compareCostsOf(const QStringList &ids);
    void leaveOut(const QString &what, const QString &why);
    void finish();
    template <typename T, typename Handler>
    void then(const QFuture<Result<T>> &future, Handler handler);
    void end(const Result<MoveCount> &result);

    ConversationStore &m_from;
    ConversationStore &m_to;
    QPromise<Result<MoveCount>> m_promise;
    MoveCount m_count;
    const int m_lot;
    QList<Repricing> m_log; ///< what is still to be moved of it, oldest first
    QHash<QString, Repricing> m_logThere;
    QString m_sourceId;
    QString m_after; ///< the last conversation that is done
    bool m_isCancelled = false;
    bool m_hasEnded = false;
};

template <typename T, typename Handler>
void StoreMove::then(const QFuture<Result<T>> &future, Handler handler)
{
    whenDone(future, this, [this, handler](const Result<T> &result) {
        if (!result)
            return end(result.error());
        if constexpr (std::is_void_v<T>)
            handler();
        else
            handler(*result);
    });
}

} // namespace Core
