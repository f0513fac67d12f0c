#pragma once

#include <QMetaType>
#include <QString>

namespace Core {

/// What somebody else has changed in a store on a server, as it is told while it happens. A plain
/// value; it holds no words, because everybody hears of everything.
struct StoreChange
{
    enum class Kind {
        Row, ///< title, tags, settings or sums of a conversation, or it is new
        Messages, ///< its messages, or the branch that is shown
        Erased,
    };

    QString conversationId;
    Kind kind = Kind::Row;
    qint64 version = 0; ///< of the conversation
    int writer = 0; ///< the lease of the connection that wrote it

    friend bool operator==(const StoreChange &, const StoreChange &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::StoreChange)
