#pragma once

#include "core/base/async.h"
#include "ui/conversations/conversationsource.h"

#include <QList>
#include <QPromise>

#include <algorithm>
#include <memory>

/// A store of conversations in memory that answers at once, or, when held, only when told to.
class FakeConversations
{
public:
    using PageResult = Core::Result<Core::ConversationPage>;
    using HitsResult = Core::Result<QList<Core::SearchHit>>;

    QList<Core::Conversation> rows; ///< in the order of the list
    QList<Core::SearchHit> hits;
    std::optional<Core::Error> error;
    bool held = false;
    QList<std::shared_ptr<QPromise<PageResult>>> heldPages;
    QList<std::shared_ptr<QPromise<HitsResult>>> heldHits;
    QStringList searches;
    int pagesAsked = 0;

    ConversationSource source()
    {
        return {.page =
                    [this](const Core::ConversationFilter &filter,
                           const std::optional<Core::ConversationKey> &after, int limit) {
                        ++pagesAsked;
                        return held ? later(heldPages)
                                    : Core::readyFuture(page(filter, after, limit));
                    },
                .search =
                    [this](const QString &words, const Core::ConversationFilter & /*filter*/,
                           int /*limit*/) {
                        searches += words;
                        return held
                            ? later(heldHits)
                            : Core::readyFuture(error ? HitsResult(*error) : HitsResult(hits));
                    }};
    }

    template <typename T>
    static void answer(const std::shared_ptr<QPromise<T>> &promise, T value)
    {
        promise->addResult(std::move(value));
        promise->finish();
    }

    PageResult page(const Core::ConversationFilter &filter,
                    const std::optional<Core::ConversationKey> &after, int limit) const
    {
        if (error)
            return *error;
        QList<Core::Conversation> matching;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(matching),
                     [&filter](const Core::Conversation &row) {
                         return filter.tag.isEmpty() || row.tags.contains(filter.tag);
                     });
        auto from = matching.cbegin();
        if (after)
            from = std::find_if(matching.cbegin(), matching.cend(),
                                [&after](const auto &row) { return row.id == after->id; })
                + 1;
        Core::ConversationPage result;
        while (from != matching.cend() && result.rows.size() < limit)
            result.rows.append(*from++);
        if (from != matching.cend())
            result.next = Core::ConversationKey{.id = result.rows.last().id};
        return result;
    }

private:
    template <typename T>
    static QFuture<T> later(QList<std::shared_ptr<QPromise<T>>> &held)
    {
        held.append(std::make_shared<QPromise<T>>());
        held.last()->start();
        return held.last()->future();
    }
};

/// A conversation that was last changed `hour` hours before `now`.
inline Core::Conversation conversationBefore(const QDateTime &now, int hours, const QString &id)
{
    return {.id = id,
            .title = QStringLiteral("Title of %1").arg(id),
            .createdAt = now.addSecs(-3600 * hours),
            .updatedAt = now.addSecs(-3600 * hours),
            .lastLine = QStringLiteral("Last line of %1").arg(id),
            .messageCount = 2};
}
