#include "core/exchange/sharegptimporter.h"

#include "core/exchange/contentparts.h"
#include "core/exchange/sourcetree.h"

#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array speakers{
    std::pair{"human"_L1, Role::User},
    std::pair{"gpt"_L1, Role::Assistant},
    std::pair{"chatgpt"_L1, Role::Assistant},
    std::pair{"bing"_L1, Role::Assistant},
    std::pair{"bard"_L1, Role::Assistant},
    std::pair{"claude"_L1, Role::Assistant},
    std::pair{"model"_L1, Role::Assistant},
    std::pair{"function_call"_L1, Role::Assistant},
    std::pair{"function_response"_L1, Role::Tool},
    std::pair{"observation"_L1, Role::Tool},
};

std::optional<Role> roleOf(const QString &speaker)
{
    for (const auto &[name, role] : speakers) {
        if (speaker == name)
            return role;
    }
    return roleFromName(speaker);
}

JsonValue firstOf(const JsonValue &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const JsonValue value = object[name]; !value.isAbsent())
            return value;
    }
    return {};
}

JsonValue turnsOf(const JsonValue &conversation)
{
    return firstOf(conversation, {"conversations", "conversation"});
}

JsonValue speakerOf(const JsonValue &turn)
{
    return firstOf(turn, {"from", "role"});
}

bool isPair(const JsonValue &conversation)
{
    return conversation["human"].isText() && firstOf(conversation, {"assistant", "gpt"}).isText();
}

void add(SourceConversation &source, Role role, const JsonValue &value)
{
    const ContentText content = contentText(value);
    SourceNode node;
    node.message = {.role = role, .content = content.text, .reasoning = content.reasoning};
    if (!content.isPlain)
        node.raw = value.toQt();
    source.nodes.append(std::move(node));
}

void addPair(SourceConversation &source, const JsonValue &pair)
{
    add(source, Role::User, pair["human"]);
    add(source, Role::Assistant, firstOf(pair, {"assistant", "gpt"}));
}

} // namespace

bool ShareGptImporter::recognises(const JsonValue &conversation) const
{
    const QList<JsonValue> turns = turnsOf(conversation).items();
    if (turns.isEmpty())
        return isPair(conversation);
    return speakerOf(turns.first()).isText() || isPair(turns.first());
}

Result<Bundle> ShareGptImporter::read(const JsonValue &json, ImportDesk &desk) const
{
    SourceConversation source{.format = format(), .isLinear = true};
    source.conversation.id = textOrNumber(json["id"]);
    source.conversation.title = json["title"].text();
    source.conversation.model = json["model"].text();
    if (const JsonValue system = firstOf(json, {"system", "system_prompt"}); system.isText())
        add(source, Role::System, system);
    if (isPair(json))
        addPair(source, json);
    const QList<JsonValue> turns = turnsOf(json).items();
    for (qsizetype i = 0; i < turns.size(); ++i) {
        const QString speaker = speakerOf(turns[i]).text();
        if (isPair(turns[i]))
            addPair(source, turns[i]);
        else if (const std::optional<Role> role = roleOf(speaker))
            add(source, *role, firstOf(turns[i], {"value", "content", "text"}));
        else
            desk.leftOut.append(unknownRole(i, speaker));
    }
    return assembled(std::move(source), desk);
}

} // namespace Core
