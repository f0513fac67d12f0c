#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// Conversations of a ChatGPT export: a mapping of nodes that form a tree. What ChatGPT does
/// not show (system prompts, calls of its tools, thoughts) is bridged and kept.
class ChatGptImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("chatgpt"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
