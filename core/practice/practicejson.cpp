#include "core/practice/practicejson.h"

#include "core/practice/practicemodels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <bit>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject usageObject(const Usage &usage)
{
    return {
        {u"prompt_tokens"_s, usage.prompt},
        {u"completion_tokens"_s, usage.completion},
        {u"total_tokens"_s, usage.prompt + usage.completion},
        {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, usage.cachedRead}}},
        {u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, usage.reasoning}}},
    };
}

QJsonObject head(const PracticeAnswer &answer, const QString &object)
{
    return {{u"id"_s, answer.id},
            {u"object"_s, object},
            {u"created"_s, answer.created},
            {u"model"_s, answer.model}};
}

QByteArray chunk(const PracticeAnswer &answer, const QJsonArray &choices, const QJsonValue &usage)
{
    QJsonObject root = head(answer, u"chat.completion.chunk"_s);
    root.insert("choices"_L1, choices);
    if (answer.includeUsage)
        root.insert("usage"_L1, usage);
    return compact(root);
}

QJsonArray choice(const QJsonObject &delta, const QJsonValue &finishReason)
{
    return {QJsonObject{{u"index"_s, 0},
                        {u"delta"_s, delta},
                        {u"logprobs"_s, QJsonValue::Null},
                        {u"finish_reason"_s, finishReason}}};
}

QJsonObject modelObject(const QString &id)
{
    return {{u"id"_s, id},
            {u"object"_s, u"model"_s},
            {u"created"_s, 1700000000},
            {u"owned_by"_s, u"practice"_s},
            {u"context_window"_s, practiceModel(id)->window}};
}

/// Little-endian floats, as the encoding_format "base64" means it.
QByteArray base64(const QList<float> &vector)
{
    QByteArray bytes;
    for (const float value : vector) {
        const auto bits = std::bit_cast<quint32>(value);
        for (int shift = 0; shift < 32; shift += 8)
            bytes.append(char((bits >> shift) & 0xff));
    }
    return bytes.toBase64();
}

QJsonValue vectorValue(const QList<float> &vector, bool asBase64)
{
    if (asBase64)
        return QString::fromLatin1(base64(vector));
    QJsonArray numbers;
    for (const float value : vector)
        numbers.append(double(value));
    return numbers;
}

} // namespace

QByteArray completionJson(const PracticeAnswer &answer)
{
    const QJsonObject message{{u"role"_s, u"assistant"_s},
                              {u"content"_s, answer.pieces.join(QString())},
                              {u"refusal"_s, QJsonValue::Null}};
    QJsonObject root = head(answer, u"chat.completion"_s);
    root.insert("choices"_L1,
                QJsonArray{QJsonObject{{u"index"_s, 0},
                                       {u"message"_s, message},
                                       {u"logprobs"_s, QJsonValue::Null},
                                       {u"finish_reason"_s, answer.finishReason}}});
    root.insert("usage"_L1, usageObject(answer.usage));
    return compact(root);
}

QByteArray roleChunk(const PracticeAnswer &answer)
{
    return chunk(answer, choice({{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}, {}), {});
}

QByteArray textChunk(const PracticeAnswer &answer, const QString &text)
{
    return chunk(answer, choice({{u"content"_s, text}}, {}), {});
}

QByteArray finishChunk(const PracticeAnswer &answer)
{
    return chunk(answer, choice({}, answer.finishReason), {});
}

QByteArray usageChunk(const PracticeAnswer &answer)
{
    return chunk(answer, {}, usageObject(answer.usage));
}

QByteArray modelsJson()
{
    QJsonArray models;
    for (const PracticeModel &model : practiceModels())
        models.append(modelObject(model.id));
    return compact({{u"object"_s, u"list"_s}, {u"data"_s, models}});
}

QByteArray modelJson(const QString &id)
{
    return compact(modelObject(id));
}

QByteArray embeddingsJson(const QString &model, const QList<QList<float>> &vectors, int tokens,
                          bool asBase64)
{
    QJsonArray data;
    for (const QList<float> &vector : vectors)
        data.append(QJsonObject{{u"object"_s, u"embedding"_s},
                                {u"index"_s, data.size()},
                                {u"embedding"_s, vectorValue(vector, asBase64)}});
    const QJsonObject usage{{u"prompt_tokens"_s, tokens}, {u"total_tokens"_s, tokens}};
    return compact(
        {{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"model"_s, model}, {u"usage"_s, usage}});
}

QByteArray errorJson(const QString &message, const QString &type, const QString &code)
{
    const QJsonObject error{{u"message"_s, message},
                            {u"type"_s, type},
                            {u"param"_s, QJsonValue::Null},
                            {u"code"_s, code.isEmpty() ? QJsonValue() : QJsonValue(code)}};
    return compact({{u"error"_s, error}});
}

QByteArray sseEvent(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

} // namespace Core
