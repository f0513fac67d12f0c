#include "core/retrieval/stopwords.h"

#include "core/base/resources.h"
#include "core/retrieval/words.h"

#include <QList>

#include <unordered_set>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

struct ViewHash
{
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

using WordSet = std::unordered_set<std::string, ViewHash, std::equal_to<>>;

WordSet wordsIn(const QString &path)
{
    WordSet words;
    for (const QByteArray &line : readResource(path).split('\n')) {
        if (line.startsWith('#'))
            continue;
        for (const QByteArray &word : line.simplified().split(' '))
            words.insert(word.toStdString());
    }
    return words;
}

} // namespace

bool isPlainStopWord(std::string_view word)
{
    static const WordSet plain = [] {
        WordSet words;
        for (const std::string &marked : wordsIn(u":/stopwords/vietnamese.txt"_s))
            words.insert(withoutMarks(QString::fromStdString(marked)).toStdString());
        return words;
    }();
    return plain.contains(word);
}

bool isStopWord(std::string_view word, TextLanguage language)
{
    static const WordSet english = wordsIn(u":/stopwords/english.txt"_s);
    static const WordSet vietnamese = wordsIn(u":/stopwords/vietnamese.txt"_s);
    return (language == TextLanguage::English ? english : vietnamese).contains(word);
}

} // namespace Core
