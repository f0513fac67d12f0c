#include "core/store/outbox.h"

#include "core/store/database.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kindNames{"create"_L1, "change"_L1, "message"_L1, "begin"_L1, "finish"_L1,
                               "charge"_L1, "mark"_L1,   "summary"_L1, "value"_L1};

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString detailOf(const Deed &deed)
{
    QJsonObject json{{u"change"_s, changeToJson(deed.change)}, {u"mark"_s, int(deed.mark)}};
    if (deed.seen) {
        json.insert(u"seen"_s, changeToJson(deed.seen->fields));
        json.insert(u"version"_s, deed.seen->version);
    }
    return textOf(json);
}

Deed deedAt(const Row &row)
{
    const auto *kind = std::find(kindNames.begin(), kindNames.end(), row.text(1));
    static_assert(kindNames.size() == std::size_t(Deed::Kind::Unknown));
    Deed deed{.kind = Deed::Kind(kind - kindNames.begin()), // past the last name: Unknown
              .conversationId = row.text(2),
              .id = row.text(3),
              .attemptId = row.text(4)};
    const QJsonObject json = QJsonDocument::fromJson(row.text(5).toUtf8()).object();
    const int mark = json.value(u"mark"_s).toInt();
    if (mark < int(HandMark::None) || mark > int(HandMark::Excluded))
        deed.kind = Deed::Kind::Unknown;
    else
        deed.mark = HandMark(mark);
    deed.change = changeFromJson(json.value(u"change"_s).toObject());
    if (json.contains(u"seen"_s))
        deed.seen = SeenFields{.version = json.value(u"version"_s).toInteger(),
                               .fields = changeFromJson(json.value(u"seen"_s).toObject())};
    return deed;
}

/// What nobody would call a change of his.
bool isQuiet(const Deed &deed)
{
    return deed.kind == Deed::Kind::Value
        || (deed.kind == Deed::Kind::Change
            && deed.change == ConversationChange{.draft = deed.change.draft});
}

/// Without its value.
template <typename T>
Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : result.error();
}

} // namespace

bool isForLater(const Error &error)
{
    constexpr std::array kinds{Error::Kind::StoreUnreachable, Error::Kind::StoreReadOnly,
                               Error::Kind::StoreFull, Error::Kind::StoreBusy,
                               Error::Kind::TimedOut};
    return std::find(kinds.begin(), kinds.end(), error.kind) != kinds.end();
}

Result<void> Outbox::open()
{
    return m_copy.connection().exec(
        u"CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, "
        "kind TEXT NOT NULL, conversation_id TEXT NOT NULL, id TEXT NOT NULL, "
        "attempt_id TEXT NOT NULL, detail TEXT NOT NULL, quiet INTEGER NOT NULL, "
        "refused TEXT NOT NULL DEFAULT '')"_s);
}

Result<qint64> Outbox::add(const Deed &deed)
{
    Q_ASSERT(deed.kind != Deed::Kind::Unknown);
    const Result<std::optional<qint64>> number = m_copy.connection().insert(
        u"INSERT INTO outbox (kind, conversation_id, id, attempt_id, detail, quiet) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {kindNames.at(std::size_t(deed.kind)), deed.conversationId + u""_s, deed.id + u""_s,
         deed.attemptId + u""_s, detailOf(deed), isQuiet(deed)});
    return number ? Result<qint64>(number->value_or(0)) : number.error();
}

Result<void> Outbox::remove(qint64 number)
{
    return done(m_copy.connection().change(u"DELETE FROM outbox WHERE number = ?"_s, {number}));
}

Result<int> Outbox::waiting()
{
    const Result<QVariant> count = m_copy.connection().value(
        u"SELECT count(*) FROM outbox WHERE refused = '' AND NOT quiet"_s);
    return count ? Result<int>(count->toInt()) : count.error();
}

Result<QList<Outbox::Entry>> Outbox::entries()
{
    QList<Entry> entries;
    const Result<void> read = m_copy.connection().read(
        u"SELECT number, kind, conversation_id, id, attempt_id, detail FROM outbox "
        "WHERE refused = '' ORDER BY number"_s,
        {}, [&](const Row &row) {
            entries.append({row.number(0), deedAt(row)});
        });
    if (!read)
        return read.error();
    return entries;
}

Result<void> Outbox::deliver(Database &server, const Refused &refused)
{
    const Result<QList<Entry>> waiting = entries();
    if (!waiting)
        return waiting.error();
    QSet<QString> held;
    for (const Entry &entry : *waiting) {
        if (holds(entry, held, refused))
            continue;
        if (const Result<void> delivered = deliver(entry, server, refused); !delivered)
            return delivered;
    }
    return {};
}

/// Fails only where it is for later.
Result<void> Outbox::deliver(const Entry &entry, Database &server, const Refused &refused)
{
    const Result<void> delivered = deliver(entry.deed, server);
    if (delivered)
        return remove(entry.number);
    if (isForLater(delivered.error()))
        return delivered;
    const Result<void> kept =
        done(m_copy.connection().change(u"UPDATE outbox SET refused = ? WHERE number = ?"_s,
                                        {u"refused: "_s + delivered.error().detail, entry.number}));
    if (kept)
        refused({entry.deed, delivered.error()});
    return kept;
}

