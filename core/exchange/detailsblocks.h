#pragma once

#include "core/exchange/contentparts.h"

namespace Core {

/// `text` without the <details type="…"> blocks that Open WebUI writes into answers: what was
/// thought becomes the reasoning, a tool call a chip, and other blocks lose their frame.
ContentText withoutDetails(const QString &text);

} // namespace Core
