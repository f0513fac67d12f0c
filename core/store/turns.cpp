#include "core/store/database.h"

#include "core/base/id.h"
#include "core/store/engine.h"

// One turn as the database sees it: what it leaves behind when it ends, and when it does not.

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a charge does not say itself, its attempt does.
Charge completed(Charge charge, const Attempt &attempt, const QDateTime &now)
{
    const auto take = [](QString &field, const QString &other) {
        if (field.isEmpty())
            field = other;
    };
    take(charge.attemptId, attempt.id);
    take(charge.id, charge.attemptId.isEmpty() ? newId() : charge.attemptId);
    take(charge.conversationId, attempt.conversationId);
    take(charge.messageId, attempt.messageId);
    take(charge.provider, attempt.provider);
    take(charge.model, attempt.model);
    take(charge.strategy, attempt.strategy);
    if (!charge.at.isValid())
        charge.at = attempt.at.isValid() ? attempt.at : now;
    return charge;
}

} // namespace

Result<StoredAnswer> Database::finishAnswer(const Message &answer, const Attempt &attempt,
                                            const std::optional<Charge> &given)
{
    Attempt sent = attempt;
    if (!sent.at.isValid())
        sent.at = m_clock.now();
    bool isErased = false;
    Result<StoredAnswer> stored = write([&]() -> Result<StoredAnswer> {
        Cost cost;
        if (given) {
            const Result<Cost> entered = enter(completed(*given, sent, m_clock.now()));
            if (!entered)
                return entered.error();
            cost = *entered;
        }
        if (const Result<void> settled = m_reservations.remove(sent.id); !settled)
            return settled.error();
        const Result<std::optional<Message>> old = m_messages.find(answer.id);
        if (!old)
            return old.error();
        isErased = !*old;
        if (isErased) { // what was spent is kept all the same
            const Result<void> added = add(cost);
            return added ? Result<StoredAnswer>(StoredAnswer{}) : added.error();
        }
        if (const Result<void> done = m_attempts.save(sent); !done)
            return done.error();
        if (const Result<void> done = finish(**old, answer, cost); !done)
            return done.error();
        return storedAnswer(answer.id);
    });
    if (stored && isErased)
        return Error{.kind = Error::Kind::NotFound, .detail = u"message %1"_s.arg(answer.id)};
    return stored;
}

Result<StoredAnswer> Database::storedAnswer(const QString &id)
{
    const Result<std::optional<Message>> message = m_messages.find(id);
    if (!message)
        return message.error();
    const Result<Conversation> conversation = m_conversations.get((*message)->conversationId);
    if (!conversation)
        return conversation.error();
    return StoredAnswer{*conversation, **message};
}

Result<void> Database::addCharge(const Charge &given, const Attempt &attempt)
{
    Attempt sent = attempt;
    if (!sent.at.isValid())
        sent.at = m_clock.now();
    const Charge charged = completed(given, sent, m_clock.now());
    return write([&]() -> Result<void> {
        if (!sent.id.isEmpty()) {
            if (const Result<void> done = m_attempts.save(sent); !done)
                return done;
        }
        if (const Result<void> settled = m_reservations.remove(charged.attemptId); !settled)
            return settled;
        return charge(charged);
    });
}

Result<void> Database::reprice(const Repricing &repricing, const QList<RepricedCharge> &lines)
{
    return write([&]() -> Result<void> {
        for (const RepricedCharge &line : lines) {
            if (const Result<void> done = revalue(line); !done)
                return done;
        }
        return m_repricings.add(repricing, lines);
    });
}

/// Brings what is summed up in step with a line that is about to be added.
Result<void> Database::revalue(const RepricedCharge &line)
{
    const Result<std::optional<Charge>> found = m_ledger.find(line.chargeId);
    if (!found)
        return found.error();
    if (!*found || (*found)->amount != line.before)
        return Error{.kind = Error::Kind::Outdated, .detail = u"charge %1"_s.arg(line.chargeId)};
    if (m_connection->dialect().sumsCharges)
        return {};
    const Charge &before = **found;
    Charge now = before;
    now.amount = line.amount;
    now.basis = line.basis;
    m_ledger.sums().recount(before, now);
    return m_conversations.addCost(before.conversationId,
                                   now.amount.value_or(Money{}) - before.amount.value_or(Money{}),
                                   (now.amount ? 0 : 1) - (before.amount ? 0 : 1));
}

Result<QStringList> Database::addCharges(const QList<Charge> &charges)
{
    return write([&]() -> Result<QStringList> {
        QStringList different;
        for (const Charge &each : charges) {
            if (const Result<void> done = charge(each); !done)
                return done.error();
            const Result<std::optional<Charge>> there = m_ledger.find(each.id, Worth::AsBilled);
            if (!there)
                return there.error();
            if (*there != each)
                different += each.id;
        }
        return different;
    });
}

Result<QList<SpendState>> Database::reserve(const Reservation &reservation,
                                            const QList<SpendCheck> &checks)
{
    return write([&]() -> Result<QList<SpendState>> {
        Result<QList<SpendState>> states = m_reservations.states(checks);
        if (!states)
            return states;
        for (const SpendState &state : *states) {
            const SpendLimit &limit = state.check.limit;
            const Money total = state.total() + reservation.amount;
            if (limit.isHard && total > limit.amount)
                return Error{.kind = Error::Kind::SpendLimit,
                             .detail = limit.key,
                             .where = limit.id,
                             .asked = total.pico,
                             .limit = limit.amount.pico};
        }
        if (const Result<void> added = m_reservations.add(reservation); !added)
            return added.error();
        return states;
    });
}

Result<void> Database::recover()
{
    return write([&]() -> Result<void> {
        const Result<QList<Message>> streaming = m_messages.streaming();
        if (!streaming)
            return streaming.error();
        for (const Message &message : *streaming) {
            if (const Result<void> done = interrupt(message); !done)
                return done;
        }
        const Result<QList<Attempt>> open = m_attempts.open();
        if (!open)
            return open.error();
        for (const Attempt &attempt : *open) {
            if (const Result<void> done = chargeUnpriced(attempt); !done)
                return done;
        }
        if (const Result<void> done = m_reservations.clear(); !done)
            return done;
        return m_attempts.interruptOpen();
    });
}

Result<void> Database::interrupt(const Message &old)
{
    const Result<QString> text = m_journal.textOf(old.id);
    if (!text)
        return text.error();
    Message message = old;
    message.status = MessageStatus::Interrupted;
    message.content = *text;
    message.tokens = -1;
    return finish(old, message, {});
}

Result<void> Database::chargeUnpriced(const Attempt &attempt)
{
    const Result<std::optional<Conversation>> conversation =
        m_conversations.find(attempt.conversationId);
    if (!conversation)
        return conversation.error();
    Charge charged{.userId = *conversation ? (*conversation)->userId : QString(),
                   .basis = Charge::Basis::Unpriced};
    return charge(completed(charged, attempt, m_clock.now()));
}

} // namespace Core
