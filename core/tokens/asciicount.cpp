#include "core/tokens/asciicount.h"

#include <algorithm>
#include <bit>
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

constexpr std::uint64_t lastBit = std::uint64_t(1) << AsciiCut::longest;
static_assert(AsciiCut::longest <= ShortMerge::capacity);

unsigned highestBit(std::uint64_t mask)
{
    return 63U ^ unsigned(__builtin_clzll(mask));
}

} // namespace

AsciiCount::AsciiCount(const Vocabulary &vocabulary)
    : m_vocabulary(vocabulary)
{
}

std::size_t AsciiCount::add(std::string_view text)
{
    const AsciiCut cut(m_vocabulary, text);
    std::uint64_t firsts = cut.starts() & ~cut.joints(); // of rows
    const unsigned end = cut.size() == text.size() ? cut.size() : highestBit(firsts);
    const std::uint64_t starts = cut.starts() & below(end);
    firsts |= std::uint64_t(1) << end;
    m_sum += std::size_t(std::popcount(starts));
    for (std::uint64_t joints = cut.joints() & below(end); joints != 0;) {
        const unsigned second = lowestBit(joints);
        const unsigned first = highestBit(starts & below(second));
        const std::uint64_t behind = ~std::uint64_t(0) << second;
        const std::uint64_t next = ~std::uint64_t(0) << lowestBit(firsts & behind);
        addRow(cut, starts & ~below(first) & ~next);
        joints &= next;
    }
    return end;
}

/// Adds parts that may all merge with each other, at least two.
void AsciiCount::addRow(const AsciiCut &cut, std::uint64_t starts)
{
    // How many there are cannot be guessed, so it is not branched on.
    std::size_t size = 0;
    std::uint64_t rest = starts;
    for (std::size_t i = 0; i < shortRow; ++i) {
        size += rest != 0;
        rest &= rest - 1;
    }
    if (rest != 0) [[unlikely]]
        return addLong(cut, starts);
    Rows &rows = m_rows[size];
    TokenId *row = rows.parts + rows.count++ * size;
    for (std::size_t i = 0; i < shortRow; ++i) { // what is behind the last is not used
        row[i] = cut.tokenAt(lowestBit(starts | lastBit));
        starts &= starts - 1;
    }
    if (rows.count == together) [[unlikely]]
        mergeRows(size);
}

void AsciiCount::addLong(const AsciiCut &cut, std::uint64_t starts)
{
    TokenId parts[AsciiCut::longest];
    std::size_t size = 0;
    for (; starts != 0; starts &= starts - 1)
        parts[size++] = cut.tokenAt(lowestBit(starts));
    if (size <= longestRow) {
        Rows &rows = m_rows[size];
        std::copy_n(parts, size, rows.parts + rows.count++ * size);
        if (rows.count == together)
            mergeRows(size);
        return;
    }
    m_sum -= size;
    m_long[m_longCount++].beginWith(m_vocabulary, {parts, size});
    if (m_longCount == longTogether)
        mergeLong();
}

void AsciiCount::mergeLong()
{
    ShortMerge::finish(m_vocabulary, {m_long, m_longCount});
    for (std::size_t i = 0; i < m_longCount; ++i)
        m_sum += m_long[i].count();
    m_longCount = 0;
}

/// Merges of each row the pair that comes first, if any does, and adds what it is then to the rows
/// that are shorter by one.
template <std::size_t Size>
void AsciiCount::mergeRowsOf()
{
    Rows &all = m_rows[Size];
    Rows &shorter = m_rows[Size - 1];
    const std::size_t count = std::exchange(all.count, 0);
    PairTable::Place places[together][Size - 1];
    const TokenId *row = all.parts;
    for (std::size_t i = 0; i < count; ++i, row += Size) {
        for (std::size_t pair = 0; pair + 1 < Size; ++pair)
            places[i][pair] = m_vocabulary.pairs().placeOf(row[pair], row[pair + 1]);
    }
    row = all.parts;
    for (std::size_t i = 0; i < count; ++i, row += Size) {
        std::int32_t least = PairTable::neverMerges;
        for (std::size_t pair = 0; pair + 1 < Size; ++pair)
            least = std::min(least, PairTable::orderAt(places[i][pair]) | std::int32_t(pair));
        const bool isMerged = least != PairTable::neverMerges;
        m_sum -= isMerged;
        if constexpr (Size > 2) {
            const std::size_t where = std::size_t(least) & ((1U << PairTable::orderShift) - 1);
            TokenId *merged = shorter.parts + shorter.count * (Size - 1);
            for (std::size_t part = 0; part + 1 < Size; ++part)
                merged[part] = row[part + std::size_t(part > where)];
            merged[where] = PairTable::tokenOf(least);
            shorter.count += isMerged;
            if (shorter.count == together) [[unlikely]]
                mergeRowsOf<Size - 1>();
        }
    }
}

void AsciiCount::mergeRows(std::size_t size)
{
    using Merge = void (AsciiCount::*)();
    static constexpr auto merges = []<std::size_t... Index>(std::index_sequence<Index...>)
    {
        return std::array<Merge, sizeof...(Index)>{&AsciiCount::mergeRowsOf<Index + 2>...};
    }
    (std::make_index_sequence<longestRow - 1>());
    (this->*merges[size - 2])();
}

std::size_t AsciiCount::sum()
{
    mergeLong();
    for (std::size_t size = longestRow; size >= 2; --size)
        mergeRows(size);
    return m_sum;
}

} // namespace Core
