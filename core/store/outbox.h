#pragma once

#include "core/base/result.h"
#include "core/chat/summary.h"
#include "core/store/conversationchange.h"

#include <QList>
#include <QSet>
#include <QString>

#include <functional>

namespace Core {

class Database;

/// A write that waits for the server. It names what it writes; that lies in the local copy. A
/// plain value.
struct Deed
{
    enum class Kind {
        Create,
        Change,
        AddMessage,
        BeginAnswer,
        FinishAnswer,
        AddCharge,
        Mark,
        Summary,
        Value,
        Unknown, ///< written by a newer program: kept for that one
    };

    Kind kind = Kind::Create;
    QString conversationId; ///< of a charge: may be none
    QString id; ///< of the message, charge or summary; the name of the value
    QString attemptId; ///< of the answer or charge
    ConversationChange change = {};
    std::optional<SeenFields> seen = std::nullopt;
    HandMark mark = HandMark::None;

    friend bool operator==(const Deed &, const Deed &) = default;
};

/// A deed that the server does not take, and why. It stays in the outbox and in the local copy,
/// but is not tried again. One of kind Unknown is not even tried, and waits with all that came
/// after it in its conversation.
struct RefusedDeed
{
    Deed deed;
    Error error;
};

/// The deeds that wait, in order, beside the rows they name. A deed leaves when the server has it:
/// whether it has is asked by the ids that were made here, so that one whose answer was lost on
/// the way is done once all the same.
class Outbox
{
public:
    /// `copy` is the local copy. It must outlive the outbox.
    explicit Outbox(Database &copy)
        : m_copy(copy)
    {
    }

    Result<void> open(); ///< makes the table where there is none
    Result<qint64> add(const Deed &deed); ///< its number
    Result<void> remove(qint64 number);
    Result<int> waiting();

    /// Delivers all that wait, and stops where the server is gone again or cannot be written:
    /// that error. `refused` is told of each that it does not take.
    using Refused = std::function<void(const RefusedDeed &)>;
    Result<void> deliver(Database &server, const Refused &refused);

private:
    struct Entry
    {
        qint64 number = 0;
        Deed deed;
    };

    Result<QList<Entry>> entries();
    Result<void> deliver(const Entry &entry, Database &server, const Refused &refused);
    bool holds(const Entry &entry, QSet<QString> &held, const Refused &refused);
    Result<void> deliver(const Deed &deed, Database &server);
    Result<void> create(const Deed &deed, Database &server);
    Result<void> write(const Deed &deed, Database &server);
    Result<void> finish(const Deed &deed, Database &server);
    Result<void> charge(const Deed &deed, Database &server);
    Result<void> note(const Deed &deed, Database &server);

    Database &m_copy;
    QSet<qint64> m_said; ///< numbers of those that were told of as unknown
};

/// Whether it is the server that is away or will not be written just now, and not the write that
/// is wrong.
bool isForLater(const Error &error);

} // namespace Core

Q_DECLARE_METATYPE(Core::Deed)
