#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// A conversation exported by LibreChat: messages with their parents, in a list or nested in
/// each other.
class LibreChatImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("librechat"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
