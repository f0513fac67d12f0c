#pragma once

#include "core/cost/spendlimits.h"
#include "core/session/chatsession.h"

#include <functional>

namespace Core {

/// A call before it is made, as far as money is concerned.
struct SpendCall
{
    QString attemptId;
    QString conversationId;
    Provider provider;
    SpendSubject subject;
    Usage most; ///< the most tokens that it can use
};

/// Sets aside in the store what `call` can cost at most, where limits are on it, and tells
/// `then`: SpendLimit, with the name of the limit, where a hard one would be passed. A model
/// without a price goes through. Nothing is told once `receiver` is gone.
void setAside(const SessionParts &parts, const SpendCall &call, QObject *receiver,
              std::function<void(const Result<void> &)> then);

} // namespace Core
