#include "core/retrieval/sentencereader.h"

#include "core/base/text.h"
#include "core/retrieval/cues.h"
#include "core/retrieval/passages.h"
#include "core/retrieval/words.h"

#include <algorithm>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype readOfMessage = 20'000; ///< characters; a longer one is a file
constexpr size_t mostReadings = 4096;
constexpr size_t mostContents = 1024;
constexpr int mostTerms = 65'536;

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

const SentenceReader::Sentences &SentenceReader::sentences(const QString &content)
{
    const auto [place, isNew] = m_sentences.try_emplace(content);
    if (!isNew)
        return place->second;
    for (const QString &sentence : splitSentences(content.left(readOfMessage))) {
        if (SentenceReading &own = reading(sentence.simplified()); own.says)
            place->second.push_back(&own);
    }
    return place->second;
}

SentenceReading &SentenceReader::reading(QStringView sentence)
{
    if (const auto known = m_readings.find(sentence); known != m_readings.end())
        return known->second;
    const auto place = m_readings.try_emplace(sentence.toString()).first;
    place->second.text = place->first;
    read(place->second);
    return place->second;
}

void SentenceReader::read(SentenceReading &reading)
{
    reading.lowered = loweredText(reading.text);
    reading.hasDigit = hasDigit(reading.text);
    reading.asks = asksSomething(reading.text);
    int telling = 0;
    Words words(reading.lowered);
    for (QStringView each = words.next(); !each.isEmpty(); each = words.next()) {
        const TermBook::Word word = m_terms.word(each);
        reading.census.add(word.spelling);
        telling += word.isTelling ? 1 : 0;
        reading.tellsTime = reading.tellsTime || word.tellsTime;
    }
    reading.says = telling > 1;
}

const std::vector<int> &SentenceReader::terms(SentenceReading &reading, TextLanguage language)
{
    std::optional<std::vector<int>> &numbers = reading.terms[size_t(language)];
    if (!numbers)
        numbers = m_terms.numbersOf(reading.lowered, language);
    return *numbers;
}

const QString &SentenceReader::line(SentenceReading &reading, int length)
{
    if (reading.lineLength != length) {
        reading.line = u"- "_s + firstLine(reading.text, length) + u'\n';
        reading.lineLength = length;
    }
    return reading.line;
}

void SentenceReader::trim()
{
    const bool isMuch = m_readings.size() >= mostReadings;
    if (isMuch)
        m_readings.clear();
    if (isMuch && termCount() >= mostTerms)
        m_terms.clear();
    if (isMuch || m_sentences.size() >= mostContents)
        m_sentences.clear();
}

} // namespace Core
