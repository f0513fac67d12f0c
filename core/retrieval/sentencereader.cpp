#include "core/retrieval/sentencereader.h"

#include "core/retrieval/cues.h"
#include "core/retrieval/passages.h"
#include "core/retrieval/words.h"

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype readOfMessage = 20'000; ///< characters; a longer one is a file
constexpr size_t mostReadings = 4096;
constexpr size_t mostContents = 1024;

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

const QStringList &SentenceReader::sentences(const QString &content)
{
    const auto [place, isNew] = m_sentences.try_emplace(content);
    if (!isNew)
        return place->second;
    for (const QString &sentence : splitSentences(content.left(readOfMessage))) {
        const QString text = sentence.simplified();
        const QString lowered = loweredText(text);
        if (tellingWords(lowered, 2) < 2)
            continue;
        place->second.append(text);
        read(text, lowered);
    }
    return place->second;
}

SentenceReading &SentenceReader::reading(const QString &sentence)
{
    const auto known = m_readings.find(sentence);
    return known == m_readings.end() ? read(sentence, loweredText(sentence)) : known->second;
}

SentenceReading &SentenceReader::read(const QString &sentence, const QString &lowered)
{
    const auto [place, isNew] = m_readings.try_emplace(sentence);
    if (isNew) {
        SentenceReading &made = place->second;
        const TextCues cues = cuesOf(sentence);
        made.lowered = lowered;
        made.census.add(lowered);
        made.hasDigit = hasDigit(sentence);
        made.tellsTime = cues.tellsTime;
        made.asks = cues.asks;
    }
    return place->second;
}

const std::vector<int> &SentenceReader::terms(SentenceReading &reading, TextLanguage language)
{
    std::optional<std::vector<int>> &numbers = reading.terms[size_t(language)];
    if (numbers)
        return *numbers;
    std::vector<std::string> terms = termsOf(reading.lowered, language);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    numbers.emplace().reserve(terms.size());
    for (std::string &term : terms)
        numbers->push_back(m_numbers.try_emplace(std::move(term), termCount()).first->second);
    return *numbers;
}

void SentenceReader::trim()
{
    if (m_readings.size() >= mostReadings) {
        m_readings.clear();
        m_numbers.clear();
    }
    if (m_sentences.size() >= mostContents)
        m_sentences.clear();
}

} // namespace Core
