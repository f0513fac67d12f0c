#pragma once

#include "core/chat/conversation.h"
#include "core/chat/message.h"

#include <QList>

#include <optional>

namespace Core {

/// Where a page of the list ends: the sort key of its last row. The id breaks ties, so that
/// no row is lost or shown twice among equal times.
struct ConversationKey
{
    bool pinned = false;
    qint64 updatedMs = 0;
    QString id;

    friend bool operator==(const ConversationKey &, const ConversationKey &) = default;
};

/// Part of the list, newest first (pinned before all), and the key of the part after it.
struct ConversationPage
{
    QList<Conversation> rows;
    std::optional<ConversationKey> next; ///< nothing: this was the last page
};

/// Which conversations to list. Empty fields do not filter.
struct ConversationFilter
{
    QString userId;
    QString tag;
    QString provider;
    bool onlyWithError = false;
    bool pinnedFirst = true; ///< false: newest first, whether pinned or not

    friend bool operator==(const ConversationFilter &, const ConversationFilter &) = default;
};

/// Where a message stands among those found, newest first. Messages without a time come last.
struct SearchKey
{
    qint64 createdMs = 0;
    qint64 sequence = 0; ///< breaks ties

    friend bool operator==(const SearchKey &, const SearchKey &) = default;
};

/// A message found by its text. `snippet` is the matching part, with the matching words
/// between U+0002 and U+0003. The hits after it are found with its key.
struct SearchHit
{
    Conversation conversation;
    QString messageId;
    QString snippet;
    SearchKey key;
};

} // namespace Core
