#include "core/store/conversationchange.h"

#include <QJsonArray>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Calls `visit` with name, field and the conversation's field of the same meaning.
template <typename Change, typename Visitor>
void eachField(Change &change, Visitor visit)
{
    visit("title"_L1, change.title, &Conversation::title);
    visit("userId"_L1, change.userId, &Conversation::userId);
    visit("active"_L1, change.active, &Conversation::active);
    visit("pinned"_L1, change.pinned, &Conversation::pinned);
    visit("tags"_L1, change.tags, &Conversation::tags);
    visit("draft"_L1, change.draft, &Conversation::draft);
    visit("activeLeaf"_L1, change.activeLeaf, &Conversation::activeLeaf);
    visit("provider"_L1, change.provider, &Conversation::provider);
    visit("model"_L1, change.model, &Conversation::model);
    visit("strategy"_L1, change.strategy, &Conversation::strategy);
    visit("metadata"_L1, change.metadata, &Conversation::metadata);
}

QJsonValue jsonOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

template <typename T>
QJsonValue jsonOf(const T &value)
{
    return value;
}

void take(QString &field, const QJsonValue &value)
{
    field = value.toString();
}

void take(bool &field, const QJsonValue &value)
{
    field = value.toBool();
}

void take(QStringList &field, const QJsonValue &value)
{
    const QJsonArray texts = value.toArray();
    for (const QJsonValue &text : texts)
        field += text.toString();
}

void take(QJsonObject &field, const QJsonValue &value)
{
    field = value.toObject();
}

} // namespace

SeenFields seenFields(const ConversationChange &change, const Conversation &conversation)
{
    SeenFields seen{.version = conversation.version, .fields = change};
    eachField(seen.fields, [&](QLatin1String, auto &field, auto own) {
        if (field)
            field = conversation.*own;
    });
    return seen;
}

QJsonObject changeToJson(const ConversationChange &change)
{
    QJsonObject json;
    eachField(change, [&](QLatin1String name, const auto &field, auto) {
        if (field)
            json.insert(name, jsonOf(*field));
    });
    return json;
}

ConversationChange changeFromJson(const QJsonObject &json)
{
    ConversationChange change;
    eachField(change, [&](QLatin1String name, auto &field, auto) {
        if (json.contains(name))
            take(field.emplace(), json.value(name));
    });
    return change;
}

} // namespace Core
