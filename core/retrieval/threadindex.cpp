#include "core/retrieval/threadindex.h"

#include "core/retrieval/passages.h"

#include <algorithm>
#include <array>

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

/// The day in words, as people write it in either language: questions name days. Without marks,
/// which would tell of a text typed without them that it has some.
QString dayWords(const QDateTime &time, TextLanguage language)
{
    if (!time.isValid())
        return {};
    const QDate day = time.toUTC().date();
    if (language == TextLanguage::Vietnamese)
        return u"ngay %1 thang %2 nam %3 "_s.arg(day.day()).arg(day.month()).arg(day.year());
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
    truncate(int(same));
    update(messages, size());
}

void ThreadIndex::update(std::span<const Message> messages, int same)
{
    Q_ASSERT(same == size());
    for (const Message &message : messages.subspan(size_t(same)))
        count(message);
    const TextLanguage language = census(int(messages.size())).language();
    if (language != m_language) {
        std::vector<SpellingCensus> censuses = std::move(m_censuses);
        *this = {};
        m_censuses = std::move(censuses);
        m_language = language;
        same = 0;
    }
    for (const Message &message : messages.subspan(size_t(same)))
        read(message);
}

void ThreadIndex::truncate(int messages)
{
    if (messages >= size())
        return;
    if (messages == 0 || census(messages).language() != m_language) {
        *this = {};
        return;
    }
    truncateCut(messages);
    const auto first = m_known.begin() + messages;
    m_words.truncate(first->firstPassage);
    m_passages.erase(m_passages.begin() + first->firstPassage, m_passages.end());
    m_userNames.resize(first->userNames);
    m_assistantNames.resize(first->assistantNames);
    m_known.erase(first, m_known.end());
    m_censuses.resize(size_t(messages));
}

void ThreadIndex::count(const Message &message)
{
    SpellingCensus census = this->census(int(m_censuses.size()));
    if (message.role != Role::System)
        census.add(message.content.left(readOfMessage));
    m_censuses.push_back(census);
}

SpellingCensus ThreadIndex::census(int messages) const
{
    return messages == 0 ? SpellingCensus() : m_censuses[size_t(messages) - 1];
}

void ThreadIndex::read(const Message &message)
{
    const bool apart = !m_known.empty() && message.createdAt.isValid()
        && m_known.back().createdAt.isValid()
        && m_known.back().createdAt.msecsTo(message.createdAt) > pauseMs;
    m_known.push_back({message.content, message.name, message.role, message.createdAt,
                       int(m_passages.size()), m_userNames.size(), m_assistantNames.size()});
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
    const TextCues cues = cuesOf(text);
    const Role role = m_known.back().role;
    const bool follows = !m_passages.empty() && (m_passages.back().signs & Asks) != 0;
    m_passages.push_back(
        {int(m_known.size()) - 1,
         quint8((cues.asks ? Asks : 0) | (cues.tellsTime ? TellsTime : 0)
                | (follows ? FollowsQuestion : 0) | (role == Role::User ? ByUser : 0)
                | (role == Role::Assistant ? ByModel : 0))});
}

double ThreadIndex::bonus(unsigned signs, bool wantsTime, AskedAbout about)
{
    const bool right = (about == AskedAbout::User && (signs & ByUser) != 0)
        || (about == AskedAbout::Assistant && (signs & ByModel) != 0);
    return ((signs & Asks) != 0 ? asking : 0) + ((signs & FollowsQuestion) != 0 ? afterQuestion : 0)
        + (wantsTime && (signs & TellsTime) != 0 ? tellingTime : 0) + (right ? rightSpeaker : 0);
}

std::vector<Relevance> ThreadIndex::relevance(const QString &question) const
{
    const QString asked = question.left(readOfQuestion);
    const std::vector<float> words = m_words.scores(termsOf(asked, m_language));
    const bool wantsTime = asksForTime(asked, m_language);
    const AskedAbout about = askedAbout(asked, m_language, m_userNames, m_assistantNames);
    std::array<double, signs> bonuses{};
    for (unsigned i = 0; i < signs; ++i)
        bonuses[i] = bonus(i, wantsTime, about);

    std::vector<Relevance> found(m_known.size());
    int last = -1;
    for (size_t i = 0; i < m_passages.size(); ++i) {
        const Passage &passage = m_passages[i];
        const double score = double(words[i]) + bonuses[passage.signs];
        Relevance &message = found[size_t(passage.message)];
        message.score = passage.message != last ? score : std::max(message.score, score);
        message.matches = message.matches || words[i] > 0;
        last = passage.message;
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

std::span<const int> ThreadIndex::Runs::run(size_t number) const
{
    const int begin = number == 0 ? 0 : ends[number - 1];
    return messages.subspan(size_t(begin), size_t(ends[number] - begin));
}

void ThreadIndex::Cut::add(std::span<const int> run, bool beginsChunk)
{
    messages.insert(messages.end(), run.begin(), run.end());
    ends.push_back(int(messages.size()));
    begins.push_back(beginsChunk);
}

void ThreadIndex::Cut::removeLast()
{
    ends.pop_back();
    begins.pop_back();
    messages.resize(ends.empty() ? 0 : size_t(ends.back()));
}

/// Whether what was cut before is a beginning of the runs, the last one aside.
bool ThreadIndex::isCut(const Runs &runs, const Chunker::Limits &limits) const
{
    return m_cut && m_cut->limits == limits && m_cut->ends.size() < runs.ends.size()
        && m_cut->messages.size() <= runs.messages.size()
        && std::equal(m_cut->ends.begin(), m_cut->ends.end(), runs.ends.begin())
        && std::equal(m_cut->messages.begin(), m_cut->messages.end(), runs.messages.begin());
}

/// Takes back the runs that hold one of the messages behind, and their chunk as a whole, which
/// is to be cut again.
void ThreadIndex::truncateCut(int messages)
{
    bool beganChunk = true;
    while (m_cut && !m_cut->ends.empty()) {
        const auto run = m_cut->runs().run(m_cut->ends.size() - 1);
        if (beganChunk && run.back() < messages)
            return;
        m_cut->chunker.takeBack(runTerms(run));
        beganChunk = m_cut->begins.back();
        m_cut->removeLast();
    }
}

std::vector<char> ThreadIndex::chunkBegins(const Runs &runs, const Chunker::Limits &limits)
{
    if (runs.ends.empty())
        return {};
    if (!isCut(runs, limits))
        m_cut = Cut{limits, Chunker(limits), {}, {}, {}};
    const size_t last = runs.ends.size() - 1;
    for (size_t i = m_cut->ends.size(); i < last; ++i) {
        const auto run = runs.run(i);
        m_cut->add(run, m_cut->chunker.add(runTerms(run), int(run.size())));
    }
    // The last run may still grow, so it is not remembered.
    std::vector<char> begins = m_cut->begins;
    const auto run = runs.run(last);
    begins.push_back(m_cut->chunker.wouldBegin(runTerms(run), int(run.size())));
    return begins;
}

} // namespace Core
