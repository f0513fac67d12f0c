#pragma once

#include "core/net/resilientclient.h"

#include <QPointer>
#include <QTimer>

namespace Core {

/// One call of a ResilientClient, with all its tries. Private to core/net.
class ResilientReply final : public ChatReply
{
    Q_OBJECT

public:
    ResilientReply(ResilientClient &client, const ChatRequest &request, QObject *owner);
    ~ResilientReply() override;

    void abort() override;

private:
    void begin();
    bool takeKey();
    void send();
    void wire(ChatReply *reply);
    void onFinished(const ReplySummary &summary);
    void onFailed(const Error &error, const ReplySummary &summary);
    bool tryAdapted(const Error &error);
    bool tryOtherKey(const Error &error);
    void tryLater(const Error &error, const ReplySummary &summary);
    void again(const Error &error, qint64 waitMs);
    void report(const std::optional<Error> &error, const ReplySummary &summary);
    void endGrant(const std::optional<Error> &error, const ReplySummary &summary);
    ReplySummary whole(ReplySummary summary) const;
    qint64 elapsedMs() const;
    qint64 leftMs() const;

    ResilientClient &m_client;
    ChatRequest m_request;
    std::shared_ptr<KeyPool> m_pool;
    std::optional<KeyGrant> m_grant;
    QPointer<ChatReply> m_try; ///< child
    QTimer m_wait;
    QList<Retry> m_retries;
    qint64 m_started;
    qint64 m_tryStarted = 0; ///< since m_started
    int m_tries = 0;
    bool m_hasShown = false;
    bool m_hasAdapted = false;
};

} // namespace Core
