#include "core/session/sharedcontexts.h"

#include "core/base/async.h"
#include "core/context/planjson.h"
#include "core/context/planreader.h"
#include "core/store/sealed.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtConcurrent>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString secretName = u"sharedContextSecret"_s;

QJsonObject requestObject(const RequestMessage &message)
{
    QJsonArray calls;
    for (const ToolCall &call : message.toolCalls)
        calls.append(QJsonArray{call.id, call.name, call.arguments});
    return {{u"role"_s, roleName(message.role)}, {u"content"_s, message.content},
            {u"name"_s, message.name},           {u"tool_calls"_s, calls},
            {u"call"_s, message.toolCallId},     {u"part"_s, int(message.part)},
            {u"tokens"_s, message.tokens},       {u"item"_s, message.item}};
}

RequestMessage requestFrom(const QJsonObject &json)
{
    RequestMessage message{.role = roleFromName(json["role"_L1].toString()).value_or(Role::User),
                           .content = json["content"_L1].toString(),
                           .name = json["name"_L1].toString(),
                           .toolCallId = json["call"_L1].toString(),
                           .part = Part(qBound(0, json["part"_L1].toInt(), int(Part::Question))),
                           .tokens = json["tokens"_L1].toInt(),
                           .item = json["item"_L1].toInt(-1)};
    const QJsonArray calls = json["tool_calls"_L1].toArray();
    for (const QJsonValue &call : calls)
        message.toolCalls.append({call[0].toString(), call[1].toString(), call[2].toString()});
    return message;
}

/// Programs of another version plan otherwise.
QByteArray sealingKey(const PlanJob &job, const QByteArray &secret)
{
    const std::optional<ContentHash> content = planKey(job);
    if (!content)
        return {};
    return QMessageAuthenticationCode::hash(QCoreApplication::applicationVersion().toUtf8() + '/'
                                                + content->bytes(),
                                            secret, QCryptographicHash::Sha256);
}

std::optional<ContextPlan> opened(const QByteArray &value, const PlanJob &job,
                                  const QByteArray &secret)
{
    const std::optional<QByteArray> json = unsealed(value, sealingKey(job, secret));
    return json ? sharedPlanFromJson(qUncompress(*json)) : std::nullopt;
}

} // namespace

QByteArray sharedPlanToJson(const ContextPlan &plan, const QString &reply, const QDateTime &at)
{
    QJsonArray messages;
    for (const RequestMessage &message : plan.messages)
        messages.append(requestObject(message));
    const QJsonObject object{{u"plan"_s, QJsonDocument::fromJson(planToJson(plan)).object()},
                             {u"messages"_s, messages},
                             {u"reply"_s, reply},
                             {u"at"_s, at.toUTC().toString(Qt::ISODateWithMs)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ContextPlan> sharedPlanFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Result<ContextPlan> plan =
        planFromJson(QJsonDocument(object["plan"_L1].toObject()).toJson(QJsonDocument::Compact));
    if (!plan || !object["messages"_L1].isArray())
        return std::nullopt;
    ContextPlan whole = *std::move(plan);
    const QJsonArray messages = object["messages"_L1].toArray();
    for (const QJsonValue &message : messages)
        whole.messages.append(requestFrom(message.toObject()));
    return whole;
}

SharedContexts::SharedContexts(ConversationStore &store, SharedCache &cache, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_cache(cache)
{
}

void SharedContexts::load()
{
    whenDone(m_store.value(secretName), this, [this](const Result<QString> &secret) {
        if (!secret)
            return;
        m_secret = QByteArray::fromBase64(secret->toLatin1());
        if (!m_secret.isEmpty())
            return;
        // Where two make one at once, the later one holds and the other's plans do not open.
        QByteArray made(32, Qt::Uninitialized);
        QRandomGenerator::system()->generate(made.begin(), made.end());
        whenDone(m_store.setValue(secretName, QString::fromLatin1(made.toBase64())), this,
                 [this, made](const Result<void> &kept) {
                     if (kept)
                         m_secret = made;
                 });
    });
}

QFuture<std::optional<ContextPlan>> SharedContexts::find(const PlanJob &job)
{
    auto promise = std::make_shared<QPromise<std::optional<ContextPlan>>>();
    promise->start();
    whenDone(m_cache.find(job.turn.conversationId), this,
             [this, promise, job](const QByteArray &value) {
                 whenDone(QtConcurrent::run(opened, value, job, m_secret), this,
                          [promise](const std::optional<ContextPlan> &plan) {
                              promise->addResult(plan);
                              promise->finish();
                          });
             });
    return promise->future();
}

void SharedContexts::keep(const PlanJob &job, const ContextPlan &plan, const QString &reply,
                          const QDateTime &at)
{
    const auto seal = [job, plan, reply, at, secret = m_secret] {
        const QByteArray key = sealingKey(job, secret);
        return key.isEmpty() ? QByteArray()
                             : sealed(qCompress(sharedPlanToJson(plan, reply, at)), key);
    };
    ++m_keeping;
    whenDone(QtConcurrent::run(seal), this,
             [this, id = job.turn.conversationId](const QByteArray &value) {
                 if (value.isEmpty())
                     return kept();
                 whenDone(m_cache.keep(id, value), this, [this](const Result<void> &) { kept(); });
             });
}

void SharedContexts::kept()
{
    if (--m_keeping > 0 || !m_settling)
        return;
    m_settling->addResult(Result<void>());
    std::exchange(m_settling, nullptr)->finish();
}

QFuture<Result<void>> SharedContexts::settled()
{
    if (m_keeping == 0)
        return readyFuture(Result<void>());
    if (!m_settling) {
        m_settling = std::make_shared<QPromise<Result<void>>>();
        m_settling->start();
    }
    return m_settling->future();
}

} // namespace Core
