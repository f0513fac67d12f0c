#include "core/retrieval/sentencereader.h"

#include "core/retrieval/cues.h"
#include "core/retrieval/passages.h"

#include <algorithm>
#include <functional>

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
        if (tellingWords(text, 2) >= 2)
            place->second.append(text);
    }
    return place->second;
}

SentenceReading &SentenceReader::reading(const QString &sentence)
{
    const auto [place, isNew] = m_readings.try_emplace(sentence);
    if (isNew) {
        SentenceReading &made = place->second;
        const TextCues cues = cuesOf(sentence);
        made.census.add(sentence);
        made.hasDigit = hasDigit(sentence);
        made.tellsTime = cues.tellsTime;
        made.asks = cues.asks;
    }
    return place->second;
}

const std::vector<size_t> &SentenceReader::terms(SentenceReading &reading, const QString &sentence,
                                                 TextLanguage language)
{
    std::optional<std::vector<size_t>> &hashes = reading.terms[size_t(language)];
    if (hashes)
        return *hashes;
    std::vector<std::string> terms = termsOf(sentence, language);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    hashes.emplace(terms.size());
    std::transform(terms.begin(), terms.end(), hashes->begin(), std::hash<std::string>());
    return *hashes;
}

void SentenceReader::trim()
{
    if (m_readings.size() >= mostReadings)
        m_readings.clear();
    if (m_sentences.size() >= mostContents)
        m_sentences.clear();
}

} // namespace Core
