#include "core/retrieval/termbook.h"

#include "core/retrieval/cues.h"
#include "core/retrieval/words.h"

#include <algorithm>

namespace Core {

namespace {

/// Orders as the texts do, as far as eight bytes tell.
quint64 beginningOf(const std::string &text)
{
    quint64 bytes = 0;
    for (size_t i = 0; i < sizeof bytes; ++i)
        bytes = bytes << 8 | (i < text.size() ? uchar(text[i]) : 0);
    return bytes;
}

} // namespace

/// Puts the terms of a text together, as termsOf() does.
class TermBook::Assembly
{
public:
    Assembly(TermBook &book, TextLanguage language, bool plain)
        : m_book(book)
        , m_language(language)
        , m_plain(plain)
    {
    }

    void add(QStringView word)
    {
        const Forms &forms = m_book.formsOf(word, m_language);
        const bool isCharacter = forms.character >= 0;
        if (isCharacter)
            addCharacter(forms);
        else if (m_language == TextLanguage::English)
            add(forms.stem);
        else
            addSyllable(forms);
        m_afterCharacter = isCharacter;
    }

    std::vector<int> take() && { return std::move(m_numbers); }

private:
    void add(int number)
    {
        if (number >= 0)
            m_numbers.push_back(number);
    }

    void addSyllable(const Forms &forms)
    {
        if (!m_plain || !forms.isPlainStop) {
            add(forms.exact);
            add(forms.stem);
        }
        addPair(forms.bare);
    }

    void addCharacter(const Forms &forms)
    {
        add(forms.character);
        if (m_afterCharacter)
            addPair(forms.bare);
        else
            m_previous = forms.bare;
    }

    void addPair(int next)
    {
        if (!m_book.m_bareWords[size_t(m_previous)]->empty())
            add(m_book.pair(m_previous, next));
        m_previous = next;
    }

    TermBook &m_book;
    TextLanguage m_language;
    bool m_plain;
    std::vector<int> m_numbers;
    int m_previous = m_book.bareNumber({});
    bool m_afterCharacter = false;
};

TermBook::Known &TermBook::known(QStringView lowered)
{
    const auto found = m_words.find(lowered);
    if (found != m_words.end())
        return found->second;
    const Word word{tells(lowered), spellingOf(lowered), tellsTime(lowered)};
    return m_words.emplace(lowered.toString(), Known{word, {}}).first->second;
}

const TermBook::Forms &TermBook::formsOf(QStringView word, TextLanguage language)
{
    std::optional<Forms> &forms = known(word).forms[size_t(language)];
    if (forms)
        return *forms;
    const WordForms texts = Core::formsOf(word, language);
    forms.emplace().bare = bareNumber(texts.bare);
    forms->isPlainStop = texts.isPlainStop;
    if (texts.isCharacter) {
        forms->character = number(texts.bare);
    } else if (!texts.isStop) {
        forms->stem = number(texts.stem);
        if (language == TextLanguage::Vietnamese)
            forms->exact = number('=' + texts.exact);
    }
    return *forms;
}

int TermBook::number(const std::string &term)
{
    const auto [place, isNew] = m_numbers.try_emplace(term, count());
    if (isNew) {
        m_terms.push_back(&place->first);
        m_beginnings.push_back(beginningOf(term));
    }
    return place->second;
}

int TermBook::bareNumber(const std::string &word)
{
    const auto [place, isNew] = m_bareNumbers.try_emplace(word, int(m_bareWords.size()));
    if (isNew)
        m_bareWords.push_back(&place->first);
    return place->second;
}

int TermBook::pair(int first, int second)
{
    const auto [place, isNew] = m_pairs.try_emplace(quint64(first) << 32 | quint64(second), 0);
    if (isNew)
        place->second = number(*m_bareWords[size_t(first)] + ' ' + *m_bareWords[size_t(second)]);
    return place->second;
}

bool TermBook::isBefore(int left, int right) const
{
    const quint64 one = m_beginnings[size_t(left)];
    const quint64 other = m_beginnings[size_t(right)];
    return one != other ? one < other : *m_terms[size_t(left)] < *m_terms[size_t(right)];
}

std::vector<int> TermBook::numbersOf(const QString &lowered, TextLanguage language)
{
    Assembly assembly(*this, language, isPlain(lowered));
    eachTermWord(lowered, [&](QStringView word) { assembly.add(word); });
    std::vector<int> numbers = std::move(assembly).take();
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::sort(numbers.begin(), numbers.end(),
              [this](int left, int right) { return isBefore(left, right); });
    return numbers;
}

void TermBook::clear()
{
    m_words.clear();
    m_numbers.clear();
    m_terms.clear();
    m_beginnings.clear();
    m_bareNumbers.clear();
    m_bareWords.clear();
    m_pairs.clear();
}

} // namespace Core
