#include "core/retrieval/cues.h"

#include "core/retrieval/words.h"

#include <QSet>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

using WordSet = QSet<QString>;

const WordSet &timeWords()
{
    static const WordSet words{
        u"am"_s,       u"pm"_s,       u"yesterday"_s, u"today"_s,     u"tonight"_s,   u"tomorrow"_s,
        u"last"_s,     u"next"_s,     u"ago"_s,       u"since"_s,     u"recently"_s,  u"earlier"_s,
        u"later"_s,    u"hour"_s,     u"hours"_s,     u"day"_s,       u"days"_s,      u"week"_s,
        u"weeks"_s,    u"weekend"_s,  u"month"_s,     u"months"_s,    u"year"_s,      u"years"_s,
        u"morning"_s,  u"evening"_s,  u"night"_s,     u"spring"_s,    u"summer"_s,    u"fall"_s,
        u"winter"_s,   u"monday"_s,   u"tuesday"_s,   u"wednesday"_s, u"thursday"_s,  u"friday"_s,
        u"saturday"_s, u"sunday"_s,   u"january"_s,   u"february"_s,  u"march"_s,     u"april"_s,
        u"may"_s,      u"june"_s,     u"july"_s,      u"august"_s,    u"september"_s, u"october"_s,
        u"november"_s, u"december"_s, u"hôm"_s,       u"ngày"_s,      u"tuần"_s,      u"tháng"_s,
        u"năm"_s,      u"sáng"_s,     u"trưa"_s,      u"chiều"_s,     u"tối"_s,       u"giờ"_s,
        u"phút"_s,     u"hom"_s,      u"tuan"_s,      u"thang"_s,     u"trua"_s,      u"chieu"_s,
        u"gio"_s,      u"phut"_s,     u"ngay"_s,
    };
    return words;
}

/// 2023, 14h30, 9am.
bool isTimeNumber(QStringView word)
{
    if (word.isEmpty() || word[0] < u'0' || word[0] > u'9')
        return false;
    const auto digits =
        std::find_if(word.begin(), word.end(), [](QChar c) { return c < u'0' || c > u'9'; })
        - word.begin();
    const QStringView rest = word.sliced(digits);
    if (rest.isEmpty())
        return digits == 4 && (word.startsWith(u"19") || word.startsWith(u"20"));
    return digits <= 2 && (rest == u"am" || rest == u"pm" || rest.startsWith(u'h'));
}

/// The words between blanks, so that phrases can be found with blanks around them.
QString spacedWords(const QString &text)
{
    const QString lower = loweredText(text);
    QString spaced = u" "_s;
    Words words(lower);
    for (QStringView word = words.next(); !word.isEmpty(); word = words.next())
        spaced.append(word).append(u' ');
    return spaced;
}

bool hasPhrase(const QString &spaced, const QStringList &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](const QString &phrase) {
        return spaced.contains(u' ' + phrase + u' ');
    });
}

/// Phrases of both languages. In a Vietnamese conversation a text typed without marks means
/// those of the Vietnamese ones, too.
class Phrases
{
public:
    Phrases(const QStringList &english, const QStringList &vietnamese)
        : m_exact(english + vietnamese)
        , m_plain(m_exact)
    {
        for (const QString &phrase : vietnamese)
            m_plain += withoutMarks(phrase);
    }

    bool areIn(const QString &spaced, TextLanguage language) const
    {
        const bool plain = language == TextLanguage::Vietnamese && isPlain(spaced);
        return hasPhrase(spaced, plain ? m_plain : m_exact);
    }

private:
    QStringList m_exact;
    QStringList m_plain;
};

bool namesOneOf(const QString &spaced, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const QString words = spacedWords(name);
        return words.size() > 1 && spaced.contains(words);
    });
}

} // namespace

bool tellsTime(QStringView word)
{
    return isTimeNumber(word) || timeWords().contains(word.toString());
}

bool asksSomething(const QString &text)
{
    return text.contains(u'?') || text.contains(QChar(0xff1f));
}

TextCues cuesOf(const QString &text)
{
    TextCues cues;
    cues.asks = asksSomething(text);
    const QString lower = loweredText(text);
    Words words(lower);
    for (QStringView word = words.next(); !word.isEmpty() && !cues.tellsTime; word = words.next())
        cues.tellsTime = tellsTime(word);
    return cues;
}

bool asksForTime(const QString &question, TextLanguage language)
{
    static const Phrases phrases(
        {u"when"_s, u"how long"_s, u"how often"_s, u"what time"_s, u"what date"_s, u"what day"_s,
         u"what month"_s, u"what year"_s, u"which day"_s, u"which month"_s, u"which year"_s},
        {u"khi nào"_s, u"lúc nào"_s, u"bao giờ"_s, u"bao lâu"_s, u"ngày nào"_s, u"hôm nào"_s,
         u"tháng nào"_s, u"năm nào"_s, u"mấy giờ"_s, u"ngày mấy"_s});
    return phrases.areIn(spacedWords(question), language);
}

AskedAbout askedAbout(const QString &question, TextLanguage language, const QStringList &userNames,
                      const QStringList &assistantNames)
{
    static const Phrases first({u"i"_s, u"my"_s, u"mine"_s}, {u"tôi"_s, u"mình"_s, u"tớ"_s});
    static const Phrases second({u"you"_s, u"your"_s}, {u"bạn"_s, u"shop"_s});

    QString spaced = spacedWords(question);
    const bool named = !userNames.isEmpty() && !assistantNames.isEmpty();
    if (!named) {
        // Courtesies and general questions are not about anybody.
        for (const QString &phrase : {u" can you "_s, u" could you "_s, u" tell me "_s, u" do i "_s,
                                      u" can i "_s, u" should i "_s})
            spaced.replace(phrase, u" "_s);
    }
    const bool user = named ? namesOneOf(spaced, userNames) : first.areIn(spaced, language);
    const bool assistant =
        named ? namesOneOf(spaced, assistantNames) : second.areIn(spaced, language);
    if (user == assistant)
        return AskedAbout::Anybody;
    return user ? AskedAbout::User : AskedAbout::Assistant;
}

} // namespace Core
