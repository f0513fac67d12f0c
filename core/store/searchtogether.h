#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/page.h"

namespace Core {

/// Finds as many conversations as asked for instead of hits: see ConversationFilter::hitsTogether.
/// Takes the newest hits a few at a time, so that a common word does not cost what the store
/// holds.
Result<QList<SearchHit>> searchTogether(Connection &connection, const QStringList &words,
                                        const ConversationFilter &filter, int limit,
                                        const std::optional<SearchKey> &after);

} // namespace Core
