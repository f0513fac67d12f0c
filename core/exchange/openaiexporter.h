#pragma once

#include "core/exchange/exporter.h"

namespace Core {

/// The active branch as chat-completion messages, one conversation a line, with the ids and
/// times that OpenAiImporter reads back.
class OpenAiExporter final : public Exporter
{
public:
    QByteArray conversation(const Bundle &bundle) override;
};

} // namespace Core
