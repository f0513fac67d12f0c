#pragma once

#include "core/context/contextplan.h"
#include "core/tokens/tokencounter.h"

#include <QStringList>

namespace Core {

/// Which messages a question may need, for a person to confirm: a proposal is no evidence.

/// Ids of those that bear most on the question by their words, in order of the thread; at most
/// `most`. Found on this machine. System messages are not proposed.
QStringList likelyEvidence(const QList<Message> &thread, const QString &question, int most = 5);

/// The request that asks a model for the same: the messages are numbered as in the thread.
/// Where they do not all fit into `limit` tokens, those that bear most on the question go.
ContextPlan evidenceRequest(const QList<Message> &thread, const QString &question,
                            const TokenCounter &counter, int limit);

/// The ids that the model's reply names; nothing where the reply is no list of numbers.
std::optional<QStringList> evidenceFromReply(const QString &reply, const QList<Message> &thread);

} // namespace Core
