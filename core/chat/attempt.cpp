#include "core/chat/attempt.h"

#include "core/base/names.h"

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
    return nameIn(states, state);
}

std::optional<Attempt::State> attemptStateFromName(QStringView name)
{
    return valueIn(states, name);
}

} // namespace Core
