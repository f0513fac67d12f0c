#include "core/exchange/openaiexporter.h"

#include "core/base/redact.h"
#include "core/chat/branch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

void addText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonArray callsOf(const Message &message)
{
    QJsonArray calls;
    for (const ToolCall &call : message.toolCalls) {
        const QJsonObject function{{u"name"_s, call.name}, {u"arguments"_s, call.arguments}};
        calls.append(
            QJsonObject{{u"id"_s, call.id}, {u"type"_s, u"function"_s}, {u"function"_s, function}});
    }
    return calls;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject json{{u"role"_s, roleName(message.role)}, {u"content"_s, message.content}};
    addText(json, "id"_L1, message.id);
    addText(json, "name"_L1, message.name);
    addText(json, "tool_call_id"_L1, message.toolCallId);
    if (message.createdAt.isValid())
        json.insert("created_at"_L1, message.createdAt.toUTC().toString(Qt::ISODateWithMs));
    if (!message.toolCalls.isEmpty()) {
        json.insert("tool_calls"_L1, callsOf(message));
        if (message.content.isEmpty())
            json.insert("content"_L1, QJsonValue::Null);
    }
    return json;
}

} // namespace

QByteArray OpenAiExporter::conversation(const Bundle &bundle)
{
    QJsonArray messages;
    const MessageTree tree(bundle.messages, bundle.conversation.activeLeaf);
    const QList<Message> branch = tree.branch();
    for (const Message &message : branch)
        messages.append(toJson(message));
    QJsonObject json{{u"messages"_s, messages}};
    addText(json, "id"_L1, bundle.conversation.id);
    addText(json, "title"_L1, bundle.conversation.title);
    addText(json, "model"_L1, bundle.conversation.model);
    return redacted(QJsonDocument(json).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace Core
