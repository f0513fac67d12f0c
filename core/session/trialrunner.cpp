#include "core/session/trialrunner.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/base/text.h"
#include "core/context/planjson.h"
#include "core/cost/chargecalculator.h"
#include "core/session/requestbody.h"
#include "core/session/spendguard.h"

namespace Core {

using namespace Qt::Literals::StringLiterals;

TrialRunner::TrialRunner(const SessionParts &parts, const Trial &trial, QObject *owner)
    : QObject(owner)
    , m_parts(parts)
    , m_trial(trial)
{
}

void TrialRunner::start()
{
    const Provider &provider = m_trial.turn.provider;
    whenDone(m_parts.vault.key(provider.name), this, [this](const Result<QByteArray> &key) {
        if (!key)
            return end({.problem = key.error()});
        if (key->isEmpty() && m_trial.turn.provider.needsKey)
            return end({.problem = Error{.kind = Error::Kind::Unauthorized,
                                         .detail = u"no key"_s,
                                         .where = m_trial.turn.provider.name}});
        setMoneyAside(*key);
    });
}

void TrialRunner::stop()
{
    m_stopped = true;
    if (m_reply)
        m_reply->abort();
}

void TrialRunner::setMoneyAside(const QByteArray &key)
{
    const Turn &turn = m_trial.turn;
    const Conversation &conversation = m_trial.conversation;
    m_attempt = {.id = newId(),
                 .conversationId = conversation.id,
                 .provider = turn.provider.name,
                 .model = turn.model,
                 .strategy = turn.strategy,
                 .at = m_parts.clock.now(),
                 .requestBody = requestBody(turn, m_trial.plan),
                 .plan = planToJson(m_trial.plan)};
    setAside(m_parts,
             {.attemptId = m_attempt.id,
              .conversationId = conversation.id,
              .provider = turn.provider,
              .subject = {conversation.userId, turn.provider.name, turn.model, conversation.tags},
              .most = {.prompt = m_trial.plan.use.total(), .completion = turn.maxTokens}},
             this, [this, key](const Result<void> &done) {
                 if (!done)
                     return end({.problem = done.error()});
                 send(key);
             });
}

void TrialRunner::send(const QByteArray &key)
{
    if (m_stopped)
        return take({}, Error{Error::Kind::Cancelled, {}});
    m_reply = m_parts.client.send({.provider = m_trial.turn.provider,
                                   .key = key,
                                   .body = m_attempt.requestBody,
                                   .stream = m_trial.turn.stream},
                                  this);
    connect(m_reply, &ChatReply::textAppended, this, &TrialRunner::grew);
    connect(m_reply, &ChatReply::finished, this,
            [this](const ReplySummary &summary) { take(summary, std::nullopt); });
    connect(m_reply, &ChatReply::failed, this,
            [this](const Error &error, const ReplySummary &summary) { take(summary, error); });
}

void TrialRunner::take(const ReplySummary &summary, const std::optional<Error> &problem)
{
    TrialReply reply{.text = cleanText(summary.text), .timing = summary.timing, .problem = problem};
    if (!summary.usage && summary.status != 200) { // it was refused, so nothing is billed
        (void)m_parts.store.release(m_attempt.id);
        return end(reply);
    }
    const TokenCounter &counter = m_trial.counter;
    reply.usage = summary.usage.value_or(
        Usage{.prompt = m_trial.plan.use.total(),
              .completion = counter.text(summary.text) + counter.text(summary.reasoning),
              .reasoning = counter.text(summary.reasoning),
              .basis = Usage::Basis::Estimated});
    keep(summary, reply);
}

/// Stores what was sent and what it cost; the reply is told when that is on the disk.
void TrialRunner::keep(const ReplySummary &summary, TrialReply reply)
{
    const bool stopped = reply.problem && reply.problem->kind == Error::Kind::Cancelled;
    const Attempt::State broken = stopped ? Attempt::State::Stopped : Attempt::State::Interrupted;
    m_attempt.state = reply.problem ? broken : Attempt::State::Complete;
    m_attempt.requestUrl = summary.url.toEncoded();
    m_attempt.requestHeaders = summary.requestHeaders;
    m_attempt.status = summary.status;
    m_attempt.responseHeaders = summary.responseHeaders;
    m_attempt.responseBody = summary.responseBody;
    m_attempt.error = reply.problem ? reply.problem->detail : QString();
    m_attempt.timing = summary.timing;
    m_attempt.retries = summary.retries;
    m_attempt.usage = reply.usage;

    Charge charge{.id = newId(),
                  .attemptId = m_attempt.id,
                  .conversationId = m_attempt.conversationId,
                  .userId = m_trial.conversation.userId,
                  .at = m_attempt.at,
                  .provider = m_attempt.provider,
                  .model = m_attempt.model,
                  .strategy = m_attempt.strategy,
                  .kind = Charge::Kind::Lab,
                  .usage = reply.usage};
    setPrice(charge, m_trial.turn.provider, m_parts.prices);
    reply.cost = charge.amount;
    whenDone(m_parts.store.addCharge(charge, m_attempt), this,
             [this, reply](const Result<void> &kept) mutable {
                 if (!kept && !reply.problem)
                     reply.problem = kept.error();
                 end(reply);
             });
}

void TrialRunner::end(const TrialReply &reply)
{
    emit ended(reply);
    deleteLater();
}

} // namespace Core
