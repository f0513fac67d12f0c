#pragma once

#include "core/exchange/contentparts.h"
#include "core/exchange/json.h"

namespace Core {

/// The text of a message of a ChatGPT export, whatever its content_type. Types that are not
/// known become their text where they have one, or a chip with their name.
ContentText chatGptText(const JsonValue &message);

} // namespace Core
