#include "core/session/spendguard.h"

#include "core/base/async.h"
#include "core/cost/chargecalculator.h"

#include <algorithm>

namespace Core {

namespace {

using Then = std::function<void(const Result<void> &)>;

/// The error as the store tells it, with the limit's name in the place of its id.
Error named(Error error, const QList<SpendLimit> &limits)
{
    const auto limit = std::find_if(limits.begin(), limits.end(),
                                    [&](const SpendLimit &each) { return each.id == error.where; });
    if (error.kind == Error::Kind::SpendLimit && limit != limits.end())
        error.where = spendLimitTitle(*limit);
    return error;
}

void reserve(const SessionParts &parts, const Reservation &reservation,
             const QList<SpendLimit> &limits, QObject *receiver, const Then &then)
{
    whenDone(parts.store.reserve(reservation, spendChecks(limits, reservation.at)), receiver,
             [limits, then](const Result<QList<SpendState>> &reserved) {
                 then(reserved ? Result<void>() : named(reserved.error(), limits));
             });
}

} // namespace

void setAside(const SessionParts &parts, const SpendCall &call, QObject *receiver, Then then)
{
    const QDateTime now = parts.clock.now();
    const auto amount = forecast(parts.prices, call.provider, call.subject.model, now, call.most);
    if (!amount)
        return then({});
    const Reservation reservation{.attemptId = call.attemptId,
                                  .conversationId = call.conversationId,
                                  .userId = call.subject.userId,
                                  .provider = call.subject.provider,
                                  .model = call.subject.model,
                                  .at = now,
                                  .amount = *amount};
    whenDone(
        parts.store.value(spendLimitsName()), receiver,
        [parts, reservation, subject = call.subject, receiver, then](const Result<QString> &json) {
            if (!json)
                return then(json.error());
            const Result<QList<SpendLimit>> limits = spendLimitsFromJson(*json);
            if (!limits)
                return then(limits.error());
            const QList<SpendLimit> own = limitsOn(subject, *limits);
            if (own.isEmpty())
                return then({});
            reserve(parts, reservation, own, receiver, then);
        });
}

} // namespace Core
