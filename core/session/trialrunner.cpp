#include "core/session/trialrunner.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/base/text.h"
#include "core/context/planjson.h"
#include "core/session/billing.h"
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
        begin(*key);
    });
}

void TrialRunner::stop()
{
    m_stopped = true;
    if (m_reply)
        m_reply->abort();
}

void TrialRunner::begin(const QByteArray &key)
{
    const Turn &turn = m_trial.turn;
    m_attempt = {.id = newId(),
                 .conversationId = m_trial.conversation.id,
                 .provider = turn.provider.name,
                 .assigned = turn.provider.name,
                 .model = turn.model,
                 .strategy = turn.strategy,
                 .at = m_parts.clock.now(),
                 .requestBody = requestBody(turn, m_trial.plan),
                 .plan = planToJson(m_trial.plan)};
    setMoneyAside([this, key](const Result<void> &done) {
        if (!done)
            return end({.problem = done.error()});
        send(key);
    });
}

void TrialRunner::setMoneyAside(const ChatRequest::Admitted &then)
{
    const Turn &turn = m_trial.turn;
    const Conversation &conversation = m_trial.conversation;
    setAside(m_parts,
             {.attemptId = m_attempt.id,
              .conversationId = conversation.id,
              .provider = turn.provider,
              .subject = {conversation.userId, turn.provider.name, turn.model, conversation.tags},
              .most = {.prompt = m_trial.plan.use.total(), .completion = turn.maxTokens}},
             this, then);
}

void TrialRunner::admit(const ChatRequest::NextTry &next, const ChatRequest::Admitted &then)
{
    keepLost(next.lost);
    (void)m_parts.store.release(m_attempt.id);
    setMoneyAside(then);
}

/// The tries whose answer was lost, each in the books before anything more is sent.
void TrialRunner::keepLost(const QList<LostTry> &lost)
{
    const Turn &turn = m_trial.turn;
    for (; m_lostKept < lost.size(); ++m_lostKept) {
        const Attempt attempt =
            lostAttempt(lost[m_lostKept], m_attempt,
                        {.provider = turn.provider, .model = turn.model}, m_trial.plan);
        m_parts.store.addCharge(chargeOf(attempt, turn.provider, payer()), attempt);
    }
}

void TrialRunner::send(const QByteArray &key)
{
    if (m_stopped)
        return take({}, Error{Error::Kind::Cancelled, {}});
    m_reply = m_parts.client.send(
        {.provider = m_trial.turn.provider,
         .model = m_trial.turn.model,
         .key = key,
         .body = m_attempt.requestBody,
         .stream = m_trial.turn.stream,
         .admit = [this](const auto &next, const auto &then) { admit(next, then); }},
        this);
    connect(m_reply, &ChatReply::textAppended, this, &TrialRunner::grew);
    connect(m_reply, &ChatReply::finished, this,
            [this](const ReplySummary &summary) { take(summary, std::nullopt); });
    connect(m_reply, &ChatReply::failed, this,
            [this](const Error &error, const ReplySummary &summary) { take(summary, error); });
}

void TrialRunner::take(const ReplySummary &summary, const std::optional<Error> &problem)
{
    TrialReply reply{.text = cleanText(summary.text),
                     .reasoning = cleanText(summary.reasoning),
                     .finishReason = summary.finishReason,
                     .callsTools = !summary.toolCalls.isEmpty(),
                     .timing = summary.timing,
                     .problem = problem};
    keepLost(summary.lost);
    if (!mayBeBilled(summary, problem)) {
        (void)m_parts.store.release(m_attempt.id);
        return end(reply);
    }
    reply.usage = usageOf(summary, m_trial.plan, m_trial.counter);
    keep(summary, reply);
}

/// Stores what was sent and what it cost; the reply is told when that is on the disk.
void TrialRunner::keep(const ReplySummary &summary, TrialReply reply)
{
    const bool stopped = reply.problem && reply.problem->kind == Error::Kind::Cancelled;
    const Attempt::State broken = stopped ? Attempt::State::Stopped : Attempt::State::Interrupted;
    m_attempt.state = reply.problem ? broken : Attempt::State::Complete;
    m_attempt.error = reply.problem ? reply.problem->detail : QString();
    m_attempt.usage = reply.usage;
    takeSummary(summary, m_attempt);
    const Charge charge = chargeOf(m_attempt, m_trial.turn.provider, payer());
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
