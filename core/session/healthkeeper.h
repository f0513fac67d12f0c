#pragma once

#include "core/net/health.h"
#include "core/net/resilientclient.h"
#include "core/store/conversationstore.h"

#include <QObject>
#include <QTimer>

namespace Core {

/// What the client's tries tell of the providers, and which of them rest, kept in the store over
/// restarts: read once, written at most every second and in the end.
class HealthKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HealthKeeper)

public:
    /// Both outlive the keeper.
    HealthKeeper(ResilientClient &client, ConversationStore &store);
    ~HealthKeeper() override;

    /// Reads what the store knows; call it when the store is open.
    void load();

    const HealthBook &book() const { return m_book; }

    /// The book as a store has it.
    static QFuture<Result<QString>> stored(ConversationStore &store);

    /// Writes what is not written yet.
    QFuture<Result<void>> save();

signals:
    void changed();

private:
    void take(const HealthSample &sample);

    ResilientClient &m_client;
    ConversationStore &m_store;
    HealthBook m_book;
    QTimer m_timer;
    bool m_isLoaded = false; ///< before that a write would forget the past
};

} // namespace Core
