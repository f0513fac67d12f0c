#pragma once

#include "core/session/demomonth.h"
#include "core/store/conversationstore.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace Core {

/// What was written of a month so far.
struct DemoCount
{
    int conversations = 0;
    qint64 messages = 0;
    qint64 attempts = 0;
    qint64 charges = 0;
    int alreadyThere = 0; ///< conversations; they are left as they are
    Money cost;

    friend bool operator==(const DemoCount &, const DemoCount &) = default;
};

/// Writes a month into a store, lot by lot: while one is written, the next one is made on other
/// threads. A lot is one transaction, so what is there after an end too early is whole.
class DemoWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoWriter)

public:
    /// `store` must outlive it.
    DemoWriter(ConversationStore &store, const DemoMonth &month, QObject *parent = nullptr);

    /// Once. Cancelled where the writer is destroyed before it is done.
    QFuture<Result<DemoCount>> write();

signals:
    void progressed(const Core::DemoCount &count);

private:
    void makeNext();
    void take(const QList<Bundle> &lot);
    void count(const QList<Bundle> &lot, const QList<ImportCount> &added);
    void keepProbes(int index);
    void end(const Result<DemoCount> &result);

    ConversationStore &m_store;
    DemoMonth m_month;
    QPromise<Result<DemoCount>> m_promise;
    DemoCount m_count;
    int m_made = 0; ///< index of the first conversation that is not being made
    int m_counted = 0; ///< index of the first conversation that is not in the store yet
    int m_probed = 0; ///< conversations that have probes
    int m_waiting = 0; ///< lots handed to the store
    bool m_isMaking = false;
    bool m_hasEnded = false;
};

} // namespace Core
