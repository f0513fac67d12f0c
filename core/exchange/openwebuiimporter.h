#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// Chats exported by Open WebUI: a history of messages that form a tree. Reasoning and tool
/// calls stand in the text as HTML blocks and are taken out of it.
class OpenWebUiImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("openwebui"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
