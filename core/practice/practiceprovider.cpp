#include "core/practice/practiceprovider.h"

#include "core/base/id.h"
#include "core/practice/answerstream.h"
#include "core/practice/embedding.h"
#include "core/practice/practiceanswer.h"
#include "core/practice/practiceconnection.h"
#include "core/practice/refusal.h"
#include "core/tokens/tokencounter.h"
#include "core/tokens/tokenizer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr size_t borderTokens = 4; // 3 for the marks and 1 for the role

void send(PracticeConnection &connection, const Refusal &refusal)
{
    connection.send(refusal.status, refusal.type, refusal.body, refusal.headers);
}

/// The tokens of the whole prompt. A border that names the role stands between messages, as wide
/// as the chat format's marks around one.
PrefixCache::Prompt promptTokens(const QList<Message> &messages, const Tokenizer &tokenizer)
{
    PrefixCache::Prompt prompt;
    for (const Message &message : messages) {
        prompt.insert(prompt.end(), borderTokens, -1 - qint32(message.role));
        for (const TokenId token : tokenizer.encode(message.content))
            prompt.push_back(qint32(token));
        for (const ToolCall &call : message.toolCalls) {
            for (const TokenId token : tokenizer.encode(call.name + call.arguments))
                prompt.push_back(qint32(token));
        }
    }
    return prompt;
}

/// The first `limit` tokens as text, one by one. Tokens that end inside of a character are put
/// together with the next ones.
QStringList piecesOf(const QString &text, const Tokenizer &tokenizer, int limit)
{
    QStringList pieces;
    QByteArray pending;
    int count = 0;
    for (const TokenId token : tokenizer.encode(text)) {
        if (limit >= 0 && ++count > limit)
            break;
        pending += tokenizer.decode({token});
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString piece = decoder(pending);
        if (decoder.hasError())
            continue;
        pieces.append(piece);
        pending.clear();
    }
    return pieces;
}

/// The texts of an embeddings request, which takes one or a list.
QStringList inputsFrom(const QJsonValue &input)
{
    if (input.isString())
        return {input.toString()};
    QStringList texts;
    for (const QJsonValue text : input.toArray()) {
        if (!text.isString())
            return {};
        texts.append(text.toString());
    }
    return texts;
}

} // namespace

PracticeProvider::PracticeProvider(const Clock &clock, const PracticeOptions &options,
                                   QObject *owner)
    : QObject(owner)
    , m_clock(clock)
    , m_options(options)
    , m_server(this)
    , m_faults(options.faults, options.seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &PracticeProvider::acceptAll);
}

PracticeProvider::~PracticeProvider() = default;

Result<QUrl> PracticeProvider::start()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_options.port))
        return Error{Error::Kind::NetworkDown, m_server.errorString(),
                     u"127.0.0.1:%1"_s.arg(m_options.port)};
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()));
}

void PracticeProvider::acceptAll()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new PracticeConnection(socket, this);
        connect(connection, &PracticeConnection::requested, this,
                [this, connection](const HttpRequest &request) { answer(*connection, request); });
    }
}

void PracticeProvider::answer(PracticeConnection &connection, const HttpRequest &request)
{
    const QByteArray path = request.path.startsWith("/v1/") ? request.path.mid(3) : request.path;
    if (path == "/models" || path.startsWith("/models/"))
        return answerModels(connection, request);
    if (path != "/chat/completions" && path != "/embeddings")
        return connection.send(404, "application/json",
                               errorJson(u"Invalid URL"_s, u"invalid_request_error"_s, {}));
    if (request.method != "POST")
        return connection.send(
            405, "application/json",
            errorJson(u"Only POST is allowed here."_s, u"invalid_request_error"_s, {}),
            {{"Allow", "POST"}});
    if (path == "/embeddings")
        return answerEmbeddings(connection, request);
    answerChat(connection, request);
}

void PracticeProvider::answerModels(PracticeConnection &connection, const HttpRequest &request)
{
    const qsizetype slash = request.path.lastIndexOf("/models") + qsizetype(sizeof("/models")) - 1;
    const QString id = QString::fromUtf8(request.path.mid(slash + 1));
    if (id.isEmpty())
        return connection.send(200, "application/json", modelsJson());
    if (!practiceModel(id))
        return send(connection, unknownModel(id));
    connection.send(200, "application/json", modelJson(id));
}

