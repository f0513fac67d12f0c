#include "core/net/learnt.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace Core {

std::optional<Provider> learntFrom(const Error &error, const Provider &provider)
{
    if (error.kind != Error::Kind::Rejected)
        return std::nullopt;
    Provider learnt = provider;
    if (error.detail.contains("stream_options"_L1))
        learnt.acceptsStreamOptions = false;
    if (error.detail.contains("max_completion_tokens"_L1))
        learnt.wantsMaxCompletionTokens = true;
    return learnt == provider ? std::nullopt : std::optional(learnt);
}

QByteArray adaptedBody(const QByteArray &body, const Provider &provider)
{
    QJsonObject root = QJsonDocument::fromJson(body).object();
    bool isChanged = false;
    if (!provider.acceptsStreamOptions && root.contains("stream_options"_L1)) {
        root.remove("stream_options"_L1);
        isChanged = true;
    }
    if (provider.wantsMaxCompletionTokens && root.contains("max_tokens"_L1)) {
        root.insert("max_completion_tokens"_L1, root.take("max_tokens"_L1));
        isChanged = true;
    }
    return isChanged ? QJsonDocument(root).toJson(QJsonDocument::Compact) : body;
}

} // namespace Core
