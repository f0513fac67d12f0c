#include "core/store/conversationstoreprivate.h"

// What was asked of providers, what it cost, and what it may cost.

namespace Core {

QFuture<Result<void>> ConversationStore::addCharge(const Charge &charge, const Attempt &attempt)
{
    Charge named = charge;
    nameOnce(named.id, attempt.id);
    const Deed deed{.kind = Deed::Kind::AddCharge,
                    .conversationId = named.conversationId.isEmpty() ? attempt.conversationId
                                                                     : named.conversationId,
                    .id = named.id,
                    .attemptId = attempt.id};
    return d->lanes.keep<void>(
        deed, [named, attempt](Database &database) { return database.addCharge(named, attempt); });
}

QFuture<Result<QList<Attempt>>> ConversationStore::attempts(const QString &conversationId,
                                                            Bodies bodies)
{
    return d->lanes.report<QList<Attempt>>([conversationId, bodies](Database &database) {
        return database.attempts().ofConversation(conversationId, bodies);
    });
}

QFuture<Result<std::optional<Attempt>>> ConversationStore::attemptOf(const QString &messageId,
                                                                     Bodies bodies)
{
    return d->lanes.read<std::optional<Attempt>>([messageId, bodies](Database &database) {
        return database.attempts().newestOf(messageId, bodies);
    });
}

QFuture<Result<Latencies>> ConversationStore::latencies(const QDateTime &from, const QDateTime &to,
                                                        const AttemptFilter &filter)
{
    return d->lanes.report<Latencies>([from, to, filter](Database &database) {
        return database.attempts().latencies(from, to, filter);
    });
}

QFuture<Result<QList<Charge>>> ConversationStore::charges(const QDateTime &from,
                                                          const QDateTime &to)
{
    return d->lanes.report<QList<Charge>>(
        [from, to](Database &database) { return database.ledger().between(from, to); });
}

QFuture<Result<QStringList>> ConversationStore::addCharges(const QList<Charge> &charges)
{
    return d->lanes.write<QStringList>(
        [charges](Database &database) { return database.addCharges(charges); });
}

QFuture<Result<QList<Charge>>> ConversationStore::looseCharges(const QDateTime &from,
                                                               const QDateTime &to, Worth worth)
{
    return d->lanes.report<QList<Charge>>(
        [from, to, worth](Database &database) { return database.ledger().loose(from, to, worth); });
}

QFuture<Result<QList<Charge>>> ConversationStore::chargesOf(const QString &conversationId)
{
    return d->lanes.report<QList<Charge>>([conversationId](Database &database) {
        return database.ledger().ofConversation(conversationId);
    });
}

QFuture<Result<std::optional<ChargeSpan>>> ConversationStore::chargeSpan(const QDateTime &from,
                                                                         const QDateTime &to)
{
    return d->lanes.report<std::optional<ChargeSpan>>(
        [from, to](Database &database) { return database.ledger().span(from, to); });
}

QFuture<Result<QList<ChargeSum>>> ConversationStore::chargeSums(const QList<qint64> &bounds,
                                                                SumBy by)
{
    return d->lanes.report<QList<ChargeSum>>(
        [bounds, by](Database &database) { return database.ledger().sums().visible(bounds, by); });
}

QFuture<Result<QList<HourSum>>> ConversationStore::hourSums(const QDateTime &from,
                                                            const QDateTime &to)
{
    return d->lanes.report<QList<HourSum>>([from, to](Database &database) {
        return database.ledger().sums().byHour(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch());
    });
}

QFuture<Result<ChargeDetails>> ConversationStore::chargeDetails(const QDateTime &from,
                                                                const QDateTime &to,
                                                                const AttemptFilter &filter,
                                                                int dearest)
{
    return d->lanes.report<ChargeDetails>([from, to, filter, dearest](Database &database) {
        return database.ledger().details(from, to, filter, dearest);
    });
}

QFuture<Result<void>> ConversationStore::reprice(const Repricing &repricing,
                                                 const QList<RepricedCharge> &lines)
{
    return d->lanes.write<void>(
        [repricing, lines](Database &database) { return database.reprice(repricing, lines); });
}

QFuture<Result<QList<Repricing>>> ConversationStore::repricings()
{
    return d->lanes.read<QList<Repricing>>(
        [](Database &database) { return database.repricings().all(); });
}

QFuture<Result<QList<RepricedCharge>>>
ConversationStore::repricedCharges(const QString &repricingId)
{
    return d->lanes.report<QList<RepricedCharge>>(
        [repricingId](Database &database) { return database.repricings().lines(repricingId); });
}

QFuture<Result<QList<SpendState>>> ConversationStore::reserve(const Reservation &reservation,
                                                              const QList<SpendCheck> &checks)
{
    return d->lanes.keep<QList<SpendState>>(std::nullopt,
                                            [reservation, checks](Database &database) {
                                                return database.reserve(reservation, checks);
                                            });
}

QFuture<Result<void>> ConversationStore::release(const QString &attemptId)
{
    return d->lanes.keep<void>(std::nullopt, [attemptId](Database &database) {
        return database.write([&] { return database.reservations().remove(attemptId); });
    });
}

QFuture<Result<QList<SpendState>>> ConversationStore::spendStates(const QList<SpendCheck> &checks)
{
    return d->lanes.read<QList<SpendState>>(
        [checks](Database &database) { return database.reservations().states(checks); });
}

} // namespace Core
