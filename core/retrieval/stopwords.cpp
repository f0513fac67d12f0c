#include "core/retrieval/stopwords.h"

#include "core/base/resources.h"

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

using Words = std::unordered_set<std::string, ViewHash, std::equal_to<>>;

Words wordsIn(const QString &path)
{
    Words words;
    for (const QByteArray &line : readResource(path).split('\n')) {
        if (line.startsWith('#'))
            continue;
        for (const QByteArray &word : line.simplified().split(' '))
            words.insert(word.toStdString());
    }
    return words;
}

} // namespace

bool isStopWord(std::string_view word, TextLanguage language)
{
    static const Words english = wordsIn(u":/stopwords/english.txt"_s);
    static const Words vietnamese = wordsIn(u":/stopwords/vietnamese.txt"_s);
    return (language == TextLanguage::English ? english : vietnamese).contains(word);
}

} // namespace Core
