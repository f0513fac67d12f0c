#pragma once

#include "core/base/id.h"
#include "core/store/conversationstore.h"
#include "core/store/journalwriter.h"
#include "core/store/storelanes.h"
#include "core/store/storewatch.h"

namespace Core {

/// Ids are made before anything is asked, so that it can be done twice and count once.
inline void nameOnce(QString &id, const QString &otherwise = {})
{
    if (id.isEmpty())
        id = otherwise.isEmpty() ? newId() : otherwise;
}

/// What the parts of the store's implementation share. Private to this room.
class ConversationStore::Private
{
public:
    explicit Private(const Clock &ownClock)
        : clock(ownClock)
        , lanes(ownClock)
    {
    }

    /// With id and time.
    Message named(Message message) const
    {
        nameOnce(message.id);
        if (!message.createdAt.isValid())
            message.createdAt = clock.now();
        return message;
    }

    struct Ending
    {
        ~Ending() { watch.end(); }
        StoreWatch &watch;
    };

    const Clock &clock;
    QString location;
    StoreWatch watch{lanes}; ///< outlives the lanes, which tell it their state to the end
    StoreLanes lanes;
    Ending ending{watch}; ///< with what the journal still writes
    JournalWriter journal{lanes};
};

} // namespace Core
