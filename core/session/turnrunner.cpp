#include "core/session/turnrunner.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/base/text.h"
#include "core/context/planjson.h"
#include "core/cost/chargecalculator.h"
#include "core/session/planning.h"
#include "core/session/requestbody.h"
#include "core/session/spendguard.h"

#include <QtConcurrent>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// The branch that ends in the newest question at or above the shown leaf: what an answer
/// that is asked for again goes below.
QList<Message> upToQuestion(QList<Message> branch)
{
    while (!branch.isEmpty() && branch.last().role != Role::User
           && branch.last().role != Role::Tool)
        branch.removeLast();
    return branch;
}

/// Whether the provider may have billed for it: it accepted the request and began to work.
bool mayBeBilled(const ReplySummary &summary)
{
    return summary.status == 200;
}

} // namespace

TurnRunner::TurnRunner(const SessionParts &parts, const ModelBook &models,
                       const std::shared_ptr<PlanMemory> &memory, const Turn &turn,
                       QObject *session)
    : QObject(session)
    , m_parts(parts)
    , m_models(models)
    , m_memory(memory)
    , m_turn(turn)
    , m_counter(models.counter(turn.provider.name, turn.model))
{
}

void TurnRunner::start()
{
    const auto take = [this](const Result<Thread> &thread) { takeThread(thread); };
    if (m_turn.text.isEmpty())
        return whenDone(m_parts.store.thread(m_turn.conversationId), this, take);

    // The question is stored before anything is sent, so that a crash loses no words.
    Message question{.parentId = m_turn.parentId.value_or(QString()),
                     .conversationId = m_turn.conversationId,
                     .role = Role::User,
                     .content = cleanText(m_turn.text),
                     .createdAt = m_parts.clock.now()};
    question.tokens = m_counter.message(question);
    question.encoding = m_counter.encoding();
    whenDone(m_turn.parentId ? m_parts.store.addMessage(question)
                             : m_parts.store.appendMessage(question),
             this, take);
}

void TurnRunner::stop()
{
    m_stopped = true;
    if (m_reply)
        m_reply->abort();
}

void TurnRunner::takeThread(const Result<Thread> &thread)
{
    if (!thread)
        return fail(thread.error());
    m_userId = thread->conversation.userId;
    m_tags = thread->conversation.tags;
    if (!m_turn.text.isEmpty())
        emit questionStored(*thread);

    // A question that was just stored ends the branch; asking again goes up from the answer.
    const QString from = m_turn.text.isEmpty() ? m_turn.parentId.value_or(QString()) : QString();
    m_thread = upToQuestion(thread->tree.branch(from));
    if (m_thread.isEmpty())
        return fail({Error::Kind::BadInput, u"there is no question to answer"_s});
    m_answer.parentId = m_thread.last().id;
    readMarks();
}

void TurnRunner::readMarks()
{
    whenDone(m_parts.store.handMarks(m_turn.conversationId), this,
             [this](const Result<HandMarks> &marks) {
                 if (!marks)
                     return fail(marks.error());
                 m_marks = *marks;
                 readSummaries();
             });
}

void TurnRunner::readSummaries()
{
    whenDone(m_parts.store.summaries(m_turn.conversationId), this,
             [this](const Result<QList<Summary>> &summaries) {
                 if (!summaries)
                     return fail(summaries.error());
                 makePlan(*summaries);
             });
}

void TurnRunner::makePlan(const QList<Summary> &summaries)
{
    PlanJob job{.thread = m_thread,
                .turn = m_turn,
                .budget = m_models.budget(m_turn),
                .counter = m_counter,
                .marks = m_marks,
                .summaries = summaries,
                .memory = m_memory,
                .nowMs = m_parts.clock.monotonicMs()};
    whenDone(QtConcurrent::run(planTurn, std::move(job)), this,
             [this](const Result<ContextPlan> &plan) { takePlan(plan); });
}

void TurnRunner::takePlan(const Result<ContextPlan> &plan)
{
    if (!plan)
        return fail(plan.error());
    m_plan = *plan;
    if (!m_plan.fits())
        return fail({.kind = Error::Kind::OverBudget,
                     .detail = m_plan.strategy,
                     .asked = m_plan.use.total(),
                     .limit = m_plan.use.limit});
    readKey();
}

void TurnRunner::readKey()
{
    whenDone(m_parts.vault.key(m_turn.provider.name), this, [this](const Result<QByteArray> &key) {
        if (!key)
            return fail(key.error());
        if (key->isEmpty() && m_turn.provider.needsKey)
            return fail({.kind = Error::Kind::Unauthorized,
                         .detail = u"no key"_s,
                         .where = m_turn.provider.name});
        setMoneyAside(*key);
    });
}

void TurnRunner::setMoneyAside(const QByteArray &key)
{
    m_attempt.id = newId();
    setAside(m_parts,
             {.attemptId = m_attempt.id,
              .conversationId = m_turn.conversationId,
              .provider = m_turn.provider,
              .subject = {m_userId, m_turn.provider.name, m_turn.model, m_tags},
              .most = {.prompt = m_plan.use.total(), .completion = m_turn.maxTokens}},
             this, [this, key](const Result<void> &done) {
                 if (!done)
                     return fail(done.error());
                 begin(key);
             });
}

