#pragma once

#include "core/session/demomonth.h"
#include "core/store/conversationstore.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <vector>

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

/// Writes a month into a store, lot by lot: while one conversation is written, others are made on
/// other threads. A lot is one transaction, so what is there after an end too early is whole.
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
    void writeNext();
    void writeLot(int size);
    void count(int first, const std::vector<DemoCount> &made, const QList<ImportCount> &added);
    void keepProbes(int index);
    void end(const Result<DemoCount> &result);

    ConversationStore &m_store;
    DemoMonth m_month;
    QPromise<Result<DemoCount>> m_promise;
    DemoCount m_count;
    int m_begun = 0; ///< conversations of the lots that the store was asked to write
    int m_probed = 0; ///< conversations that have probes
    int m_waiting = 0; ///< lots that it has not written yet
    bool m_hasEnded = false;
};

} // namespace Core
