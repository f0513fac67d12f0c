#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// ShareGPT data: {"conversations": [{"from", "value"}, …]} in its variants, or one question and
/// answer as {"human", "assistant"}. There are no times, and rarely ids.
class ShareGptImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("sharegpt"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
