#pragma once

#include "core/base/result.h"
#include "core/exchange/exporter.h"

#include <QIODevice>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Core {

/// "skein", "skein-jsonl", "markdown", "html", "openai-jsonl", "csv" and "csv-charges".
QStringList exportFormats();

/// The exporter of that name, or nullptr.
std::unique_ptr<Exporter> exporterFor(const QString &format);

/// Hands out the conversations one by one, and nothing behind the last.
using NextConversation = std::function<Result<std::optional<Bundle>>()>;

/// Writes to an open device, such as standard output; errors call it by that name.
Result<> exportTo(QIODevice &device, const QString &name, Exporter &exporter,
                  const NextConversation &next);

/// Writes a file; it appears when all of it is written, and not at all otherwise. A device or a
/// pipe of that name is written to.
Result<> exportToFile(const QString &path, Exporter &exporter, const NextConversation &next);

} // namespace Core
