#pragma once

namespace Core {

/// Where the piece that starts at `at` ends. A vocabulary's pattern cuts text into pieces, and
/// tokens never cross their borders; see splitter.cpp for the patterns. `at` is before `end`,
/// and the piece is never empty. What a piece is depends only on the text after its start.
/// Bytes that are not UTF-8 count as symbols.
const char *cl100kPieceEnd(const char *at, const char *end);
const char *o200kPieceEnd(const char *at, const char *end);

using Splitter = const char *(*)(const char *at, const char *end);

/// The length of a contraction such as 's or 'll that starts here; 0 if there is none.
int contractionLength(const char *at, const char *end);

} // namespace Core
