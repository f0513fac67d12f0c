#pragma once

#include "ui/thread/markdownblocks.h"
#include "ui/thread/threadrow.h"

#include <QString>

/// Something within a message that can be clicked, as an entry of its menu, so that the
/// keyboard reaches it too.
struct MessageCommand
{
    enum class Kind : quint8 {
        CopyCode,
        OpenLink,
        ToggleReasoning,
        OpenSummary,
        PreviousSibling,
        NextSibling
    };

    Kind kind = Kind::CopyCode;
    QString label;
    QString value; ///< the code, or the link's target

    friend bool operator==(const MessageCommand &, const MessageCommand &) = default;
};

/// Those of a message, in reading order; of code and links the first few.
QList<MessageCommand> commandsOf(const ThreadRow &row, const Markdown::Blocks &blocks);
