#include "core/net/keypool.h"

#include "core/base/redact.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr qint64 restMs = 60'000; // for a rate limit that does not say how long

} // namespace

KeyPool::KeyPool(const Clock &clock, const QList<PoolKey> &keys)
    : m_clock(clock)
{
    for (PoolKey key : keys) {
        rememberSecret(key.secret);
        if (key.group.isEmpty())
            key.group = u"key "_s + key.id;
        if (!m_groups.contains(key.group))
            m_groups.insert(key.group,
                            {.requests = RateWindow(key.requestsPerMinute),
                             .tokens = RateWindow(key.tokensPerMinute)});
        m_keys.append({.key = std::move(key)});
    }
}

KeyOffer KeyPool::reserve(qint64 tokens)
{
    const qint64 now = m_clock.monotonicMs();
    qint64 shortest = -1;
    qsizetype chosen = -1;
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const qint64 wait = waitFor(m_keys[i], tokens, now);
        if (wait == 0 && (chosen < 0 || isBetter(m_keys[i], m_keys[chosen], now)))
            chosen = i;
        if (wait >= 0)
            shortest = shortest < 0 ? wait : std::min(shortest, wait);
    }
    if (chosen < 0)
        return nothing(shortest, tokens);
    return {.grant = grant(chosen, tokens, now)};
}

/// 0: now; -1: never.
qint64 KeyPool::waitFor(const Key &key, qint64 tokens, qint64 now)
{
    Group &group = groupOf(key);
    if (key.isRefused || group.isSpent)
        return -1;
    const qint64 requests = group.requests.waitFor(1, now);
    const qint64 amount = group.tokens.waitFor(tokens, now);
    if (requests < 0 || amount < 0)
        return -1;
    return std::max({requests, amount, group.restsUntil - now, qint64(0)});
}

/// Those that failed lately stand at the back; else who has most left, else who rested longest.
bool KeyPool::isBetter(const Key &left, const Key &right, qint64 now)
{
    if (left.lastFailed != right.lastFailed)
        return left.lastFailed < right.lastFailed;
    const qint64 leftHas = groupOf(left).requests.left(now);
    const qint64 rightHas = groupOf(right).requests.left(now);
    return leftHas != rightHas ? leftHas > rightHas : left.lastUsed < right.lastUsed;
}

KeyGrant KeyPool::grant(qsizetype index, qint64 tokens, qint64 now)
{
    Key &key = m_keys[index];
    Group &group = groupOf(key);
    const quint64 ticket = ++m_lastTicket;
    group.requests.add(ticket, 1, now);
    group.tokens.add(ticket, tokens, now);
    key.lastUsed = now;
    m_granted.insert(ticket, {index, tokens});
    return {key.key.id, key.key.secret, ticket};
}

KeyOffer KeyPool::nothing(qint64 wait, qint64 tokens) const
{
    KeyOffer offer{.waitMs = wait};
    if (wait >= 0)
        return offer;
    const bool allRefused =
        std::all_of(m_keys.begin(), m_keys.end(), [](const Key &key) { return key.isRefused; });
    const bool anySpent = std::any_of(m_groups.begin(), m_groups.end(),
                                      [](const Group &group) { return group.isSpent; });
    if (allRefused)
        offer.error = Error{Error::Kind::Unauthorized, u"no key of the pool is accepted"_s};
    else if (anySpent)
        offer.error =
            Error{Error::Kind::QuotaExhausted, u"no account of the pool has money left"_s};
    else
        offer.error = Error{.kind = Error::Kind::RateLimited,
                            .detail = u"the request alone is over the limit of every key"_s,
                            .asked = tokens};
    return offer;
}

void KeyPool::adopt(quint64 ticket, const RateLimitState &said)
{
    Q_ASSERT(m_granted.contains(ticket));
    Group &group = groupOf(m_keys[m_granted[ticket].key]);
    const qint64 now = m_clock.monotonicMs();
    if (said.requests.limit && said.requests.remaining)
        group.requests.adopt(*said.requests.limit, *said.requests.remaining, now);
    if (said.tokens.limit && said.tokens.remaining)
        group.tokens.adopt(*said.tokens.limit, *said.tokens.remaining, now);
}

void KeyPool::release(quint64 ticket)
{
    Q_ASSERT(m_granted.contains(ticket));
    const Granted granted = m_granted.take(ticket);
    Group &group = groupOf(m_keys[granted.key]);
    group.requests.settle(ticket, 0);
    group.tokens.settle(ticket, 0);
}

void KeyPool::succeeded(quint64 ticket, qint64 tokens)
{
    Q_ASSERT(m_granted.contains(ticket));
    const Granted granted = m_granted.take(ticket);
    Key &key = m_keys[granted.key];
    key.lastFailed = -1;
    groupOf(key).tokens.settle(ticket, tokens);
}

void KeyPool::failed(quint64 ticket, const Error &error)
{
    Q_ASSERT(m_granted.contains(ticket));
    const Granted granted = m_granted.take(ticket);
    Key &key = m_keys[granted.key];
    Group &group = groupOf(key);
    const qint64 now = m_clock.monotonicMs();
    switch (error.kind) {
    case Error::Kind::RateLimited:
        key.lastFailed = now;
        group.tokens.settle(ticket, 0); // a refused request takes no tokens
        group.restsUntil = std::max(group.restsUntil,
                                    now + (error.retryAfterMs >= 0 ? error.retryAfterMs : restMs));
        break;
    case Error::Kind::Unauthorized:
        key.lastFailed = now;
        key.isRefused = true;
        break;
    case Error::Kind::QuotaExhausted:
        key.lastFailed = now;
        group.isSpent = true;
        break;
    case Error::Kind::NetworkDown:
    case Error::Kind::ServerFailed:
    case Error::Kind::TimedOut:
    case Error::Kind::Truncated:
        key.lastFailed = now;
        break;
    default: // the request's own fault, or the user's
        break;
    }
}

QList<KeyPool::KeyStatus> KeyPool::status()
{
    const qint64 now = m_clock.monotonicMs();
    QList<KeyStatus> all;
    for (const Key &key : std::as_const(m_keys)) {
        Group &group = groupOf(key);
        all.append({.id = key.key.id,
                    .group = key.key.group,
                    .isRefused = key.isRefused || group.isSpent,
                    .requestsLeft = group.requests.left(now),
                    .restsMs = std::max<qint64>(group.restsUntil - now, 0)});
    }
    return all;
}

} // namespace Core
