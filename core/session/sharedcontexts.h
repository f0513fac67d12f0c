#pragma once

#include "core/context/contextplan.h"
#include "core/session/planning.h"
#include "core/store/conversationstore.h"
#include "core/store/sharedcache.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>

namespace Core {

/// A plan with what came of it, as it is shared: JSON with the messages as sent, the reply and
/// the time.
QByteArray sharedPlanToJson(const ContextPlan &plan, const QString &reply, const QDateTime &at);
std::optional<ContextPlan> sharedPlanFromJson(const QByteArray &json);

/// Plans that the team has made. Each is sealed with a secret of the store and the hash of
/// everything it depends on: whoever does not have the conversation cannot read its plan, whoever
/// does not have the store cannot forge one, and a plan of other content does not open. Lives in
/// the thread that created it.
class SharedContexts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SharedContexts)

public:
    /// Both must outlive it.
    SharedContexts(ConversationStore &store, SharedCache &cache, QObject *parent = nullptr);

    /// Reads the secret, or makes it where the store has none. After the store is open.
    void load();
    bool isOn() const { return !m_secret.isEmpty() && m_cache.isOn(); }

    /// A plan that somebody has made of the same, or nothing, which may come late or never.
    QFuture<std::optional<ContextPlan>> find(const PlanJob &job);
    void keep(const PlanJob &job, const ContextPlan &plan, const QString &reply,
              const QDateTime &at);
    /// When what was to be kept is there, or was given up, which is soon: for programs that end.
    QFuture<Result<void>> settled();

private:
    void kept();

    ConversationStore &m_store;
    SharedCache &m_cache;
    QByteArray m_secret;
    int m_keeping = 0;
    std::shared_ptr<QPromise<Result<void>>> m_settling;
};

} // namespace Core
