#pragma once

#include "core/exchange/importer.h"

namespace Core {

/// Our own format, as SkeinExporter writes it: ids and all fields come back as they were.
class SkeinImporter final : public Importer
{
public:
    QLatin1StringView format() const override { return QLatin1StringView("skein"); }
    bool recognises(const JsonValue &conversation) const override;
    Result<Bundle> read(const JsonValue &conversation, ImportDesk &desk) const override;
};

} // namespace Core
