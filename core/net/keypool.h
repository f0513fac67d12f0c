#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/net/ratelimit.h"
#include "core/net/ratewindow.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Core {

/// One key of a provider. Providers limit accounts and not keys, so keys of one account share
/// their limits: they carry the same group.
struct PoolKey
{
    QString id; ///< a name for people; never a part of the key
    QByteArray secret;
    QString group; ///< empty: a group of its own
    qint64 requestsPerMinute = 500; ///< of the group, as its first key says; 0: no limit
    qint64 tokensPerMinute = 0;
};

/// The right to send one request with a key.
struct KeyGrant
{
    QString keyId;
    QByteArray secret;
    quint64 ticket = 0;
};

/// A key, or how long to wait for one.
struct KeyOffer
{
    std::optional<KeyGrant> grant;
    qint64 waitMs = 0; ///< without a grant; -1: no key will ever do, see `error`
    std::optional<Error> error;
};

/// Several keys of one provider. Quota is reserved before sending, so that no number of requests
/// at once exceeds it; a key that failed moves to the back; a refused one leaves; one that is
/// rate-limited rests, with its whole group. Lives in one thread.
class KeyPool
{
public:
    /// `clock` outlives the pool.
    KeyPool(const Clock &clock, const QList<PoolKey> &keys);

    /// Reserves one request and `tokens` with the key that has most left.
    KeyOffer reserve(qint64 tokens);

    /// What the provider says of the limits of the ticket's group.
    void adopt(quint64 ticket, const RateLimitState &said);

    // Every grant ends in one of these.
    void release(quint64 ticket); ///< it was never sent: nothing was used
    void succeeded(quint64 ticket, qint64 tokens); ///< what it really took
    void failed(quint64 ticket, const Error &error);

    /// For a report; tells nothing of the secrets.
    struct KeyStatus
    {
        QString id;
        QString group;
        bool isRefused = false; ///< revoked, or its account has no money left
        qint64 requestsLeft = 0; ///< this minute
        qint64 restsMs = 0;
    };
    QList<KeyStatus> status();

private:
    struct Group
    {
        RateWindow requests;
        RateWindow tokens;
        qint64 restsUntil = 0;
        bool isSpent = false;
    };
    struct Key
    {
        PoolKey key;
        bool isRefused = false;
        qint64 lastUsed = -1;
        qint64 lastFailed = -1;
    };
    struct Granted
    {
        qsizetype key = 0;
        qint64 tokens = 0;
    };

    Group &groupOf(const Key &key) { return m_groups[key.key.group]; }
    qint64 waitFor(const Key &key, qint64 tokens, qint64 now);
    bool isBetter(const Key &left, const Key &right, qint64 now);
    KeyGrant grant(qsizetype index, qint64 tokens, qint64 now);
    KeyOffer nothing(qint64 wait, qint64 tokens) const;

    const Clock &m_clock;
    QList<Key> m_keys;
    QHash<QString, Group> m_groups;
    QHash<quint64, Granted> m_granted;
    quint64 m_lastTicket = 0;
};

} // namespace Core
