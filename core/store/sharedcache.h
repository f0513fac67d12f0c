#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArrayList>
#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace Core {

class RedisLink;

/// What a team shares of its conversations' contexts, in a Redis, as
/// ctx:{workspace}:{conversation}. Never needed and never waited for: a Redis that is absent, slow
/// or broken answers as an empty one, within the timeout, and is left alone for a while. Lives in
/// the thread that created it.
class SharedCache final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SharedCache)

public:
    struct Limits
    {
        int timeoutMs = 250; ///< for connecting and for each answer
        qint64 restMs = 30'000; ///< after a failure nothing is asked
        qint64 lifetimeS = 86'400;
        qsizetype bytes = 1024 * 1024; ///< what is larger is not kept
    };

    explicit SharedCache(const Clock &clock, QObject *parent = nullptr);
    SharedCache(const Clock &clock, const Limits &limits, QObject *parent = nullptr);
    ~SharedCache() override;

    /// A URL as RedisAddress takes it; empty: there is none. The password is remembered for
    /// redaction.
    Result<void> setAddress(const QString &url);
    bool isOn() const; ///< there is an address, and it has not failed lately

    /// What was kept, or nothing. Ends within the timeout, never in an error.
    QFuture<QByteArray> find(const QString &conversationId);
    /// Ends within the timeout; nobody need wait for it.
    QFuture<Result<void>> keep(const QString &conversationId, const QByteArray &value);
    /// Asks whether it is there, also where it is left alone; NotFound: there is no address.
    QFuture<Result<void>> ping();

    /// Why it is left alone, or was when it was last asked.
    const std::optional<Error> &problem() const { return m_problem; }

signals:
    void problemChanged();

private:
    QFuture<Result<void>> ask(const QByteArrayList &command);
    void note(const Result<QByteArray> &answer);

    const Clock &m_clock;
    Limits m_limits;
    std::unique_ptr<RedisLink> m_link;
    std::optional<Error> m_problem;
    qint64 m_restUntilMs = 0;
};

} // namespace Core
