#include "core/store/postgreswords.h"

#include <array>

namespace Core::Postgres {

namespace {

constexpr qsizetype mostCharacters = 200'000; // that are searched
constexpr qsizetype longestWord = 2'000; // that a tsvector holds
constexpr char unknown = 0;

/// The letter that a character folds to, a blank for what stands between words.
char plainLetter(char16_t c)
{
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            return char(c);
        return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : ' ';
    }
    if (c == 0x110 || c == 0x111) // đ has no decomposition
        return 'd';
    QChar letter(c);
    while (letter.decompositionTag() == QChar::Canonical) {
        const QString parts = letter.decomposition();
        if (parts.size() != 2 || parts[1].category() != QChar::Mark_NonSpacing)
            return unknown;
        letter = parts[0];
    }
    const bool isLatin = letter.unicode() < 0x80 && letter.isLetter();
    return isLatin ? letter.toLower().toLatin1() : unknown;
}

using Table = std::array<char, 0x1F00>;

/// Of Latin letters with their marks; nothing is known of the rest.
const Table &letters()
{
    static const Table table = [] {
        Table made{};
        for (char16_t c = 0; c < made.size(); ++c) {
            const bool isWestern =
                c < 0x180 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 || c >= 0x1EA0;
            made[c] = isWestern && c <= 0x1EF9 ? plainLetter(c) : unknown;
        }
        made[0xA0] = ' ';
        return made;
    }();
    return table;
}

char folded(char16_t c, const Table &letters)
{
    const bool isPunctuation =
        (c >= 0x2013 && c <= 0x2014) || (c >= 0x2018 && c <= 0x201E) || c == 0x2022 || c == 0x2026;
    if (isPunctuation)
        return ' ';
    return c < letters.size() ? letters[c] : unknown;
}

} // namespace

std::optional<QByteArray> searchedWords(const QString &text)
{
    if (text.size() > mostCharacters)
        return std::nullopt;
    const Table &table = letters();
    QByteArray words(text.size(), Qt::Uninitialized);
    char *end = words.data();
    qsizetype length = 0;
    for (const QChar c : text) {
        const char letter = folded(c.unicode(), table);
        const bool isFirstBlank = letter == ' ' && length > 0;
        length = letter == ' ' ? 0 : length + 1;
        if (letter == unknown || length > longestWord)
            return std::nullopt;
        if (letter != ' ' || isFirstBlank)
            *end++ = letter;
    }
    words.truncate(end - words.constData());
    return words;
}

} // namespace Core::Postgres
