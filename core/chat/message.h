#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <optional>

namespace Core {

enum class Role : quint8 { System, User, Assistant, Tool };

/// "system", "user", "assistant", "tool": as stored, sent and printed.
QString roleName(Role role);

/// The role of that name; "developer" is System, "function" is Tool. Nothing for other words.
std::optional<Role> roleFromName(QStringView name);

/// How a message ended. All but Complete are kept, shown and said.
enum class MessageStatus : quint8 {
    Complete,
    Streaming, ///< still arriving; after a crash it becomes Interrupted
    Interrupted, ///< the connection or the program died in the middle
    Stopped, ///< by the user
    Truncated, ///< the provider reached its length limit or cut the stream
    Failed, ///< nothing usable came
};

QString statusName(MessageStatus status);
std::optional<MessageStatus> statusFromName(QStringView name);

/// Which byte-pair vocabulary a token count was made with.
enum class Encoding : quint8 { Unknown, Cl100k, O200k };

/// A call of a tool that the assistant asks for. `arguments` is the JSON text as it came.
struct ToolCall
{
    QString id;
    QString name;
    QString arguments;

    friend bool operator==(const ToolCall &, const ToolCall &) = default;
};

/// One message, a node of its conversation's tree. A regenerated or edited message is a
/// sibling: it has the same parent. A plain value.
struct Message
{
    QString id; ///< UUID in the store; whatever the source says while a file is read
    QString parentId; ///< empty for a root
    QString conversationId;
    Role role = Role::User;
    MessageStatus status = MessageStatus::Complete;
    QString content;
    QString reasoning; ///< what the model thought aloud; shown, never sent again
    QString name; ///< the speaker, where a conversation has named ones
    QString author; ///< the user who wrote it; never sent; empty: not known
    QList<ToolCall> toolCalls; ///< of an assistant
    QString toolCallId; ///< of a tool: the call it answers
    QString model; ///< that wrote it, as far as known
    QDateTime createdAt; ///< UTC; invalid where the source has none
    qint64 sequence = 0; ///< order within the store; breaks ties of createdAt
    QJsonObject metadata; ///< free

    /// Tokens of this message as it is sent: content, name, tool calls and the overhead of
    /// the chat format, counted with `encoding`. -1: not counted yet.
    int tokens = -1;
    Encoding encoding = Encoding::Unknown;

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Message)
