#include "core/exchange/chatgptcontent.h"

#include <QRegularExpression>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString attachmentName(const JsonValue &message, const QString &pointer)
{
    const QList<JsonValue> attachments = message["metadata"]["attachments"].items();
    for (const JsonValue &attachment : attachments) {
        const QString id = attachment["id"].text();
        if (!id.isEmpty() && pointer.contains(id))
            return attachment["name"].text();
    }
    return {};
}

/// "image" of "image_asset_pointer", "audio" of "real_time_user_audio_video_asset_pointer".
QString kindOf(const QString &type)
{
    for (const QString &kind : {u"image"_s, u"audio"_s, u"video"_s}) {
        if (type.contains(kind))
            return kind;
    }
    return type.isEmpty() ? u"unknown content"_s : type;
}

QString partText(const JsonValue &message, const JsonValue &part)
{
    if (part.isText())
        return part.text();
    const QString type = part["content_type"].text();
    if (type == "audio_transcription"_L1)
        return part["text"].text();
    const QString prompt = part["metadata"]["dalle"]["prompt"].text();
    const QString name = attachmentName(message, part["asset_pointer"].text());
    return chip(kindOf(type), prompt.isEmpty() ? name : prompt);
}

/// Parts, and then the attachments that no part points at.
ContentText partsText(const JsonValue &message)
{
    ContentText result;
    QStringList texts;
    QString pointers;
    const QList<JsonValue> parts = message["content"]["parts"].items();
    for (const JsonValue &part : parts) {
        texts += partText(message, part);
        pointers += part["asset_pointer"].text() + u'\n';
        result.isPlain = result.isPlain && part.isText();
    }
    const QList<JsonValue> attachments = message["metadata"]["attachments"].items();
    for (const JsonValue &attachment : attachments) {
        const QString id = attachment["id"].text();
        if (id.isEmpty() || !pointers.contains(id))
            texts += chip(u"file"_s, attachment["name"].text());
    }
    result.text = joined(texts, u"\n"_s);
    return result;
}

QString thoughtsText(const JsonValue &content)
{
    QStringList texts;
    const QList<JsonValue> thoughts = content["thoughts"].items();
    for (const JsonValue &thought : thoughts)
        texts += joined({thought["summary"].text(), thought["content"].text()}, u"\n"_s);
    return joined(texts);
}

ContentText specialText(const JsonValue &content, const QString &type)
{
    ContentText result{.isPlain = false};
    if (type == "code"_L1) {
        const QString language = content["language"].text();
        result.text =
            fenced(content["text"].text(), language == "unknown"_L1 ? QString() : language);
    } else if (type == "thoughts"_L1) {
        result.reasoning = thoughtsText(content);
    } else if (type == "reasoning_recap"_L1) {
        result.reasoning = content["content"].text();
    } else if (type == "user_editable_context"_L1) {
        result.text = joined({content["user_profile"].text(), content["user_instructions"].text()});
    } else {
        result.text =
            joined({content["title"].text(), content["url"].text(), content["name"].text(),
                    content["text"].text(), content["result"].text(), content["content"].text()},
                   u"\n"_s);
        if (result.text.isEmpty())
            result.text = chip(type.isEmpty() ? u"unknown content"_s : type);
    }
    return result;
}

/// Citations stand in the text as marks of private-use characters; the message says what each
/// mark is to be shown as. Marks it says nothing about are removed.
QString withCitations(QString text, const JsonValue &message)
{
    const QList<JsonValue> references = message["metadata"]["content_references"].items();
    for (const JsonValue &reference : references) {
        const QString mark = reference["matched_text"].text();
        if (mark.contains(QChar(0xe200)))
            text.replace(mark, reference["alt"].text());
    }
    static const QRegularExpression leftover(u"\\x{e200}[^\\x{e200}\\x{e201}]{0,500}\\x{e201}"_s);
    return text.remove(leftover);
}

} // namespace

ContentText chatGptText(const JsonValue &message)
{
    const JsonValue content = message["content"];
    const QString type = content["content_type"].text();
    const bool hasParts = type == "text"_L1 || type == "multimodal_text"_L1
        || (type.isEmpty() && content["parts"].isList());
    if (type == "execution_output"_L1)
        return {.text = content["text"].text()};
    ContentText result = hasParts ? partsText(message) : specialText(content, type);
    if (result.text.contains(QChar(0xe200))) {
        result.text = withCitations(result.text, message);
        result.isPlain = false;
    }
    return result;
}

} // namespace Core
