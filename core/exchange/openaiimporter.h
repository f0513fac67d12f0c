#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// Chat-completion messages, one conversation a line: {"messages": […]}, as used for
/// fine-tuning, with optional id and title, and id, name and created_at of each message; or
/// the lines of a batch file, whose request holds them.
class OpenAiImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("openai-jsonl"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
