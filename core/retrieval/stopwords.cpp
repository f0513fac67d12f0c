#include "core/retrieval/stopwords.h"

#include <QFile>

#include <unordered_set>

static void initCoreResources()
{
    Q_INIT_RESOURCE(core);
}

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
    initCoreResources();
    QFile file(path);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "wordsIn", "the stop words are part of the program");
    Words words;
    const QList<QByteArray> lines = open ? file.readAll().split('\n') : QList<QByteArray>();
    for (const QByteArray &line : lines) {
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
