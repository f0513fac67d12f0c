#include "core/chat/message.h"

#include "core/base/names.h"

#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array roles{
    std::pair{Role::System, "system"_L1},
    std::pair{Role::User, "user"_L1},
    std::pair{Role::Assistant, "assistant"_L1},
    std::pair{Role::Tool, "tool"_L1},
};

constexpr std::array statuses{
    std::pair{MessageStatus::Complete, "complete"_L1},
    std::pair{MessageStatus::Streaming, "streaming"_L1},
    std::pair{MessageStatus::Interrupted, "interrupted"_L1},
    std::pair{MessageStatus::Stopped, "stopped"_L1},
    std::pair{MessageStatus::Truncated, "truncated"_L1},
    std::pair{MessageStatus::Failed, "failed"_L1},
};

} // namespace

QString roleName(Role role)
{
    return nameIn(roles, role);
}

std::optional<Role> roleFromName(QStringView name)
{
    if (const auto role = valueIn(roles, name))
        return role;
    if (name == "developer"_L1)
        return Role::System;
    if (name == "function"_L1)
        return Role::Tool;
    return std::nullopt;
}

QString statusName(MessageStatus status)
{
    return nameIn(statuses, status);
}

std::optional<MessageStatus> statusFromName(QStringView name)
{
    return valueIn(statuses, name);
}

} // namespace Core
