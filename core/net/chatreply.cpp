#include "core/net/chatreply.h"

namespace Core {

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
