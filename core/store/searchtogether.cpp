#include "core/store/searchtogether.h"

#include "core/store/engine.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace Core {

namespace {

bool isBehind(const SearchKey &key, const SearchKey &other)
{
    return std::tie(key.createdMs, key.sequence) < std::tie(other.createdMs, other.sequence);
}

/// The conversations of hits that are not among `seen` yet, which they then are.
QStringList unseen(const QList<SearchHit> &hits, QSet<QString> &seen)
{
    QStringList more;
    for (const SearchHit &hit : hits) {
        const QString &id = hit.conversation.id;
        if (seen.contains(id))
            continue;
        seen.insert(id);
        more += id;
    }
    return more;
}

QHash<QString, QList<SearchHit>> byConversation(const QList<SearchHit> &hits)
{
    QHash<QString, QList<SearchHit>> own;
    for (const SearchHit &hit : hits)
        own[hit.conversation.id].append(hit);
    return own;
}

} // namespace

Result<QList<SearchHit>> searchTogether(Connection &connection, const QStringList &words,
                                        const ConversationFilter &filter, int limit,
                                        const std::optional<SearchKey> &after)
{
    const Engine &engine = connection.engine();
    const int size = std::min(std::clamp(limit, 50, 1250) * 4, connection.dialect().hitsAtOnce);
    QList<SearchHit> together;
    QSet<QString> seen;
    int found = 0;
    for (std::optional<SearchKey> from = after;;) {
        const auto newest = engine.search(connection, words, filter, size, from);
        if (!newest || newest->isEmpty())
            return newest ? together : newest;
        const QStringList more = unseen(*newest, seen);
        const auto hits = engine.hitsIn(connection, words, more);
        if (!hits)
            return hits;
        const auto own = byConversation(*hits);
        for (const QString &id : more) {
            const QList<SearchHit> all = own.value(id);
            // With a newer hit it stood on a page before.
            if (all.isEmpty() || (after && !isBehind(all.first().key, *after)))
                continue;
            together += all;
            if (++found == limit)
                return together;
        }
        if (newest->size() < size)
            return together;
        from = newest->constLast().key;
    }
}

} // namespace Core
