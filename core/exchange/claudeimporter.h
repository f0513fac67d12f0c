#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// Conversations of a Claude export: a list of messages, in newer ones with their parents. The
/// text of attachments is in the export only and becomes part of the message; of other
/// files only the names are there.
class ClaudeImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("claude"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
