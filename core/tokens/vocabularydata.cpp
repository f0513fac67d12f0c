#include "core/tokens/vocabularydata.h"

#include "core/tokens/tokencounter.h"

#include <bit>
#include <cstring>

// The tables go into the read-only segment as they are in the file, so that they are shared
// between processes and only the pages that are used are ever read.
// clang-format off
asm(".section .rodata\n"
    ".balign 64\n"
    ".global skeinCl100kTable\n"
    "skeinCl100kTable:\n"
    ".incbin \"" VOCABULARIES "/cl100k_base.bin\"\n"
    ".global skeinCl100kTableEnd\n"
    "skeinCl100kTableEnd:\n"
    ".balign 64\n"
    ".global skeinO200kTable\n"
    "skeinO200kTable:\n"
    ".incbin \"" VOCABULARIES "/o200k_base.bin\"\n"
    ".global skeinO200kTableEnd\n"
    "skeinO200kTableEnd:\n"
    ".text\n");
// clang-format on

extern "C" const unsigned char skeinCl100kTable[];
extern "C" const unsigned char skeinCl100kTableEnd[];
extern "C" const unsigned char skeinO200kTable[];
extern "C" const unsigned char skeinO200kTableEnd[];

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

// As in make_vocabularies.py.
constexpr std::uint32_t magic = 0x4b544b53;
constexpr std::uint32_t version = 8;
constexpr std::uint64_t sumKey = 0xcd613e30d8f16adf;
constexpr std::size_t lanes = 4;

std::uint64_t checksumOf(std::span<const unsigned char> data)
{
    std::uint64_t sums[lanes] = {0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0xa0761d6478bd642f,
                                 0xe7037ed1a0b428db};
    const std::size_t words = data.size() / sizeof(std::uint64_t);
    for (std::size_t i = 0; i < words; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, data.data() + i * sizeof word, sizeof word);
        std::uint64_t &sum = sums[i % lanes];
        sum = (std::rotl(sum, 29) ^ word) * sumKey;
    }
    return sums[0] ^ sums[1] >> 1 ^ sums[2] >> 2 ^ sums[3] >> 3;
}

Error damaged(const QString &name, const QString &how)
{
    return {Error::Kind::Internal,
            u"the vocabulary %1 %2; install Skein again, or make its tables again with "
            "resources/vocabularies/make_vocabularies.py and build it"_s.arg(name, how),
            u"%1.bin in the program"_s.arg(name)};
}

} // namespace

std::span<const unsigned char> vocabularyTable(Encoding encoding)
{
    if (encoding == Encoding::Cl100k)
        return {skeinCl100kTable, skeinCl100kTableEnd};
    return {skeinO200kTable, skeinO200kTableEnd};
}

Result<> checkVocabulary(std::span<const unsigned char> table, const QString &name,
                         Thoroughness thoroughness)
{
    VocabularyHead head;
    if (table.size() < sizeof head)
        return damaged(name, u"is cut off: it has %1 bytes"_s.arg(table.size()));
    std::memcpy(&head, table.data(), sizeof head);
    if (head.magic != magic)
        return damaged(name, u"is not a table of tokens"_s);
    if (head.version != version)
        return damaged(name, u"is of version %1 and not %2"_s.arg(head.version).arg(version));
    if (head.bytes != table.size())
        return damaged(name,
                       u"is cut off: it has %1 of %2 bytes"_s.arg(table.size()).arg(head.bytes));
    if (thoroughness == Thoroughness::Full
        && head.checksum != checksumOf(table.subspan(sizeof head)))
        return damaged(name, u"is damaged: its checksum is wrong"_s);
    return {};
}

Result<> checkVocabularies(Thoroughness thoroughness)
{
    for (const Encoding encoding : {Encoding::Cl100k, Encoding::O200k}) {
        if (const auto sound =
                checkVocabulary(vocabularyTable(encoding), encodingName(encoding), thoroughness);
            !sound)
            return sound;
    }
    return {};
}

} // namespace Core
