#pragma once

#include "core/base/clock.h"
#include "core/net/breaker.h"
#include "core/net/chatclient.h"
#include "core/net/health.h"
#include "core/net/keypool.h"
#include "core/net/retrypolicy.h"

#include <functional>
#include <memory>

namespace Core {

/// A chat client that does not give up at the first failure; the only place where calls are
/// tried again, so that tries never multiply. Before anything of an answer was shown it waits
/// and asks again, by retrypolicy.h; on a rate limit or a refused key it first turns to another
/// key of the provider's pool; it learns what a provider does not understand. Where a request
/// names alternatives, a provider that fails hands over to the next one, and one that failed
/// lately is not asked while another can be; when all rest, the least bad one is. All tries and
/// waits together stay within the request's total clock. The reply's summary tells of each try.
/// Replies may not outlive the client.
class ResilientClient final : public QObject, public ChatClient
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResilientClient)

public:
    /// A number from 0 to 1, 1 excluded.
    using Random = std::function<double()>;

    /// `inner` and `clock` outlive it. `random` empty: the system's.
    ResilientClient(ChatClient &inner, const Clock &clock, const RetryLimits &limits = {},
                    Random random = {});
    ~ResilientClient() override;

    /// From now on requests to that provider use these keys instead of their own. No keys: their
    /// own again.
    void setKeys(const QString &provider, const QList<PoolKey> &keys);

    /// The provider, its refused keys and those that rest are tried afresh.
    void forgive(const QString &provider);

    /// Which providers rest, and until when, to be kept over a restart.
    QByteArray rests() const;
    /// Those that rest still go on resting; those whose time has come are probed first. Leaves
    /// alone who was heard of since the start, and skips what makes no sense.
    void restoreRests(const QByteArray &json);

    void setLimits(const RetryLimits &limits) { m_limits = limits; }

    /// How the provider has answered this client lately.
    Breaker::State breakerState(const QString &provider) const;

    /// The keys of a provider, or nullptr where it has no pool.
    KeyPool *keyPool(const QString &provider) const;

    ChatReply *send(const ChatRequest &request, QObject *owner) override;
    QFuture<Result<QStringList>> models(const Provider &provider, const QByteArray &key) override;

signals:
    /// One for each try, the failed ones among them.
    void tried(const Core::HealthSample &sample);

    /// To be kept with the provider, so that it need not be learnt again.
    void learnt(const Core::Provider &provider);

private:
    friend class ResilientReply;

    /// The provider's pool; made of the key itself, which may be several with commas between,
    /// where none was set. Without a key there is none.
    std::shared_ptr<KeyPool> poolFor(const Provider &provider, const QByteArray &key);

    ChatClient &m_inner;
    const Clock &m_clock;
    RetryLimits m_limits;
    Random m_random;
    QHash<QString, std::shared_ptr<KeyPool>> m_pools; ///< by provider
    QHash<QString, Provider> m_poolsOf; ///< whose pools were made here, as they then were
    QHash<QString, QByteArray> m_poolKeys;
    QHash<QString, Breaker> m_breakers; ///< by provider
};

} // namespace Core

Q_DECLARE_METATYPE(Core::HealthSample)
