#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &when)
{
    return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue numberOrNull(qint64 value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonObject messageJson(const Core::Message &message)
{
    return {{u"id"_s, message.id},
            {u"parent"_s, textOrNull(message.parentId)},
            {u"role"_s, Core::roleName(message.role)},
            {u"name"_s, textOrNull(message.name)},
            {u"content"_s, message.content},
            {u"tokens"_s, numberOrNull(message.tokens)},
            {u"created_at"_s, timeOrNull(message.createdAt)},
            {u"status"_s, Core::statusName(message.status)}};
}

QJsonObject attemptJson(const Core::Attempt &attempt)
{
    const Core::Usage &usage = attempt.usage;
    QJsonArray retries;
    for (const Core::Retry &retry : attempt.retries)
        retries.append(QJsonObject{{u"reason"_s, retry.reason},
                                   {u"waited_ms"_s, retry.waitedMs},
                                   {u"provider"_s, textOrNull(retry.provider)}});
    return {{u"message"_s, textOrNull(attempt.messageId)},
            {u"provider"_s, attempt.provider},
            {u"assigned"_s, textOrNull(attempt.assigned)},
            {u"model"_s, attempt.model},
            {u"strategy"_s, attempt.strategy},
            {u"request"_s, QJsonDocument::fromJson(attempt.requestBody).object()},
            {u"status"_s, Core::stateName(attempt.state)},
            {u"usage"_s,
             QJsonObject{
                 {u"prompt_tokens"_s, usage.prompt},
                 {u"cached_tokens"_s, usage.cachedRead},
                 {u"completion_tokens"_s, usage.completion},
                 {u"reasoning_tokens"_s, usage.reasoning},
                 {u"basis"_s,
                  usage.basis == Core::Usage::Basis::Provider ? u"provider"_s : u"estimated"_s}}},
            {u"timing_ms"_s,
             QJsonObject{{u"queued"_s, numberOrNull(attempt.timing.queued)},
                         {u"connected"_s, numberOrNull(attempt.timing.connected)},
                         {u"first_token"_s, numberOrNull(attempt.timing.firstToken)},
                         {u"total"_s, numberOrNull(attempt.timing.total)}}},
            {u"error"_s, textOrNull(attempt.error)},
            {u"remarks"_s, QJsonArray::fromStringList(attempt.remarks)},
            {u"retries"_s, retries}};
}

void printThread(const Core::Thread &thread)
{
    printLine(thread.conversation.title);
    for (const Core::Message &message : thread.tree.branch()) {
        const QString status = message.status == Core::MessageStatus::Complete
            ? QString()
            : u" ("_s + Core::statusName(message.status) + u')';
        printLine(u"\n%1%2:"_s.arg(
            message.name.isEmpty() ? Core::roleName(message.role) : message.name, status));
        if (!message.content.isEmpty() || message.toolCalls.isEmpty())
            printLine(message.content);
        for (const Core::ToolCall &tool : message.toolCalls)
            printLine(u"calls %1 %2"_s.arg(tool.name, tool.arguments));
    }
}

Exit run(Invocation &call)
{
    if (call.positional().size() != 1)
        return call.usageError(u"name one conversation by its id"_s);
    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    const QString id = call.positional().first();
    const auto thread = waitFor(store->thread(id));
    if (!thread)
        return call.failed(thread.error());
    QJsonArray tries;
    if (call.isSet(u"attempts"_s)) {
        const auto attempts = waitFor(store->attempts(id));
        if (!attempts)
            return call.failed(attempts.error());
        for (const Core::Attempt &attempt : *attempts)
            tries.append(attemptJson(attempt));
    }
    if (!call.json()) {
        printThread(*thread);
        for (const QJsonValue &each : std::as_const(tries))
            print('\n' + QJsonDocument(each.toObject()).toJson());
        return Exit::Done;
    }
    QJsonArray messages;
    for (const Core::Message &message : thread->tree.messages())
        messages.append(messageJson(message));
    QJsonObject object{{u"id"_s, id},
                       {u"title"_s, thread->conversation.title},
                       {u"messages"_s, messages},
                       {u"active_leaf"_s, textOrNull(thread->tree.activeLeaf())}};
    if (call.isSet(u"attempts"_s))
        object[u"attempts"_s] = tries;
    printJson(object);
    return Exit::Done;
}

} // namespace

Verb showVerb()
{
    return {
        .name = u"show"_s,
        .arguments = u"ID"_s,
        .most = 1,
        .summary = u"Show a conversation, and with --attempts what was sent and came back."_s,
        .example = u"skein show 3f0c8b1e-6a52-4d0f-9b57-0e4a7c1d2f36 --attempts --json"_s,
        .options = {{u"attempts"_s, {}, u"What was sent and what came back, secrets left out."_s}},
        .run = run};
}
