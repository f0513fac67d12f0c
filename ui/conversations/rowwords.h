#pragma once

#include "core/chat/conversation.h"

#include <QString>

/// What a row of the list says of its conversation, in words.
namespace RowWords {

/// The title, or what stands for one that is missing.
QString title(const Core::Conversation &conversation);

/// "$0.12", or "at least $0.12" where requests without a price are among them.
QString cost(const Core::Conversation &conversation);

/// Everything the row shows by colour, place and sign, in sentences.
QString spoken(const Core::Conversation &conversation, bool streaming, bool unread);

/// For the tool tip: what the row has no room for.
QString details(const Core::Conversation &conversation);

} // namespace RowWords
