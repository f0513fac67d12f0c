#pragma once

#include "core/base/result.h"
#include "core/chat/branch.h"
#include "core/chat/conversation.h"
#include "core/chat/message.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Core {

/// What a conversation's thread consists of, as of one moment.
struct Thread
{
    Conversation conversation;
    MessageTree tree;
};

/// An answer as stored, and its conversation's row as it then is.
struct StoredAnswer
{
    Conversation conversation;
    Message answer;
};

struct ImportCount
{
    bool added = false; ///< false: the conversation was there already
    int messagesAdded = 0;
};

/// What a store tells about itself.
struct StoreInfo
{
    QString location; ///< path, or URL without password
    QString id; ///< tells stores apart, wherever they lie
    int version = 0; ///< of its schema
    QString user; ///< who one is there, as its server says; empty: it does not
    QString role; ///< there: "agent", "lead", "manager", "admin", "owner"; empty: a file
    bool readOnly = false; ///< writes fail with `whyReadOnly`
    std::optional<Error> whyReadOnly; ///< StoreNewer, StoreBusy or StoreReadOnly
    qint64 conversations = 0; ///< without those removed
    /// Whom these ask, in order of the names; without those that ask the default.
    QStringList providers;
    QStringList tags; ///< in order
};

/// Whether to read an attempt's request, answer and plan along with it.
enum class Bodies { With, Without };

/// What an examination found.
struct StoreFinding
{
    QString what; ///< untranslated
    bool isProblem = false;
    bool mended = false;
};

} // namespace Core