/// Whether it stays, because this program does not know what it is, or because it builds on one
/// of those: tried before it, it would be refused.
bool Outbox::holds(const Entry &entry, QSet<QString> &held, const Refused &refused)
{
    const Deed &deed = entry.deed;
    const QString of = deed.conversationId.isEmpty() ? deed.id : deed.conversationId;
    if (deed.kind != Deed::Kind::Unknown) // a mark names its message only
        return held.contains(of) || (deed.kind == Deed::Kind::Mark && !held.isEmpty());
    held.insert(of);
    if (m_said.contains(entry.number))
        return true;
    m_said.insert(entry.number);
    refused({deed,
             {.kind = Error::Kind::StoreNewer,
              .detail = u"a change of a kind that this program does not know"_s,
              .where = of}});
    return true;
}

Result<void> Outbox::deliver(const Deed &deed, Database &server)
{
    switch (deed.kind) {
    case Deed::Kind::Create:
        return create(deed, server);
    case Deed::Kind::Change:
        return done(server.changeConversation(deed.conversationId, deed.change, deed.seen));
    case Deed::Kind::AddMessage:
    case Deed::Kind::BeginAnswer:
        return write(deed, server);
    case Deed::Kind::FinishAnswer:
        return finish(deed, server);
    case Deed::Kind::AddCharge:
        return charge(deed, server);
    case Deed::Kind::Mark:
    case Deed::Kind::Summary:
    case Deed::Kind::Value:
        return note(deed, server);
    case Deed::Kind::Unknown:
        break; // held before it comes here
    }
    Q_UNREACHABLE();
}

Result<void> Outbox::create(const Deed &deed, Database &server)
{
    const auto there = server.conversations().find(deed.conversationId);
    if (!there || *there)
        return done(there);
    const auto own = m_copy.conversations().find(deed.conversationId);
    return own && *own ? done(server.createConversation(**own)) : done(own);
}

Result<void> Outbox::write(const Deed &deed, Database &server)
{
    const auto there = server.messages().find(deed.id);
    if (!there || *there)
        return done(there);
    const auto own = m_copy.messages().find(deed.id);
    if (!own || !*own)
        return done(own);
    if (deed.kind == Deed::Kind::AddMessage)
        return done(server.addMessage(**own));
    const auto attempt = m_copy.attempts().find(deed.attemptId);
    return attempt && *attempt ? server.beginAnswer(**own, **attempt) : done(attempt);
}

/// What the server has as ended, others have ended or this was done before: then only what was
/// spent is seen to.
Result<void> Outbox::finish(const Deed &deed, Database &server)
{
    const auto there = server.messages().find(deed.id);
    const auto own = m_copy.messages().find(deed.id);
    const auto attempt = m_copy.attempts().find(deed.attemptId);
    const auto charges = m_copy.ledger().ofConversation(deed.conversationId);
    if (!there || !own || !attempt || !charges)
        return !there ? done(there) : !own ? done(own) : !attempt ? done(attempt) : done(charges);
    if (!*own || !*attempt)
        return {};
    const bool isOpen = *there
        && ((*there)->status == MessageStatus::Streaming
            || ((*there)->status == MessageStatus::Interrupted
                && (*own)->status != MessageStatus::Interrupted));
    if (!isOpen)
        return charge(deed, server);
    const auto of = [&](const Charge &each) { return each.attemptId == deed.attemptId; };
    const auto found = std::find_if(charges->cbegin(), charges->cend(), of);
    return done(server.finishAnswer(
        **own, **attempt, found == charges->cend() ? std::nullopt : std::optional<Charge>(*found)));
}

Result<void> Outbox::charge(const Deed &deed, Database &server)
{
    const auto charges = m_copy.ledger().ofConversation(deed.conversationId);
    const auto attempt = m_copy.attempts().find(deed.attemptId);
    if (!charges || !attempt)
        return !charges ? done(charges) : done(attempt);
    for (const Charge &each : *charges) {
        if (each.id != deed.id && (deed.attemptId.isEmpty() || each.attemptId != deed.attemptId))
            continue;
        const Result<void> charged = server.addCharge(each, attempt->value_or(Attempt{}));
        if (!charged)
            return charged;
    }
    return {};
}

Result<void> Outbox::note(const Deed &deed, Database &server)
{
    if (deed.kind == Deed::Kind::Value) {
        const Result<QString> value = m_copy.notes().value(deed.id);
        return value ? server.write([&] { return server.notes().setValue(deed.id, *value); })
                     : done(value);
    }
    if (deed.kind == Deed::Kind::Mark)
        return server.setHandMark(deed.id, deed.mark);
    const Result<QList<Summary>> there = server.notes().summaries(deed.conversationId);
    const Result<QList<Summary>> own = m_copy.notes().summaries(deed.conversationId);
    if (!there || !own)
        return !there ? done(there) : done(own);
    const auto same = [&](const Summary &summary) { return summary.id == deed.id; };
    const auto found = std::find_if(own->cbegin(), own->cend(), same);
    if (found == own->cend() || std::any_of(there->cbegin(), there->cend(), same))
        return {};
    return done(server.saveSummary(*found));
}

} // namespace Core
