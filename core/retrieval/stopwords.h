#pragma once

#include "core/retrieval/analyser.h"

#include <string_view>

namespace Core {

/// Whether the word, in lower case, is too common to tell one message from another.
bool isStopWord(std::string_view word, TextLanguage language);

/// The same of a Vietnamese word in a text typed without marks.
bool isPlainStopWord(std::string_view word);

} // namespace Core
