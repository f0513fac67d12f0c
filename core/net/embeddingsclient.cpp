#include "core/net/embeddingsclient.h"

#include "core/base/async.h"
#include "core/base/redact.h"
#include "core/net/documentcall.h"
#include "core/net/errorclass.h"
#include "core/net/networkrules.h"
#include "core/net/wirejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

Error badReply(const QString &what)
{
    return {Error::Kind::BadReply, what};
}

QByteArray bodyOf(const EmbeddingsRequest &request)
{
    return QJsonDocument(QJsonObject{{u"model"_s, request.model},
                                     {u"input"_s, QJsonArray::fromStringList(request.texts)},
                                     {u"encoding_format"_s, u"float"_s}})
        .toJson(QJsonDocument::Compact);
}

/// Nothing where something in the list is not a finite number.
std::optional<QList<float>> vectorFrom(const WireJson &list)
{
    QList<float> vector;
    for (const WireJson &element : list.elements()) {
        const std::optional<double> number = element.number();
        if (!number || !std::isfinite(float(*number)))
            return std::nullopt;
        vector.append(float(*number));
    }
    return vector.isEmpty() ? std::nullopt : std::optional(vector);
}

/// Providers number the vectors and may send them in any order.
Result<QList<QList<float>>> vectorsFrom(const WireJson &data, qsizetype count)
{
    QList<QList<float>> vectors(count);
    qsizetype position = 0;
    for (const WireJson &item : data.elements()) {
        const qint64 index = item["index"].integer().value_or(position++);
        std::optional<QList<float>> vector = vectorFrom(item["embedding"]);
        if (index < 0 || index >= count || !vectors[index].isEmpty() || !vector)
            return badReply(u"an embedding cannot be understood"_s);
        vectors[index] = *std::move(vector);
    }
    for (const QList<float> &vector : std::as_const(vectors)) {
        if (vector.isEmpty() || vector.size() != vectors.first().size())
            return badReply(u"embeddings are missing or of different lengths"_s);
    }
    return vectors;
}

Result<Embeddings> embeddingsFrom(const QByteArray &body, qsizetype count)
{
    WireParser parser;
    const Result<WireJson> root = parser.parse(body);
    if (!root)
        return root.error();
    if (isProviderError(*root))
        return errorFrom(*root, 0);
    Result<QList<QList<float>>> vectors = vectorsFrom((*root)["data"], count);
    if (!vectors)
        return vectors.error();
    const WireJson usage = (*root)["usage"];
    std::optional<qint64> tokens = usage["prompt_tokens"].integer();
    if (!tokens)
        tokens = usage["total_tokens"].integer();
    return Embeddings{*std::move(vectors), (*root)["model"].text(), tokens};
}

} // namespace

EmbeddingsClient::EmbeddingsClient(const Clock &clock)
    : m_clock(clock)
    , m_pool(std::make_shared<NetworkPool>())
    , m_calls(std::make_unique<QObject>())
{
}

EmbeddingsClient::~EmbeddingsClient() = default;

QFuture<Result<Embeddings>> EmbeddingsClient::embed(const EmbeddingsRequest &request)
{
    rememberSecret(request.key);
    const Result<QUrl> url = endpoint(request.provider.baseUrl, u"embeddings");
    if (!url)
        return readyFuture<Result<Embeddings>>(url.error());
    if (const auto usable = checkKey(request.key); !usable)
        return readyFuture<Result<Embeddings>>(usable.error());
    const HttpCall call{
        .url = *url, .key = request.key, .body = bodyOf(request), .clocks = request.clocks};
    return fetchDocument(m_pool, m_clock, call, m_calls.get())
        .then([count = request.texts.size()](const Result<QByteArray> &body) -> Result<Embeddings> {
            if (!body)
                return body.error();
            return embeddingsFrom(*body, count);
        });
}

} // namespace Core
