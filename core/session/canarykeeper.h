#pragma once

#include "core/net/canary.h"
#include "core/session/chatsession.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QTimer>

namespace Core {

class ResilientClient;

/// The settings with the weights that the canary wants, and its control as the router's. A
/// canary that nobody was assigned to yet goes behind all others, so that only its control's
/// users move (see Router).
Settings withWeights(Settings settings, const Canary &canary);

/// The plan for raising `canary` beside `control`, as weights now are: what both have together
/// stays, or is 100 where they have none.
CanaryPlan canaryPlan(const Settings &settings, const QString &canary, const QString &control);

/// Drives the guarded canary: feeds it with real turns, wants the weights that it comes to, and
/// keeps it in the store over restarts, written at most every second and in the end.
class CanaryKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanaryKeeper)

public:
    /// All outlive the keeper.
    CanaryKeeper(const SessionParts &parts, ResilientClient &client, ChatSession &session);
    ~CanaryKeeper() override;

    /// Reads what the store knows; call it when the store is open.
    void load();

    const Canary &canary() const { return m_canary; }

    /// The canary as a store has it.
    static QFuture<Result<QString>> stored(ConversationStore &store);

    void begin(const CanaryPlan &plan);
    void rollBack();
    void promote();

    /// Weights that are not the running canary's were set by hand, and nothing guards them.
    void settingsChanged(const Settings &settings);

    /// Writes what is not written yet.
    QFuture<Result<void>> save();

signals:
    /// It has other figures, or another state.
    void changed();
    /// Its weights are to be set: see withWeights().
    void weightsWanted();

private:
    void take(const HealthSample &sample);
    void note();

    SessionParts m_parts;
    Canary m_canary;
    QTimer m_timer;
    bool m_isLoaded = false; ///< before that a write would forget the past
};

} // namespace Core
