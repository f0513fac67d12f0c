#pragma once

#include "core/store/outbox.h"
#include "core/store/storechange.h"
#include "core/store/storelistener.h"
#include "core/store/storestate.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Core {

class StoreLanes;

/// Watches a store on a server for its owner: hears what others change, tells how the server is
/// reached, and has delivered what waits as soon as it can be.
class StoreWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreWatch)

public:
    /// `lanes` must outlive the watch.
    explicit StoreWatch(StoreLanes &lanes, QObject *parent = nullptr);

    /// For the lanes; may be called in any thread.
    void take(const StoreState &state);
    void start(const QString &url); ///< after the store was opened
    /// Has the lanes end; what waits then for a server that does not answer waits no longer.
    void end();

signals:
    void changedByOthers(const Core::StoreChange &change);
    void changesMissed();
    void stateChanged(const Core::StoreState &state);
    void refused(const Core::Deed &deed, const Core::Error &error);

private:
    void takeHere(const StoreState &state);
    void hear(const StoreChange &change);
    void comeBack();
    void hangUpOnSilence();
    void hangUp();
    void learnLease();

    StoreLanes &m_lanes;
    QString m_url;
    std::unique_ptr<StoreListener> m_listener;
    QTimer m_patience; ///< looks whether the server still answers
    QTimer m_again; ///< tries to deliver what the server did not take
    int m_lease = 0; ///< of the own writes
};

} // namespace Core
