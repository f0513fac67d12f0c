#pragma once

#include "core/base/clock.h"
#include "core/net/chatclient.h"

#include <memory>

namespace Core {

class NetworkPool;

/// The chat-completions protocol over the network, by the rules of networkrules.h. Each call
/// is sent exactly once; who wants it tried again asks again (core/net/resilientclient.h).
/// Replies may outlive the client.
class OpenAiClient final : public ChatClient
{
    Q_DISABLE_COPY_MOVE(OpenAiClient)

public:
    /// `clock` outlives the client and its replies.
    explicit OpenAiClient(const Clock &clock);
    ~OpenAiClient() override;

    ChatReply *send(const ChatRequest &request, QObject *owner) override;
    QFuture<Result<QStringList>> models(const Provider &provider, const QByteArray &key) override;

private:
    const Clock &m_clock;
    std::shared_ptr<NetworkPool> m_pool;
    std::unique_ptr<QObject> m_calls; ///< parent of the model requests in flight
};

} // namespace Core
