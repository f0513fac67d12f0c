#include "tests/bench/texts.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype size = 2000; // bytes, more than a window of anything

QByteArray many(QByteArrayView alphabet)
{
    QRandomGenerator random(1);
    QByteArray text(size, '\0');
    for (char &byte : text)
        byte = alphabet[random.bounded(int(alphabet.size()))];
    return text;
}

QByteArray repeated(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return utf8.repeated(size / utf8.size() + 1);
}

QByteArray cut(const QByteArray &utf8, qsizetype longest)
{
    if (utf8.size() <= longest)
        return utf8;
    while (longest > 0 && (utf8[longest] & '\xc0') == '\x80')
        --longest;
    return utf8.first(longest);
}

} // namespace

std::vector<NamedText> shortTexts()
{
    return {
        {u"english"_s, repeated(u"It's a long way, they said, to the 3 rivers.\n"_s)},
        {u"vietnamese"_s, repeated(u"Chúng tôi sẽ giao hàng trong ngày mai, không tính phí. "_s)},
        {u"chinese"_s, repeated(u"我们明天送货，不收运费。请把地址发给我"_s)},
        {u"code"_s, repeated(u"for (int i = 0; i < 10; ++i) {\n    sum += values[i];\n}\n"_s)},
        {u"json"_s, repeated(uR"({"id":1742,"user":"ann","tags":["a","b"],"ok":true})"_s)},
        {u"one-letter"_s, repeated(u"a"_s)},
        {u"spaces"_s, repeated(u" "_s)},
        {u"newlines"_s, repeated(u"\n"_s)},
        {u"dashes"_s, repeated(u"-"_s)},
        {u"emoji"_s, repeated(u"😀🎉👍🏽"_s)},
        {u"rare chinese"_s, repeated(u"龘飞鱼靐跃䶮吟虎龖啸蝉鸣"_s)},
        {u"letters"_s, many("abcdefghijklmnopqrstuvwxyz")},
        {u"base64"_s, many("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")},
        {u"punctuation"_s, many("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")},
        {u"any bytes"_s, many("\xff\x80\xc3\xe4\xb8\xad a")},
    };
}

std::vector<NamedText> textsIn(const QString &folder, qsizetype longest)
{
    std::vector<NamedText> texts;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts.push_back({name.chopped(4), cut(file.readAll(), longest)});
    }
    return texts;
}
