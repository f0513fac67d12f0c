#include "core/chat/attempt.h"

#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array states{
    std::pair{Attempt::State::Sent, "sent"_L1},
    std::pair{Attempt::State::Complete, "complete"_L1},
    std::pair{Attempt::State::Interrupted, "interrupted"_L1},
    std::pair{Attempt::State::Stopped, "stopped"_L1},
    std::pair{Attempt::State::Failed, "failed"_L1},
};

} // namespace

QString stateName(Attempt::State state)
{
    for (const auto &[each, name] : states) {
        if (each == state)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<Attempt::State> attemptStateFromName(QStringView name)
{
    for (const auto &[state, known] : states) {
        if (name == known)
            return state;
    }
    return std::nullopt;
}

} // namespace Core
