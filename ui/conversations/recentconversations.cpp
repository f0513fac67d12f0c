#include "ui/conversations/recentconversations.h"

void RecentConversations::visit(const QString &id)
{
    m_ids.removeOne(id);
    m_ids.prepend(id);
    if (m_ids.size() > kept)
        m_ids.removeLast();
}

void RecentConversations::forget(const QString &id)
{
    m_ids.removeOne(id);
}
