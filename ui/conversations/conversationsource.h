#pragma once

#include "core/base/result.h"
#include "core/store/page.h"

#include <QFuture>

#include <functional>

namespace Core {
class ConversationStore;
}

/// Where the list gets its rows from: the two questions it asks the store, and no more.
struct ConversationSource
{
    using Page = QFuture<Core::Result<Core::ConversationPage>>;
    using Hits = QFuture<Core::Result<QList<Core::SearchHit>>>;

    std::function<Page(const Core::ConversationFilter &,
                       const std::optional<Core::ConversationKey> &after, int limit)>
        page;
    std::function<Hits(const QString &words, const Core::ConversationFilter &, int limit)> search;
};

/// Asks `store`, which must outlive the source.
ConversationSource conversationSource(Core::ConversationStore &store);
