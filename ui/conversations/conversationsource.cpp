#include "ui/conversations/conversationsource.h"

#include "core/store/conversationstore.h"

ConversationSource conversationSource(Core::ConversationStore &store)
{
    return {
        .page = [&store](const Core::ConversationFilter &filter,
                         const std::optional<Core::ConversationKey> &after,
                         int limit) { return store.conversations(filter, after, limit); },
        .search = [&store](const QString &words, const Core::ConversationFilter &filter,
                           int limit) { return store.search(words, filter, limit); },
    };
}
