#include "core/net/chatreply.h"

namespace Core {

namespace {

bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::ContentFiltered:
    case Error::Kind::ContextExceeded:
    case Error::Kind::NotFound:
    case Error::Kind::QuotaExhausted:
    case Error::Kind::RateLimited:
    case Error::Kind::Rejected:
    case Error::Kind::Unauthorized:
        return true;
    default:
        return false;
    }
}

/// A portal's or a proxy's: the provider has not seen the request.
bool isPage(const QByteArray &body)
{
    return body.trimmed().startsWith('<');
}

} // namespace

bool mayBeBilled(const ReplySummary &summary, const std::optional<Error> &error)
{
    if (summary.usage || !summary.oddUsage.isEmpty())
        return true;
    const bool hasBegun =
        !summary.text.isEmpty() || !summary.reasoning.isEmpty() || !summary.toolCalls.isEmpty();
    if (!hasBegun && error && (isRefusal(*error) || isPage(summary.responseBody)))
        return false;
    return summary.status / 100 == 2 || (summary.status == 0 && summary.wasSent);
}

ChatReply::ChatReply(QObject *owner)
    : QObject(owner)
{
}

ChatReply::~ChatReply() = default;

void ChatReply::finish(const ReplySummary &summary)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(summary);
    deleteLater();
}

void ChatReply::fail(const Error &error, const ReplySummary &summary)
{
    if (std::exchange(m_ended, true))
        return;
    emit failed(error, summary);
    deleteLater();
}

} // namespace Core
