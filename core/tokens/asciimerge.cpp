#include "core/tokens/asciimerge.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Core {

namespace {

/// The bits below `place`, which is less than 64.
std::uint64_t below(unsigned place)
{
    return (std::uint64_t(1) << place) - 1;
}

/// Of a mask that has a bit.
unsigned lowestBit(std::uint64_t mask)
{
    return unsigned(__builtin_ctzll(mask));
}

unsigned highestBit(std::uint64_t mask)
{
    return 63U ^ unsigned(__builtin_clzll(mask));
}

static_assert(AsciiCut::longest <= ShortMerge::capacity);

} // namespace

AsciiMerge::AsciiMerge(const Vocabulary &vocabulary)
    : m_vocabulary(vocabulary)
{
}

std::size_t AsciiMerge::add(std::string_view text, std::uint64_t borders)
{
    const AsciiCut cut(m_vocabulary, text, borders);
    std::uint64_t firsts = cut.starts() & ~cut.joints(); // of rows
    const unsigned end = cut.size() == text.size() ? cut.size() : highestBit(firsts);
    const std::uint64_t starts = cut.starts() & below(end);
    firsts |= std::uint64_t(1) << end;
    std::uint16_t places[AsciiCut::longest + 1]; // of parts, by where they start
    std::size_t size = m_size;
    for (std::uint64_t rest = starts; rest != 0; rest &= rest - 1) {
        const unsigned start = lowestBit(rest);
        places[start] = std::uint16_t(size);
        m_parts[size++] = cut.tokenAt(start);
    }
    m_size = size;
    places[end] = std::uint16_t(size);
    for (borders &= below(end); borders != 0; borders &= borders - 1)
        m_behind[m_borderCount++] = places[lowestBit(borders)];
    for (std::uint64_t joints = cut.joints() & below(end); joints != 0;) {
        const unsigned second = lowestBit(joints);
        const unsigned behind = lowestBit(firsts & (~std::uint64_t(0) << second));
        const std::size_t place = places[second] - 1U;
        addRow(place, places[behind] - place);
        joints &= ~std::uint64_t(0) << behind;
    }
    return end;
}

/// Adds parts that may all merge with each other, at least two.
void AsciiMerge::addRow(std::size_t place, std::size_t size)
{
    if (size > longestRow) [[unlikely]] {
        m_long[m_longCount++] = {std::uint16_t(place), std::uint16_t(size)};
        if (m_longCount == longTogether)
            mergeLong();
        return;
    }
    Rows &rows = m_rows[size];
    rows.places[rows.count++] = std::uint16_t(place);
    if (rows.count == together) [[unlikely]]
        mergeRows(size);
}

void AsciiMerge::mergeLong()
{
    ShortMerge merges[longTogether];
    for (std::size_t i = 0; i < m_longCount; ++i)
        merges[i].beginWith(m_vocabulary, {m_parts + m_long[i].place, m_long[i].size});
    ShortMerge::finish(m_vocabulary, {merges, m_longCount});
    for (std::size_t i = 0; i < m_longCount; ++i) {
        TokenId *row = m_parts + m_long[i].place;
        std::fill(merges[i].write(row), row + m_long[i].size, gone);
        m_gone += m_long[i].size - merges[i].count();
    }
    m_longCount = 0;
}

/// Merges of each row the pair that comes first, if any does, and adds it then to the rows that
/// are shorter by one.
template <std::size_t Size>
void AsciiMerge::mergeRowsOf()
{
    Rows &all = m_rows[Size];
    Rows &shorter = m_rows[Size - 1];
    const std::size_t count = std::exchange(all.count, 0);
    PairTable::Place pairs[together][Size - 1];
    for (std::size_t i = 0; i < count; ++i) {
        const TokenId *row = m_parts + all.places[i];
        for (std::size_t pair = 0; pair + 1 < Size; ++pair)
            pairs[i][pair] = m_vocabulary.pairs().placeOf(row[pair], row[pair + 1]);
    }
    TokenId scratch[Size];
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t least = PairTable::neverMerges;
        for (std::size_t pair = 0; pair + 1 < Size; ++pair)
            least = std::min(least, PairTable::orderAt(pairs[i][pair]) | std::int32_t(pair));
        // Whether it merges cannot be guessed, so it is not branched on.
        const bool isMerged = least != PairTable::neverMerges;
        TokenId *row = m_parts + all.places[i];
        TokenId *merged = isMerged ? row : scratch;
        const std::size_t where = std::size_t(least) & ((1U << PairTable::orderShift) - 1);
        for (std::size_t part = 0; part + 1 < Size; ++part)
            merged[part] = row[part + std::size_t(part > where)];
        merged[where] = PairTable::tokenOf(least);
        merged[Size - 1] = gone;
        m_gone += isMerged;
        if constexpr (Size > 2) {
            shorter.places[shorter.count] = all.places[i];
            shorter.count += isMerged;
            if (shorter.count == together) [[unlikely]]
                mergeRowsOf<Size - 1>();
        }
    }
}

void AsciiMerge::mergeRows(std::size_t size)
{
    using Merge = void (AsciiMerge::*)();
    static constexpr auto merges = []<std::size_t... Index>(std::index_sequence<Index...>)
    {
        return std::array<Merge, sizeof...(Index)>{&AsciiMerge::mergeRowsOf<Index + 2>...};
    }
    (std::make_index_sequence<longestRow - 1>());
    (this->*merges[size - 2])();
}

void AsciiMerge::finish()
{
    mergeLong();
    for (std::size_t size = longestRow; size >= 2; --size)
        mergeRows(size);
}

void AsciiMerge::appendTo(std::vector<TokenId> &tokens) const
{
    const std::size_t before = tokens.size();
    tokens.resize(before + m_size);
    TokenId *next = tokens.data() + before;
    for (std::size_t i = 0; i < m_size; ++i) {
        *next = m_parts[i];
        next += m_parts[i] != gone;
    }
    tokens.resize(before + count());
}

void AsciiMerge::clear()
{
    m_size = 0;
    m_gone = 0;
    m_borderCount = 0;
}

} // namespace Core
