#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/practice/fault.h"
#include "core/practice/practicejson.h"
#include "core/practice/practicerequest.h"
#include "core/practice/prefixcache.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

namespace Core {

class PracticeConnection;
struct HttpRequest;

struct PracticeOptions
{
    quint16 port = 0; ///< 0: any free one
    int latencyMs = 0; ///< before the head of every answer
    double tokensPerSecond = 0; ///< of streams; 0: as fast as possible
    QList<FaultRate> faults;
    quint64 seed = 1;
    int slowStartMs = 10'000; ///< what Fault::SlowStart adds to the latency
};

/// An OpenAI-compatible server on loopback that needs no model: /v1/models,
/// /v1/chat/completions (streamed or not) and /v1/embeddings. It answers with quotes from what
/// it was sent (practiceanswer.h), counts tokens exactly, shows prefix caching, refuses what is
/// over a model's window, and goes wrong on demand. Works in the event loop of its thread.
class PracticeProvider final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeProvider)

public:
    /// `clock` outlives it.
    PracticeProvider(const Clock &clock, const PracticeOptions &options, QObject *owner = nullptr);
    ~PracticeProvider() override;

    /// Listens; the base URL for clients, such as http://127.0.0.1:40123/v1.
    Result<QUrl> start();

    int chatRequests() const { return m_chatRequests; } ///< received so far, faults included

private:
    void acceptAll();
    void answer(PracticeConnection &connection, const HttpRequest &request);
    void answerModels(PracticeConnection &connection, const HttpRequest &request);
    void answerChat(PracticeConnection &connection, const HttpRequest &request);
    void answerEmbeddings(PracticeConnection &connection, const HttpRequest &request);
    void complete(PracticeConnection &connection, const PracticeRequest &request,
                  std::optional<Fault> fault);
    void sendAnswer(PracticeConnection &connection, const PracticeAnswer &answer, bool stream,
                    std::optional<Fault> fault);
    PracticeAnswer answerTo(const PracticeRequest &request, int promptTokens);

    const Clock &m_clock;
    PracticeOptions m_options;
    QTcpServer m_server;
    FaultPlan m_faults;
    QHash<QString, PrefixCache> m_caches; ///< by model
    int m_chatRequests = 0;
};

} // namespace Core
