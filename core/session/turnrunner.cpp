#include "core/session/turnrunner.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "core/base/text.h"
#include "core/context/planjson.h"
#include "core/session/candidates.h"
#include "core/session/planning.h"
#include "core/session/sharedcontexts.h"
#include "core/session/spendguard.h"
#include "core/session/summariser.h"

#include <QtConcurrent>

#include <algorithm>

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
                     .author = m_turn.author,
                     .createdAt = m_parts.clock.now()};
    m_counter.count(question);
    whenDone(m_turn.parentId ? m_parts.store.addMessage(question)
                             : m_parts.store.appendMessage(question),
             this, take);
}

void TurnRunner::stop()
{
    m_stopped = true;
    if (m_summariser)
        m_summariser->stop();
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
                 summarise(*summaries);
             });
}

PlanJob TurnRunner::planJob(const QList<Summary> &summaries) const
{
    return {.thread = m_thread,
            .turn = m_turn,
            .budget = m_models.budget(m_turn),
            .counter = m_counter,
            .marks = m_marks,
            .summaries = summaries,
            .memory = m_memory,
            .nowMs = m_parts.clock.monotonicMs()};
}

/// Where a model makes the summaries it is asked before the turn is planned.
void TurnRunner::summarise(const QList<Summary> &summaries)
{
    const PlanJob job = planJob(summaries);
    if (!summariserOf(m_turn))
        return makePlan(job);
    m_summariser = new Summariser(m_parts, m_models, job, this);
    connect(m_summariser, &Summariser::done, this,
            [this](const QList<Summary> &stored, const std::optional<SummaryFault> &fault) {
                PlanJob ready = planJob(stored);
                ready.summaryFault = fault;
                makePlan(ready);
            });
    m_summariser->start({.id = m_turn.conversationId, .userId = m_userId, .tags = m_tags});
}

void TurnRunner::makePlan(const PlanJob &job)
{
    // Whoever is first: the team may have made the same plan, but nobody waits for that.
    const auto take = [this, job](const Result<ContextPlan> &plan) {
        if (std::exchange(m_planned, std::make_shared<PlanJob>(job)))
            return;
        takePlan(plan);
    };
    whenDone(QtConcurrent::run(planTurn, job), this, take);
    if (m_parts.contexts && m_parts.contexts->isOn())
        whenDone(m_parts.contexts->find(job), this, [take](const std::optional<ContextPlan> &plan) {
            if (plan)
                take(*plan);
        });
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
    if (m_turn.model.isEmpty())
        return fail({.kind = Error::Kind::ModelMissing, .where = m_turn.provider.name});
    m_candidates = candidatesOf(m_turn, m_plan, m_parts.prices);
    readKeys();
}

/// One after the other, so that a keychain asks to be opened once.
void TurnRunner::readKeys()
{
    const auto next = std::find_if(m_candidates.begin(), m_candidates.end(),
                                   [](const auto &each) { return each.key.isNull(); });
    if (next == m_candidates.end()) {
        m_attempt.id = newId();
        return setMoneyAside(0, [this](const Result<void> &done) {
            if (!done)
                return fail(done.error());
            begin();
        });
    }
    const qsizetype number = next - m_candidates.begin();
    whenDone(m_parts.vault.key(next->provider.name), this,
             [this, number](const Result<QByteArray> &key) { takeKey(number, key); });
}

/// A fallback without a key is none.
void TurnRunner::takeKey(qsizetype number, const Result<QByteArray> &key)
{
    const Provider &provider = m_candidates[number].provider;
    const bool isMissing = !key || (key->isEmpty() && provider.needsKey);
    if (isMissing && number > 0) {
        m_candidates.removeAt(number);
        return readKeys();
    }
    if (!key)
        return fail(key.error());
    if (isMissing)
        return fail(
            {.kind = Error::Kind::Unauthorized, .detail = u"no key"_s, .where = provider.name});
    m_candidates[number].key = key->isNull() ? QByteArray("") : *key;
    readKeys();
}

void TurnRunner::setMoneyAside(int candidate, const ChatRequest::Admitted &then)
{
    const ChatRequest::Alternative &asked = m_candidates[candidate];
    setAside(m_parts,
             {.attemptId = m_attempt.id,
              .conversationId = m_turn.conversationId,
              .provider = asked.provider,
              .subject = {m_userId, asked.provider.name, asked.model, m_tags},
              .most = {.prompt = m_plan.use.total(), .completion = m_turn.maxTokens}},
             this, then);
}

/// What was set aside for the try before is free again, but for what it may have cost.
void TurnRunner::admit(const ChatRequest::NextTry &next, const ChatRequest::Admitted &then)
{
    keepLost(next.lost);
    (void)m_parts.store.release(m_attempt.id);
    setMoneyAside(next.candidate, then);
}

void TurnRunner::begin()
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
                 .assigned = m_turn.provider.name,
                 .model = m_turn.model,
                 .strategy = m_turn.strategy,
                 .at = now,
                 .requestBody = m_candidates.first().body,
                 .plan = planToJson(m_plan)};
    if (!m_turn.routedBecause.isEmpty())
        m_attempt.remarks.append(m_turn.routedBecause);
    if (m_turn.sticks) {
        m_parts.store.changeConversation(m_turn.conversationId, {.provider = m_turn.provider.name});
        emit assigned(m_turn.provider.name, m_userId.isEmpty() ? m_turn.conversationId : m_userId);
    }
    whenDone(m_parts.store.beginAnswer(m_answer, m_attempt), this,
             [this](const Result<void> &begun) {
                 if (!begun)
                     return fail(begun.error());
                 emit started(m_answer, m_plan);
                 send();
             });
}

void TurnRunner::send()
{
    const ChatRequest::Alternative &own = m_candidates.first();
    m_reply = m_parts.client.send(
        {.provider = own.provider,
         .model = own.model,
         .key = own.key,
         .body = own.body,
         .stream = m_turn.stream,
         .alternatives = m_candidates.mid(1),
         .admit = [this](const auto &next, const auto &then) { admit(next, then); },
         .isTurn = true},
        this);
    connect(m_reply, &ChatReply::retrying, this, &TurnRunner::retrying);
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

void TurnRunner::fail(const Error &error)
{
    if (!m_attempt.id.isEmpty())
        (void)m_parts.store.release(m_attempt.id); // what was set aside for it
    emit failed(error, m_plan);
}

} // namespace Core
