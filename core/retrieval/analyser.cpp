#include "core/retrieval/analyser.h"

#include "core/retrieval/stemmer.h"
#include "core/retrieval/stopwords.h"
#include "core/retrieval/syllable.h"
#include "core/retrieval/words.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <string_view>

namespace Core {

namespace {

constexpr char16_t foldedEnd = 0x2000; ///< Latin, Greek and Cyrillic letters with marks end here
constexpr qint64 fewestSyllables = 10; ///< fewer may be English by chance
constexpr qsizetype longestWord = 64; ///< longer runs are no words: keys, base64

bool isVietnameseLetter(char16_t c)
{
    return c == u'đ' || c == u'ă' || c == u'ơ' || c == u'ư' || (c >= 0x1ea0 && c <= 0x1ef9);
}

char16_t baseLetter(char16_t c)
{
    if (c == u'đ' || c == u'Đ')
        return u'd';
    for (QString parts = QChar(c).decomposition(); !parts.isEmpty();
         parts = QChar(c).decomposition()) {
        if (QChar(c).decompositionTag() != QChar::Canonical)
            break;
        c = parts[0].unicode();
    }
    return c;
}

char16_t folded(char16_t c)
{
    static const auto table = [] {
        std::array<char16_t, foldedEnd> letters;
        for (char16_t i = 0; i < foldedEnd; ++i)
            letters[i] = baseLetter(i);
        return letters;
    }();
    return c < foldedEnd ? table[c] : c;
}

char32_t firstCharacter(QStringView word)
{
    const bool isPair = word.size() > 1 && word[0].isHighSurrogate() && word[1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(word[0], word[1]) : word[0].unicode();
}

std::string utf8(QStringView text)
{
    return text.toUtf8().toStdString();
}

std::string foldedUtf8(QStringView word)
{
    QVarLengthArray<QChar, 32> letters;
    for (const QChar c : word) {
        if (c.category() != QChar::Mark_NonSpacing)
            letters.append(QChar(folded(c.unicode())));
    }
    return utf8(QStringView(letters.data(), letters.size()));
}

bool isAsciiWord(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string stemmed(const std::string &word)
{
    if (!isAsciiWord(word))
        return word;
    const QByteArrayView stem = englishStem(QByteArrayView(word.data(), qsizetype(word.size())));
    return std::string(stem.data(), size_t(stem.size()));
}

bool isNumber(QStringView word)
{
    return !word.isEmpty()
        && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// 250000đ and 250000 are the same amount.
QStringView withoutCurrency(QStringView word)
{
    return word.size() > 1 && word.back() == u'đ' && isNumber(word.chopped(1)) ? word.chopped(1)
                                                                               : word;
}

class Terms
{
public:
    /// `plain`: the text was typed without marks.
    Terms(TextLanguage language, bool plain)
        : m_language(language)
        , m_plain(plain)
    {
    }

    void add(QStringView word)
    {
        const std::string bare = foldedUtf8(word);
        const bool isCharacter = isUnspaced(firstCharacter(word));
        if (isCharacter)
            addCharacter(bare);
        else if (m_language == TextLanguage::English)
            addEnglish(bare);
        else
            addSyllable(utf8(word), bare);
        m_afterCharacter = isCharacter;
    }

    std::vector<std::string> take() && { return std::move(m_terms); }

private:
    void addEnglish(const std::string &word)
    {
        if (!isStopWord(word, m_language))
            m_terms.push_back(stemmed(word));
    }

    void addSyllable(const std::string &exact, const std::string &bare)
    {
        if (!isStopWord(exact, m_language) && !(m_plain && isPlainStopWord(exact))) {
            m_terms.push_back('=' + exact);
            m_terms.push_back(stemmed(bare));
        }
        addPair(bare);
    }

    void addCharacter(const std::string &character)
    {
        m_terms.push_back(character);
        if (m_afterCharacter)
            addPair(character);
        else
            m_previous = character;
    }

    void addPair(const std::string &next)
    {
        if (!m_previous.empty())
            m_terms.push_back(m_previous + ' ' + next);
        m_previous = next;
    }

    TextLanguage m_language;
    bool m_plain;
    std::vector<std::string> m_terms;
    std::string m_previous;
    bool m_afterCharacter = false;
};

} // namespace

Spelling spellingOf(QStringView word)
{
    if (hasVietnameseLetter(word))
        return Spelling::Vietnamese;
    if (isPlainSyllable(word))
        return Spelling::Syllable;
    const bool isPlain =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    return isPlain ? Spelling::Plain : Spelling::Other;
}

void SpellingCensus::add(Spelling spelling)
{
    ++words;
    vietnamese += spelling == Spelling::Vietnamese ? 1 : 0;
    syllables += spelling == Spelling::Syllable ? 1 : 0;
    plain += spelling == Spelling::Plain ? 1 : 0;
}

void SpellingCensus::add(const QString &text)
{
    const QString lower = loweredText(text);
    Words all(lower);
    for (QStringView word = all.next(); !word.isEmpty(); word = all.next())
        add(spellingOf(word));
}

void SpellingCensus::add(const SpellingCensus &other)
{
    words += other.words;
    vietnamese += other.vietnamese;
    syllables += other.syllables;
    plain += other.plain;
}

/// One word in ten with marks; or without any, enough words of which three in four are syllables.
TextLanguage SpellingCensus::language() const
{
    const bool isMarked = vietnamese > 0 && vietnamese * 10 >= words;
    const bool isUnmarked =
        syllables >= fewestSyllables && syllables * 2 >= words && syllables >= plain * 3;
    return isMarked || isUnmarked ? TextLanguage::Vietnamese : TextLanguage::English;
}

void eachTermWord(const QString &lowered, const std::function<void(QStringView)> &take)
{
    Words all(lowered);
    for (QStringView word = all.next(); !word.isEmpty(); word = all.next()) {
        if (!isNumber(word)) {
            if (const QStringView bare = withoutCurrency(word); bare.size() <= longestWord)
                take(bare);
            continue;
        }
        QString number = word.toString();
        while (all.takeGroup(number)) { }
        if (number.size() <= longestWord)
            take(number);
    }
}

WordForms formsOf(QStringView word, TextLanguage language)
{
    WordForms forms{.bare = foldedUtf8(word), .isCharacter = isUnspaced(firstCharacter(word))};
    if (forms.isCharacter)
        return forms;
    if (language == TextLanguage::English) {
        forms.isStop = isStopWord(forms.bare, language);
    } else {
        forms.exact = utf8(word);
        forms.isStop = isStopWord(forms.exact, language);
        forms.isPlainStop = isPlainStopWord(forms.exact);
    }
    if (!forms.isStop)
        forms.stem = stemmed(forms.bare);
    return forms;
}

std::vector<std::string> termsOf(const QString &text, TextLanguage language)
{
    const QString lower = loweredText(text);
    Terms terms(language, isPlain(lower));
    eachTermWord(lower, [&](QStringView word) { terms.add(word); });
    return std::move(terms).take();
}

bool tells(QStringView word)
{
    const std::string plain = utf8(word);
    return !isStopWord(plain, TextLanguage::English)
        && !isStopWord(plain, TextLanguage::Vietnamese);
}

bool hasVietnameseLetter(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return isVietnameseLetter(c.unicode()); });
}

int tellingWords(const QString &text, int most)
{
    const QString lower = loweredText(text);
    Words words(lower);
    int count = 0;
    for (QStringView word = words.next(); !word.isEmpty() && count < most; word = words.next())
        count += tells(word) ? 1 : 0;
    return count;
}

} // namespace Core
