#pragma once

#include "core/store/database.h"
#include "core/store/outbox.h"
#include "core/store/storeplace.h"
#include "core/store/storestate.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Core {

/// Stands in for a server while it is away: a copy of what was read and written lately, in a file
/// on this machine, and the outbox beside it. Belongs to the thread that writes; what is for all
/// threads says so.
class Standin
{
    Q_DISABLE_COPY_MOVE(Standin)

public:
    /// Told of every new state, in whatever thread it comes about.
    using Tell = std::function<void(const StoreState &)>;
    using Refused = std::function<void(const RefusedDeed &)>;

    Standin(const Clock &clock, Tell tell);
    ~Standin();

    /// Opens the copy of the store at `url` in `folder`, made where there is none.
    Result<void> open(const QString &folder, const QString &url);
    /// Whether anything of this store was ever kept.
    Result<bool> isKnown();

    // --- in all threads ---
    StoreState state() const;
    bool takesReads() const { return state().kind == StoreState::Kind::Offline; }
    bool takesWrites() const { return state().kind != StoreState::Kind::Online; }
    /// The server failed with this.
    void leave(const Error &error);
    Result<std::unique_ptr<Connection>> openReader() const { return m_place->openReader(); }

    // --- what was read or written there ---
    void keep(const Conversation &row) { keep(QList<Conversation>{row}); }
    void keep(const QList<Conversation> &rows);
    /// Erases those of `ids` that are not among the rows: they are gone, or no longer to be seen.
    void forgetAllBut(const QList<Conversation> &rows, const QStringList &ids);
    void keep(const Thread &thread);
    void keep(const QString &conversationId, const HandMarks &marks);
    void keep(const QList<Summary> &summaries);
    void keep(const QString &name, const QString &value);
    void keepUser(const StoreInfo &info); ///< who one is there
    Result<StoreInfo> info(); ///< of the copy, with who one is on the server
    Database &copy() { return *m_copy; }
    template <typename T>
    void logged(const Result<T> &kept) const
    {
        if (!kept)
            logMissing(kept.error());
    }

    // --- while it is away ---
    /// Runs `job` on the copy, and puts `deed` into the outbox, where there is one.
    template <typename T>
    Result<T> write(const std::function<Result<T>(Database &)> &job,
                    const std::optional<Deed> &deed);
    /// What it is when the copy does not have it.
    Error instead(const Error &error) const;
    /// Delivers what waits; it is online again where all has been.
    Result<void> deliver(Database &server, const Refused &refused);

private:
    Result<void> recover();
    Result<void> keepMessages(const QList<Message> &messages);
    void count();
    void logMissing(const Error &error) const;
    void become(StoreState::Kind kind, const std::optional<Error> &why);

    const Clock &m_clock;
    const Tell m_tell;
    std::unique_ptr<StorePlace> m_place;
    std::unique_ptr<Database> m_copy;
    std::unique_ptr<Outbox> m_outbox;
    mutable std::mutex m_guard;
    StoreState m_state; ///< behind m_guard
};

template <typename T>
Result<T> Standin::write(const std::function<Result<T>(Database &)> &job,
                         const std::optional<Deed> &deed)
{
    // First into the outbox: a deed without rows is skipped, rows without a deed would be lost.
    const Result<qint64> number = deed ? m_outbox->add(*deed) : Result<qint64>(0);
    if (!number)
        return number.error();
    Result<T> done = job(*m_copy);
    if (!deed)
        return done;
    if (!done)
        (void)m_outbox->remove(*number);
    count();
    return done ? done : instead(done.error());
}

} // namespace Core