void TurnRunner::begin(const QByteArray &key)
{
    if (m_stopped)
        return fail({Error::Kind::Cancelled, {}});
    const QDateTime now = m_parts.clock.now();
    m_answer.id = newId();
    m_answer.conversationId = m_turn.conversationId;
    m_answer.role = Role::Assistant;
    m_answer.status = MessageStatus::Streaming;
    m_answer.model = m_turn.model;
    m_answer.createdAt = now;
    m_attempt = {.id = m_attempt.id,
                 .conversationId = m_turn.conversationId,
                 .messageId = m_answer.id,
                 .provider = m_turn.provider.name,
                 .model = m_turn.model,
                 .strategy = m_turn.strategy,
                 .at = now,
                 .requestBody = requestBody(m_turn, m_plan),
                 .plan = planToJson(m_plan)};
    whenDone(m_parts.store.beginAnswer(m_answer, m_attempt), this,
             [this, key](const Result<void> &begun) {
                 if (!begun)
                     return fail(begun.error());
                 emit started(m_answer, m_plan);
                 send(key);
             });
}

void TurnRunner::send(const QByteArray &key)
{
    m_reply = m_parts.client.send({.provider = m_turn.provider,
                                   .key = key,
                                   .body = m_attempt.requestBody,
                                   .stream = m_turn.stream},
                                  this);
    connect(m_reply, &ChatReply::textAppended, this, &TurnRunner::append);
    connect(m_reply, &ChatReply::reasoningAppended, this, &TurnRunner::reasoningGrew);
    connect(m_reply, &ChatReply::finished, this, [this](const ReplySummary &summary) {
        end(summary.finishReason == "length"_L1 ? MessageStatus::Truncated
                                                : MessageStatus::Complete,
            summary, std::nullopt);
    });
    connect(m_reply, &ChatReply::failed, this,
            [this](const Error &error, const ReplySummary &summary) {
                const bool stopped = error.kind == Error::Kind::Cancelled;
                const MessageStatus broken =
                    summary.text.isEmpty() ? MessageStatus::Failed : MessageStatus::Interrupted;
                end(stopped ? MessageStatus::Stopped : broken, summary,
                    stopped ? std::nullopt : std::optional(error));
            });
    if (m_stopped)
        m_reply->abort();
}

void TurnRunner::append(const QString &text)
{
    m_text += text;
    m_parts.store.journal(m_answer.id, m_text);
    emit grew(text);
}

void TurnRunner::end(MessageStatus status, const ReplySummary &summary,
                     const std::optional<Error> &problem)
{
    m_answer.status = status;
    m_answer.content = cleanText(summary.text);
    m_answer.reasoning = cleanText(summary.reasoning);
    m_answer.toolCalls = summary.toolCalls;
    m_answer.tokens = m_counter.message(m_answer);
    m_answer.encoding = m_counter.encoding();

    using State = Attempt::State;
    const State broken = status == MessageStatus::Failed ? State::Failed : State::Interrupted;
    m_attempt.state = status == MessageStatus::Stopped ? State::Stopped
        : problem                                      ? broken
                                                       : State::Complete;
    m_attempt.requestUrl = summary.url.toEncoded();
    m_attempt.requestHeaders = summary.requestHeaders;
    m_attempt.status = summary.status;
    m_attempt.responseHeaders = summary.responseHeaders;
    m_attempt.responseBody = summary.responseBody;
    m_attempt.error = problem ? problem->detail : QString();
    m_attempt.timing = summary.timing;
    m_attempt.retries = summary.retries;

    const std::optional<Charge> charge = chargeFor(summary);
    if (charge)
        m_attempt.usage = charge->usage;
    whenDone(m_parts.store.finishAnswer(m_answer, m_attempt, charge), this,
             [this, charge, problem](const Result<StoredAnswer> &stored) {
                 if (!stored)
                     return fail(stored.error());
                 emit finished({.conversation = stored->conversation,
                                .answer = stored->answer,
                                .attempt = m_attempt,
                                .charge = charge,
                                .plan = m_plan,
                                .exactness = m_counter.exactness()},
                               problem);
             });
}

std::optional<Charge> TurnRunner::chargeFor(const ReplySummary &summary) const
{
    if (!summary.usage && !mayBeBilled(summary))
        return std::nullopt;
    Charge charge{.id = newId(),
                  .attemptId = m_attempt.id,
                  .conversationId = m_turn.conversationId,
                  .messageId = m_answer.id,
                  .userId = m_userId,
                  .at = m_attempt.at,
                  .provider = m_attempt.provider,
                  .model = m_attempt.model,
                  .strategy = m_attempt.strategy,
                  .kind = m_turn.kind,
                  .usage = usageOf(summary)};
    setPrice(charge, m_turn.provider, m_parts.prices);
    return charge;
}

Usage TurnRunner::usageOf(const ReplySummary &summary) const
{
    if (summary.usage)
        return *summary.usage;
    const int spoken = m_counter.text(summary.text) + m_counter.text(summary.reasoning);
    return {.prompt = m_plan.use.total(),
            .completion = spoken,
            .reasoning = m_counter.text(summary.reasoning),
            .basis = Usage::Basis::Estimated};
}

void TurnRunner::fail(const Error &error)
{
    if (!m_attempt.id.isEmpty())
        (void)m_parts.store.release(m_attempt.id); // what was set aside for it
    emit failed(error, m_plan);
}

} // namespace Core
