#pragma once

#include "core/base/clock.h"
#include "core/chat/provider.h"
#include "core/net/chatclient.h"

#include <QFuture>
#include <QList>
#include <QStringList>

#include <memory>

namespace Core {

class NetworkPool;

struct EmbeddingsRequest
{
    Provider provider;
    QByteArray key; ///< empty: none is sent
    QString model;
    QStringList texts;
    NetClocks clocks;
};

/// One vector for each text, in the order of the texts.
struct Embeddings
{
    QList<QList<float>> vectors;
    QString model; ///< as the provider said
    std::optional<qint64> tokens; ///< as the provider reported
};

/// Asks a provider for embeddings (POST {base}/embeddings), by the rules of networkrules.h and
/// exactly once a call. Its calls are cancelled when it dies.
class EmbeddingsClient
{
    Q_DISABLE_COPY_MOVE(EmbeddingsClient)

public:
    /// `clock` outlives it.
    explicit EmbeddingsClient(const Clock &clock);
    ~EmbeddingsClient();

    /// BadReply where the answer does not hold exactly one vector for each text, all of one
    /// length.
    QFuture<Result<Embeddings>> embed(const EmbeddingsRequest &request);

private:
    const Clock &m_clock;
    std::shared_ptr<NetworkPool> m_pool;
    std::unique_ptr<QObject> m_calls; ///< parent of the requests in flight
};

} // namespace Core