void PracticeProvider::answerChat(PracticeConnection &connection, const HttpRequest &request)
{
    ++m_chatRequests;
    const std::optional<Fault> fault = m_faults.next();
    const Result<PracticeRequest> read = practiceRequestFrom(request.body);
    const int wait = m_options.latencyMs + (fault == Fault::SlowStart ? m_options.slowStartMs : 0);
    if (!read)
        return send(connection, badRequest(read.error().detail));
    if (wait == 0)
        return complete(connection, *read, fault);
    QTimer::singleShot(wait, &connection, [this, &connection, request = *read, fault] {
        complete(connection, request, fault);
    });
}

void PracticeProvider::complete(PracticeConnection &connection, const PracticeRequest &request,
                                std::optional<Fault> fault)
{
    const std::optional<PracticeModel> model = practiceModel(request.model);
    if (!model || model->window == 0)
        return send(connection, unknownModel(request.model));
    if (const auto refusal = fault ? refusalFor(*fault, *model) : std::nullopt)
        return send(connection, *refusal);

    const TokenCounter counter(modelTokens(request.model));
    int prompt = TokenCounter::requestOverhead;
    for (const Message &message : request.messages)
        prompt += counter.message(message);
    if (prompt + std::max(request.maxTokens, 0) > model->window)
        return send(connection, overWindow(*model, prompt, request.maxTokens));
    sendAnswer(connection, answerTo(request, prompt), request.stream, fault);
}

PracticeAnswer PracticeProvider::answerTo(const PracticeRequest &request, int promptTokens)
{
    const Tokenizer tokenizer(modelTokens(request.model).encoding);
    const QString text = practiceAnswer(request.messages);
    PracticeAnswer answer{.id = u"chatcmpl-"_s + newId(),
                          .model = request.model,
                          .created = m_clock.now().toSecsSinceEpoch(),
                          .pieces = piecesOf(text, tokenizer, request.maxTokens),
                          .includeUsage = request.includeUsage};
    const auto whole = qint64(tokenizer.count(text));
    const bool isCut = request.maxTokens >= 0 && whole > request.maxTokens;
    answer.finishReason = isCut ? u"length"_s : u"stop"_s;
    answer.usage.prompt = promptTokens;
    answer.usage.completion = isCut ? request.maxTokens : whole;
    answer.usage.cachedRead =
        m_caches[request.model].take(Core::promptTokens(request.messages, tokenizer));
    return answer;
}

void PracticeProvider::sendAnswer(PracticeConnection &connection, const PracticeAnswer &answer,
                                  bool stream, std::optional<Fault> fault)
{
    if (stream) {
        new AnswerStream(connection, answer, m_options.tokensPerSecond, fault);
        return;
    }
    const QByteArray body = completionJson(answer);
    if (fault == Fault::Garbage)
        return connection.send(200, "application/json", body.first(body.size() / 2) + "\xff,,");
    if (fault == Fault::ErrorMidStream)
        return connection.send(200, "application/json",
                               errorJson(u"The server had an error."_s, u"server_error"_s, {}));
    if (fault != Fault::Cut && fault != Fault::Stall)
        return connection.send(200, "application/json", body);
    connection.sendRaw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n"
                       + body.first(body.size() / 2));
    if (fault == Fault::Cut)
        connection.cut();
}

void PracticeProvider::answerEmbeddings(PracticeConnection &connection, const HttpRequest &request)
{
    const QJsonObject root = QJsonDocument::fromJson(request.body).object();
    const QString model = root["model"_L1].toString();
    const QStringList inputs = inputsFrom(root["input"_L1]);
    if (model != practiceEmbeddingModel())
        return send(connection, unknownModel(model));
    if (inputs.isEmpty())
        return send(connection, badRequest(u"'input' must be a text or a list of texts."_s));

    const TokenCounter counter(modelTokens(model));
    QList<QList<float>> vectors;
    int tokens = 0;
    for (const QString &input : inputs) {
        vectors.append(practiceEmbedding(input));
        tokens += counter.text(input);
    }
    const bool asBase64 = root["encoding_format"_L1].toString() == "base64"_L1;
    connection.send(200, "application/json", embeddingsJson(model, vectors, tokens, asBase64));
}

} // namespace Core
