#include "core/practice/practiceanswer.h"

#include "core/base/text.h"
#include "core/practice/evidence.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

/// What it says around its quotes.
struct Phrases
{
    QString found;
    QString nothing;
};

const Phrases &english()
{
    static const Phrases phrases{u"From what I was sent: "_s,
                                 u"Nothing in what I was sent bears on this question."_s};
    return phrases;
}

const Phrases &vietnamese()
{
    static const Phrases phrases{
        u"Theo những gì tôi nhận được: "_s,
        u"Trong những gì tôi nhận được, không có gì liên quan đến câu hỏi này."_s};
    return phrases;
}

/// Letters that of the two languages only Vietnamese has. Accents that French has too do not
/// count: a name is not a language.
bool hasVietnameseLetter(const QString &text)
{
    static const QString marks = u"\u0309\u0323\u031b\u0306đĐ"_s; // hook, dot, horn, breve
    const QString decomposed = normalizedText(text, QString::NormalizationForm_D);
    return std::any_of(decomposed.begin(), decomposed.end(),
                       [](QChar c) { return marks.contains(c); });
}

int countOf(const QSet<QString> &words, const QString &text)
{
    const QStringList all = foldedText(text).simplified().split(u' ');
    return int(std::count_if(all.begin(), all.end(),
                             [&words](const QString &word) { return words.contains(word); }));
}

/// Earlier answers of its own would be quoted inside of quotes, again and again.
Message withoutFrame(Message message)
{
    if (message.role != Role::Assistant)
        return message;
    for (const Phrases *phrases : {&english(), &vietnamese()}) {
        message.content.remove(phrases->found);
        message.content.remove(phrases->nothing);
    }
    message.content.remove(u'“').remove(u'”');
    return message;
}

/// "Summarise …", "Please summarize …", "Tóm tắt …" in the first line of the question, or as
/// the first words of the instructions. A summary that is sent along is not meant.
bool asksForSummary(const QString &question, const QList<Message> &messages)
{
    static const QRegularExpression verb(u"\\bsummari[sz]e\\b|\\btom tat\\b"_s);
    const QString line = foldedText(firstLine(question, 200));
    const bool instructed = !messages.isEmpty() && messages.first().role == Role::System
        && verb.match(foldedText(firstLine(messages.first().content, 120))).hasMatch();
    return instructed || verb.match(line).hasMatch();
}

/// What comes after the first line of the question belongs to what is to be summarised.
QString summaryOf(const QString &question, QList<Message> material)
{
    constexpr int most = 8;
    material.removeIf([](const Message &message) { return message.role == Role::System; });
    material.append(Message{.content = question.section(u'\n', 1)});
    return keySentences(material, most).join(u' ');
}

} // namespace

bool isVietnamese(const QString &text)
{
    static const QSet<QString> vietnameseWords = {
        u"la"_s,  u"cua"_s,  u"toi"_s,   u"khong"_s, u"bao"_s, u"nao"_s, u"gi"_s,
        u"dau"_s, u"duoc"_s, u"nhieu"_s, u"ban"_s,   u"cho"_s, u"va"_s};
    static const QSet<QString> englishWords = {u"the"_s, u"is"_s,   u"what"_s, u"my"_s, u"of"_s,
                                               u"did"_s, u"when"_s, u"who"_s,  u"i"_s,  u"and"_s,
                                               u"to"_s,  u"was"_s,  u"how"_s};
    return hasVietnameseLetter(text)
        || countOf(vietnameseWords, text) > countOf(englishWords, text);
}

QString practiceAnswer(const QList<Message> &messages)
{
    const auto last = std::find_if(messages.rbegin(), messages.rend(),
                                   [](const Message &each) { return each.role == Role::User; });
    const QString question = last == messages.rend() ? QString() : last->content;
    QList<Message> material;
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (message != last)
            material.prepend(withoutFrame(*message));
    }
    if (asksForSummary(question, messages)) {
        if (QString summary = summaryOf(question, material); !summary.isEmpty())
            return summary;
    }
    const Phrases &phrases = isVietnamese(question) ? vietnamese() : english();
    const QStringList quotes = evidenceFor(question, material);
    if (quotes.isEmpty())
        return phrases.nothing;
    return phrases.found + u'“' + quotes.join(u"” “"_s) + u'”';
}

} // namespace Core
