#pragma once

#include "core/net/answerbuilder.h"
#include "core/net/chatclient.h"
#include "core/net/httpexchange.h"
#include "core/net/ssereader.h"
#include "core/net/wirejson.h"

#include <memory>

namespace Core {

/// One answer of the chat-completions protocol, streamed or not, whichever the server sends.
/// It is whole when the provider named a finish reason; a stream should also say "[DONE]", but
/// one that ends without it after a finish reason is whole too, since nothing of the answer can
/// be missing (its usage may). "[DONE]" without a finish reason is what a gateway sends whose
/// upstream died: Truncated.
class OpenAiReply final : public ChatReply
{
    Q_OBJECT

public:
    /// `clock` outlives this; the pool is shared.
    OpenAiReply(std::shared_ptr<NetworkPool> pool, const Clock &clock, const ChatRequest &request,
                QObject *owner);
    ~OpenAiReply() override;

    void abort() override;

private:
    enum class BodyKind { Unknown, Stream, Document };

    Result<HttpCall> callFor(const ChatRequest &request);
    void start(const HttpCall &call);

    void take(const QByteArray &bytes);
    void capture(const QByteArray &bytes);
    bool isRefused() const;
    void takeStream(QByteArrayView bytes);
    void takeDocument(QByteArrayView bytes);
    void takeRefusal(QByteArrayView bytes);
    Error refusal() const;
    void takeEvent(const SseEvent &event);
    void takeChunk(const ChatChunk &chunk);
    void grow(const AnswerBuilder::Growth &growth);

    void onEnded();
    void onBroken(Error error);
    void endStream();
    void endDocument();

    void succeed();
    void giveUp(Error error);
    ReplySummary summary() const;

    std::shared_ptr<NetworkPool> m_pool;
    const Clock &m_clock;
    QUrl m_url;
    std::unique_ptr<HttpExchange> m_exchange; ///< works with the pool, so it dies first
    BodyKind m_kind = BodyKind::Unknown;
    WireParser m_parser;
    SseReader m_reader;
    AnswerBuilder m_answer;
    QByteArray m_document; ///< a body that is no stream
    QByteArray m_captured; ///< the body as received, up to a cap
    qint64 m_received = 0;
    qint64 m_firstTokenMs = -1;
    bool m_over = false;
};

} // namespace Core
