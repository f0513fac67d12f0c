#include "core/retrieval/threadindex.h"

#include "core/retrieval/passages.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What of a long message and of a long question is read.
constexpr qsizetype readOfMessage = 200'000;
constexpr qsizetype readOfQuestion = 4'000;

/// A pause after which people begin anew.
constexpr qint64 pauseMs = 6 * 60 * 60 * 1000;

// What structure adds to the score of the words, in its unit.
constexpr double asking = -1; ///< who asks does not tell
constexpr double afterQuestion = 1;
constexpr double tellingTime = 2; ///< where the question asks for a time
constexpr double rightSpeaker = 4;

/// The day in words, as people write it in either language: questions name days.
QString dayWords(const QDateTime &time, TextLanguage language)
{
    if (!time.isValid())
        return {};
    const QDate day = time.toUTC().date();
    if (language == TextLanguage::Vietnamese)
        return u"ngày %1 tháng %2 năm %3 "_s.arg(day.day()).arg(day.month()).arg(day.year());
    return QLocale::c().toString(day, u"d MMMM yyyy "_s);
}

void addName(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names += name;
}

} // namespace

bool ThreadIndex::Known::isSame(const Message &message) const
{
    return role == message.role && content == message.content && name == message.name
        && createdAt == message.createdAt;
}

void ThreadIndex::update(std::span<const Message> messages)
{
    size_t same = 0;
    while (same < m_known.size() && same < messages.size() && m_known[same].isSame(messages[same]))
        ++same;
    if (same < m_known.size()) { // not a continuation
        *this = {};
        same = 0;
    }
    update(messages, int(same));
}

void ThreadIndex::update(std::span<const Message> messages, int same)
{
    Q_ASSERT(same == size());
    for (const Message &message : messages.subspan(size_t(same))) {
        if (message.role != Role::System)
            m_census.add(message.content.left(readOfMessage));
    }
    if (m_census.language() != m_language) {
        const LetterCensus census = m_census;
        *this = {};
        m_census = census;
        m_language = census.language();
        same = 0;
    }
    for (const Message &message : messages.subspan(size_t(same)))
        read(message);
}

void ThreadIndex::read(const Message &message)
{
    const bool apart = !m_known.empty() && message.createdAt.isValid()
        && m_known.back().createdAt.isValid()
        && m_known.back().createdAt.msecsTo(message.createdAt) > pauseMs;
    m_known.push_back(
        {message.content, message.name, message.role, message.createdAt, int(m_passages.size())});
    if (message.role == Role::System)
        return;

    if (message.role == Role::User)
        addName(m_userNames, message.name);
    else if (message.role == Role::Assistant)
        addName(m_assistantNames, message.name);
    const QString about = dayWords(message.createdAt, m_language) + message.name + u": "_s;
    bool first = true;
    for (const QString &passage : passagesOf(message.content.left(readOfMessage))) {
        readPassage(passage, about, first && apart);
        first = false;
    }
}

void ThreadIndex::readPassage(const QString &text, const QString &about, bool apart)
{
    m_words.append(termsOf(about + text, m_language), apart);
    m_passages.push_back({int(m_known.size()) - 1, cuesOf(text),
                          !m_passages.empty() && m_passages.back().cues.asks});
}

double ThreadIndex::bonus(const Passage &passage, bool wantsTime, AskedAbout about) const
{
    const Role role = m_known[size_t(passage.message)].role;
    const bool right = (about == AskedAbout::User && role == Role::User)
        || (about == AskedAbout::Assistant && role == Role::Assistant);
    return (passage.cues.asks ? asking : 0) + (passage.followsQuestion ? afterQuestion : 0)
        + (wantsTime && passage.cues.tellsTime ? tellingTime : 0) + (right ? rightSpeaker : 0);
}

std::vector<Relevance> ThreadIndex::relevance(const QString &question) const
{
    const QString asked = question.left(readOfQuestion);
    const std::vector<float> words = m_words.scores(termsOf(asked, m_language));
    const bool wantsTime = asksForTime(asked, m_language);
    const AskedAbout about = askedAbout(asked, m_language, m_userNames, m_assistantNames);

    std::vector<Relevance> found(m_known.size());
    for (size_t i = 0; i < m_passages.size(); ++i) {
        const Passage &passage = m_passages[i];
        const double score = double(words[i]) + bonus(passage, wantsTime, about);
        Relevance &message = found[size_t(passage.message)];
        const bool first = m_known[size_t(passage.message)].firstPassage == int(i);
        message.score = first ? score : std::max(message.score, score);
        message.matches = message.matches || words[i] > 0;
    }
    return found;
}

void ThreadIndex::addTerms(int message, std::vector<LexicalIndex::Count> &counts) const
{
    const int begin = m_known[size_t(message)].firstPassage;
    const int end =
        message + 1 < size() ? m_known[size_t(message) + 1].firstPassage : int(m_passages.size());
    for (int passage = begin; passage < end; ++passage) {
        const auto own = m_words.terms(passage);
        counts.insert(counts.end(), own.begin(), own.end());
    }
}

/// The terms of a run's messages, each once.
std::vector<LexicalIndex::Count> ThreadIndex::runTerms(std::span<const int> run) const
{
    std::vector<LexicalIndex::Count> counts;
    for (const int message : run)
        addTerms(message, counts);
    std::sort(counts.begin(), counts.end(),
              [](const auto &left, const auto &right) { return left.term < right.term; });
    size_t end = 0;
    for (const LexicalIndex::Count &count : counts) {
        if (end > 0 && counts[end - 1].term == count.term)
            counts[end - 1].count += count.count;
        else
            counts[end++] = count;
    }
    counts.resize(end);
    return counts;
}

/// Whether what was cut before is a beginning of the runs, the last one aside.
bool ThreadIndex::isCut(const std::vector<std::span<const int>> &runs,
                        const Chunker::Limits &limits) const
{
    if (!m_cut || m_cut->limits != limits || m_cut->runs.size() >= runs.size())
        return false;
    for (size_t i = 0; i < m_cut->runs.size(); ++i) {
        if (m_cut->runs[i] != CutRun{runs[i].front(), runs[i].back(), runs[i].size()})
            return false;
    }
    return true;
}

std::vector<char> ThreadIndex::chunkBegins(const std::vector<std::span<const int>> &runs,
                                           const Chunker::Limits &limits)
{
    if (runs.empty())
        return {};
    if (!isCut(runs, limits))
        m_cut = Cut{limits, Chunker(limits), {}, {}};
    for (size_t i = m_cut->runs.size(); i + 1 < runs.size(); ++i) {
        m_cut->runs.push_back({runs[i].front(), runs[i].back(), runs[i].size()});
        m_cut->begins.push_back(m_cut->chunker.add(runTerms(runs[i]), int(runs[i].size())));
    }
    // The last run may still grow, so it is not remembered.
    std::vector<char> begins = m_cut->begins;
    begins.push_back(Chunker(m_cut->chunker).add(runTerms(runs.back()), int(runs.back().size())));
    return begins;
}

} // namespace Core
