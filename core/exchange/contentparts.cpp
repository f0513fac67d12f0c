#include "core/exchange/contentparts.h"

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

/// "receipt.png" of "https://shop.example/files/receipt.png?size=2"; nothing of data URLs.
QString fileNameOf(const QString &address)
{
    if (address.startsWith("data:"_L1))
        return {};
    const QString path = address.section(u'?', 0, 0).section(u'#', 0, 0);
    return path.section(u'/', -1).left(80);
}

/// Some write {"text": {"value": "…"}} where others write {"text": "…"}.
QString textOrValue(const JsonValue &value)
{
    return value.isObject() ? value["value"].text() : value.text();
}

QString chipOf(const JsonValue &part, const QString &type)
{
    const auto named = [](const QString &kind, const JsonValue &where) {
        return chip(kind, fileNameOf(where.isObject() ? where["url"].text() : where.text()));
    };
    if (type == "image_url"_L1)
        return named(u"image"_s, part["image_url"]);
    if (type == "input_image"_L1)
        return named(u"image"_s, part["image_url"]);
    if (type == "input_audio"_L1 || type == "audio"_L1)
        return chip(u"audio"_s);
    if (type == "file"_L1 || type == "input_file"_L1)
        return chip(u"file"_s, part["file"]["filename"].text() + part["filename"].text());
    return chip(type.isEmpty() ? u"unknown content"_s : type);
}

void addPart(const JsonValue &part, ContentText &content, QStringList &texts)
{
    if (part.isText()) {
        texts += part.text();
        return;
    }
    const QString type = part["type"].text();
    if (type == "text"_L1 || type == "input_text"_L1 || type == "output_text"_L1) {
        texts += textOrValue(part["text"]);
        return;
    }
    content.isPlain = false;
    if (type == "refusal"_L1)
        texts += part["refusal"].text();
    else if (type == "thinking"_L1 || type == "think"_L1 || type == "reasoning"_L1)
        content.reasoning = joined({content.reasoning, textOrValue(part["thinking"]),
                                    textOrValue(part["think"]), textOrValue(part["text"])});
    else
        texts += chipOf(part, type);
}

} // namespace

QString chip(const QString &kind, const QString &name)
{
    return name.isEmpty() ? u"[%1]"_s.arg(kind) : u"[%1: %2]"_s.arg(kind, name);
}

QString fenced(const QString &code, const QString &language)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const QString end = code.endsWith(u'\n') ? QString() : u"\n"_s;
    return fence + language + u'\n' + code + end + fence;
}

ContentText contentText(const JsonValue &content)
{
    ContentText result;
    if (content.isList()) {
        QStringList texts;
        const QList<JsonValue> parts = content.items();
        for (const JsonValue &part : parts)
            addPart(part, result, texts);
        result.text = joined(texts, u"\n"_s);
    } else if (content.isObject()) {
        QStringList texts;
        addPart(content, result, texts);
        result.text = joined(texts, u"\n"_s);
    } else {
        result.text = content.text();
    }
    return result;
}

QString joined(const QStringList &texts, const QString &separator)
{
    QStringList filled = texts;
    filled.removeAll(QString());
    return filled.join(separator);
}

} // namespace Core
