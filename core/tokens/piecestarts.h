#pragma once

#include "core/chat/message.h"

#include <cstdint>

namespace Core {

/// Many pieces at once: where the pieces start in the next bytes of a text.
///
/// Bit i of the result tells that a piece starts at byte i. The first byte is the start of a
/// piece; bit 0 is always set. There may be further starts behind the highest bit, but there is
/// none before it that has no bit, so all pieces but the last are whole. Where only bit 0 is set,
/// the piece is too long or too unusual for this; see splitter.h.
///
/// 64 bytes are read, of which the first `size` are text. The same pieces as with splitter.h.
std::uint64_t cl100kPieceStarts(const char *bytes, int size);
std::uint64_t o200kPieceStarts(const char *bytes, int size);

} // namespace Core
