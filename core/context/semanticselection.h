#pragma once

#include "core/context/strategies.h"

namespace Core {

/// "semantic": what bears most on the question, by words, structure and speaker, and by
/// meaning where there are embeddings; in the order of the thread. A question that says
/// little by itself ("and the other one?") is about what was said last, so the newest turns
/// come first for it.
Strategy semanticSelection();

} // namespace Core
