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
    /// Of a search: as many conversations as asked for, each with all of its hits, and the key of
    /// a conversation is that of its newest hit. Else hits are counted, newest first.
    bool hitsTogether = false;

    friend bool operator==(const ConversationFilter &, const ConversationFilter &) = default;
};

/// Which attempts or charges to look at. What is not set does not filter; what is set and empty
/// looks for those without, as conversations of nobody.
struct AttemptFilter
{
    std::optional<QString> userId; ///< of the conversation; of the charge itself
    std::optional<QString> provider;
    std::optional<QString> model;
    std::optional<QString> strategy;
    std::optional<QString> tag; ///< of the conversation
};

/// How long answers took that came whole. A plain value.
struct Latencies
{
    qint64 answers = 0;
    qint64 medianMs = -1; ///< -1: there were none
    qint64 p95Ms = -1; ///< of twenty, nineteen took no longer

    friend bool operator==(const Latencies &, const Latencies &) = default;
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
