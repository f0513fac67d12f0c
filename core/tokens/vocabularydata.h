#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"

#include <cstdint>
#include <span>

namespace Core {

/// How a vocabulary's table begins.
struct VocabularyHead
{
    static constexpr std::size_t size = 24;

    std::uint32_t magic = 0;
    std::uint32_t version = 0;
    std::uint32_t bytes = 0; ///< of the whole table
    std::uint32_t reserved = 0;
    std::uint64_t checksum = 0; ///< of all that follows
};
static_assert(sizeof(VocabularyHead) == VocabularyHead::size);

/// A file of resources/vocabularies, linked in.
std::span<const unsigned char> vocabularyTable(Encoding encoding);

enum class Thoroughness {
    Quick, ///< the head: whether it is a whole table of this version
    Full, ///< all of it, which takes milliseconds
};

/// What is wrong with a table, if anything; `name` is the encoding's.
Result<> checkVocabulary(std::span<const unsigned char> table, const QString &name,
                         Thoroughness thoroughness);
/// The same of those that are linked in.
Result<> checkVocabularies(Thoroughness thoroughness);

} // namespace Core
