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
    bool isAdmitted() const;
    void askAdmission();
    void takeAdmission(const Result<void> &admitted);
    void sendWithKey();
    void chooseProvider();
    void take(int candidate);
    const QString &nameOf(int candidate) const { return m_candidates[candidate].provider.name; }
    Breaker &breaker() { return m_client.m_breakers[m_request.provider.name]; }
    bool takeKey();
    void send();
    void wire(ChatReply *reply);
    void onFinished(const ReplySummary &summary);
    void onFailed(const Error &error, const ReplySummary &summary);
    bool tryAdapted(const Error &error);
    bool tryOtherKey(const Error &error);
    bool tryOtherProvider(const Error &error);
    bool tryLater(const Error &error);
    bool goOn(const Error &error);
    void note(const Error &error, qint64 waitMs);
    void again(const Error &error, qint64 waitMs);
    void tell(const Error &error, qint64 waitMs);
    int mostTries() const;
    LostTry lostTry(const Error &error, const ReplySummary &summary) const;
    void endPass(const std::optional<Error> &error);
    void report(const std::optional<Error> &error, const ReplySummary &summary);
    void endGrant(const std::optional<Error> &error, const ReplySummary &summary);
    ReplySummary whole(ReplySummary summary) const;
    Error named(Error error) const;
    /// A guess before sending, for limits of tokens; what it really took is settled afterwards.
    qint64 roughTokens() const { return m_request.body.size() / 4; }
    qint64 elapsedMs() const;
    qint64 leftMs() const;

    ResilientClient &m_client;
    ChatRequest m_request;
    std::shared_ptr<KeyPool> m_pool;
    std::optional<KeyGrant> m_grant;
    QPointer<ChatReply> m_try; ///< child
    QTimer m_wait;
    QList<Retry> m_retries;
    QList<LostTry> m_lost;
    QList<ChatRequest::Alternative> m_candidates; ///< the request's own provider first
    QList<int> m_left; ///< candidates that were not asked yet
    int m_candidate = 0;
    int m_triesHere = 0;
    int m_admitted = 0; ///< the candidate that may be asked,
    qsizetype m_admittedLost = 0; ///< after so many that were lost
    int m_asking = 0; ///< counts questions for admission; an answer to an older one is late
    qint64 m_started;
    qint64 m_tryStarted = 0; ///< since m_started
    int m_tries = 0;
    bool m_hasChosen = false;
    bool m_hasSent = false; ///< since the last note of a try
    bool m_hasPassed = false; ///< the breaker waits to hear how it went
    bool m_wasLeastBad = false;
    bool m_wasPassedOver = false; ///< the request's own provider was not asked, since it rests
    bool m_hasShown = false;
    bool m_hasAdapted = false;
};

} // namespace Core
