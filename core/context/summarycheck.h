#pragma once

#include "core/chat/summary.h"

#include <optional>

namespace Core {

/// Why a text cannot stand for what it should summarise.
enum class SummaryFault : quint8 {
    Empty,
    CutOff, ///< it ends in the middle
    Reasoning, ///< the model thought aloud
    ToolCall, ///< the model asked for a tool instead
    Refusal, ///< the model declined, or asked for the conversation
    Unanswered, ///< no answer came
};

QString summaryFaultName(SummaryFault fault); ///< "empty", "cut-off", …

/// Nothing for a usable summary. What a person wrote or edited is usable unless it is empty.
std::optional<SummaryFault> summaryFault(const Summary &summary);

} // namespace Core
