#include "core/session/chatsession.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/session/planning.h"
#include "core/session/turnrunner.h"

#include <cmath>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

const QString calibrationName = u"calibration"_s;

} // namespace

ChatSession::ChatSession(const SessionParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_models(parts.prices)
    , m_memory(std::make_shared<PlanMemory>())
{
    loadCalibration();
}

ChatSession::~ChatSession() = default;

void ChatSession::submit(const Turn &turn)
{
    Q_ASSERT(!isBusy(turn.conversationId));
    runnerFor(turn)->start();
}

TurnRunner *ChatSession::runnerFor(const Turn &turn)
{
    const QString id = turn.conversationId;
    auto *runner = new TurnRunner(m_parts, m_models, m_memory, turn, this);
    m_runners.insert(id, runner);
    connect(runner, &TurnRunner::questionStored, this, &ChatSession::questionStored);
    connect(runner, &TurnRunner::started, this, &ChatSession::turnStarted);
    connect(runner, &TurnRunner::grew, this,
            [this, id](const QString &text) { emit answerGrew(id, text); });
    connect(runner, &TurnRunner::reasoningGrew, this,
            [this, id](const QString &text) { emit reasoningGrew(id, text); });
    connect(runner, &TurnRunner::assigned, this, &ChatSession::assigned);
    connect(runner, &TurnRunner::retrying, this,
            [this, id](const Retrying &next) { emit turnRetrying(id, next); });
    connect(runner, &TurnRunner::finished, this,
            [this, id](const TurnRecord &record, const std::optional<Error> &problem) {
                release(id);
                learn(record);
                emit turnFinished(record, problem);
            });
    connect(runner, &TurnRunner::failed, this,
            [this, id](const Error &error, const ContextPlan &plan) {
                release(id);
                emit turnFailed(id, error, plan);
            });
    return runner;
}

void ChatSession::release(const QString &conversationId)
{
    if (TurnRunner *runner = m_runners.take(conversationId))
        runner->deleteLater();
}

void ChatSession::stop(const QString &conversationId)
{
    if (TurnRunner *runner = m_runners.value(conversationId))
        runner->stop();
}

void ChatSession::stopAll()
{
    const QList<TurnRunner *> running = m_runners.values();
    for (TurnRunner *runner : running)
        runner->stop();
}

bool ChatSession::isBusy(const QString &conversationId) const
{
    return m_runners.contains(conversationId);
}

void ChatSession::loadCalibration()
{
    whenDone(m_parts.store.value(calibrationName), this, [this](const Result<QString> &json) {
        if (json)
            m_models.fromJson(json->toUtf8());
    });
}

void ChatSession::learn(const TurnRecord &record)
{
    if (record.exactness == Exactness::Exact || !record.charge
        || record.charge->usage.basis != Usage::Basis::Provider)
        return;
    qint64 planned = 0;
    for (const RequestMessage &sent : record.plan.messages)
        planned += sent.tokens;
    const qint64 counted =
        TokenCounter::requestOverhead + std::llround(double(planned) / record.factor);
    m_models.learn(record.attempt.provider, record.attempt.model, counted,
                   record.charge->usage.prompt);
    whenDone(m_parts.store.setValue(calibrationName, QString::fromUtf8(m_models.toJson())), this,
             [](const Result<void> &saved) {
                 if (!saved)
                     qCWarning(logSession) << "calibration not saved:" << saved.error().detail;
             });
}

} // namespace Core
