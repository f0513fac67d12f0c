#include "core/store/standin.h"

#include "core/base/log.h"
#include "core/store/engine.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

// Values of the copy alone.
const QString ownUser = u"standin/user"_s;
const QString ownRole = u"standin/role"_s;

/// One file for each server, database and user.
QString pathFor(const QString &folder, const QString &url)
{
    const QByteArray shown = postgresEngine().shownLocation(url).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(shown, QCryptographicHash::Sha256);
    return QDir(folder).filePath(QString::fromLatin1(hash.first(8).toHex()) + u".db"_s);
}

} // namespace

Standin::Standin(const Clock &clock, Tell tell)
    : m_clock(clock)
    , m_tell(std::move(tell))
{
}

Standin::~Standin() = default;

Result<void> Standin::open(const QString &folder, const QString &url)
{
    const QString path = pathFor(folder, url);
    std::unique_ptr<StorePlace> place = storePlace(path, m_clock);
    Result<std::unique_ptr<Connection>> connection = place->open();
    if (!connection)
        return connection.error();
    if (place->whyReadOnly()) // another window of the same user has it
        return *place->whyReadOnly();
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    auto copy = std::make_unique<Database>(*std::move(connection), m_clock);
    m_outbox = std::make_unique<Outbox>(*copy);
    m_copy = std::move(copy);
    m_place = std::move(place);
    if (const Result<void> opened = m_outbox->open(); !opened)
        return opened;
    if (const Result<void> recovered = recover(); !recovered)
        return recovered;
    count();
    return {};
}

/// Answers that were on their way when the program died end here, and then on the server.
Result<void> Standin::recover()
{
    const Result<QList<Attempt>> open = m_copy->attempts().open();
    if (!open)
        return open.error();
    for (const Attempt &attempt : *open) {
        const Result<qint64> added = m_outbox->add({.kind = Deed::Kind::FinishAnswer,
                                                    .conversationId = attempt.conversationId,
                                                    .id = attempt.messageId,
                                                    .attemptId = attempt.id});
        if (!added)
            return added.error();
    }
    return open->isEmpty() ? Result<void>() : m_copy->recover();
}

Result<bool> Standin::isKnown()
{
    const Result<ConversationPage> page = m_copy->conversations().page({}, std::nullopt, 1);
    return page ? Result<bool>(!page->rows.isEmpty()) : page.error();
}

StoreState Standin::state() const
{
    const std::lock_guard lock(m_guard);
    return m_state;
}

void Standin::leave(const Error &error)
{
    become(error.kind == Error::Kind::StoreUnreachable ? StoreState::Kind::Offline
                                                       : StoreState::Kind::WritesWait,
           error);
}

void Standin::become(StoreState::Kind kind, const std::optional<Error> &why)
{
    StoreState now;
    {
        const std::lock_guard lock(m_guard);
        if (m_state.kind == kind)
            return;
        if (m_state.kind == StoreState::Kind::Online)
            m_state.since = m_clock.now();
        m_state.kind = kind;
        m_state.why = why;
        now = m_state;
    }
    m_tell(now);
}

void Standin::count()
{
    const Result<int> waiting = m_outbox->waiting();
    StoreState now;
    {
        const std::lock_guard lock(m_guard);
        if (!waiting || m_state.waiting == *waiting)
            return;
        m_state.waiting = *waiting;
        now = m_state;
    }
    m_tell(now);
}

Error Standin::instead(const Error &error) const
{
    const StoreState now = state();
    return error.kind == Error::Kind::NotFound && now.why ? *now.why : error;
}

Result<void> Standin::deliver(Database &server, const Refused &refused)
{
    const Result<void> delivered = m_outbox->deliver(server, refused);
    count();
    if (delivered)
        become(StoreState::Kind::Online, std::nullopt);
    else
        leave(delivered.error());
    return delivered;
}

void Standin::keep(const QList<Conversation> &rows)
{
    logged(m_copy->write([&]() -> Result<void> {
        for (const Conversation &row : rows) {
            if (const Result<void> put = m_copy->conversations().put(row); !put)
                return put;
        }
        return {};
    }));
}

void Standin::forgetAllBut(const QList<Conversation> &rows, const QStringList &ids)
{
    QSet<QString> gone(ids.cbegin(), ids.cend());
    for (const Conversation &row : rows)
        gone.remove(row.id);
    for (const QString &id : std::as_const(gone))
        logged(m_copy->eraseConversation(id));
}

void Standin::keep(const Thread &thread)
{
    logged(m_copy->write([&]() -> Result<void> {
        if (const Result<void> put = m_copy->conversations().put(thread.conversation); !put)
            return put;
        return keepMessages(thread.tree.messages());
    }));
}

Result<void> Standin::keepMessages(const QList<Message> &messages)
{
    for (const Message &message : messages) {
        const Result<std::optional<Message>> old = m_copy->messages().find(message.id);
        if (!old)
            return old.error();
        if (!*old) {
            const Result<qint64> added = m_copy->messages().insert(message);
            if (!added)
                return added.error();
            continue;
        }
        Message fresh = message;
        fresh.sequence = (*old)->sequence; // each database counts for itself
        const Result<void> replaced =
            fresh == **old ? Result<void>() : m_copy->messages().replace(**old, fresh);
        if (!replaced)
            return replaced;
    }
    return {};
}

void Standin::keep(const QString &conversationId, const HandMarks &marks)
{
    const Result<HandMarks> old = m_copy->notes().handMarks(conversationId);
    if (!old || *old == marks)
        return;
    logged(m_copy->write([&]() -> Result<void> {
        for (const QString &id : old->pinned + old->excluded + marks.pinned + marks.excluded) {
            const HandMark mark = marks.pinned.contains(id) ? HandMark::Pinned
                : marks.excluded.contains(id)               ? HandMark::Excluded
                                                            : HandMark::None;
            const Result<void> set = m_copy->notes().setHandMark(conversationId, id, mark);
            if (!set)
                return set;
        }
        return {};
    }));
}

void Standin::keep(const QList<Summary> &summaries)
{
    if (summaries.isEmpty())
        return;
    logged(m_copy->write([&]() -> Result<void> {
        for (const Summary &summary : summaries) {
            if (const Result<void> put = m_copy->notes().insertNewSummary(summary); !put)
                return put;
        }
        return {};
    }));
}

void Standin::keep(const QString &name, const QString &value)
{
    const Result<QString> old = m_copy->notes().value(name);
    if (old && *old != value)
        logged(m_copy->write([&] { return m_copy->notes().setValue(name, value); }));
}

void Standin::keepUser(const StoreInfo &info)
{
    keep(ownUser, info.user);
    keep(ownRole, info.role);
}

Result<StoreInfo> Standin::info()
{
    const Result<StoreInfo> info = m_copy->info();
    const Result<QString> user = m_copy->notes().value(ownUser);
    const Result<QString> role = m_copy->notes().value(ownRole);
    if (!info || !user || !role)
        return info;
    StoreInfo known = *info;
    known.user = *user;
    known.role = *role;
    return known;
}

/// What cannot be kept is missing when the server is away, and nothing else.
void Standin::logMissing(const Error &error) const
{
    if (error.kind != Error::Kind::NotFound)
        qCWarning(logStore) << "not kept in the local copy:" << error.detail;
}

} // namespace Core
