#include "core/net/openaireply.h"

#include "core/base/redact.h"
#include "core/net/errorclass.h"
#include "core/net/networkrules.h"
#include "core/net/retryafter.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr qsizetype captureCap = 4LL * 1024 * 1024;
constexpr qsizetype refusalCap = 1LL * 1024 * 1024;
constexpr qsizetype documentCap = SseReader::defaultCap;
constexpr qint64 streamCap = 256LL * 1024 * 1024;

QByteArrayView withoutMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
}

/// The first byte that is neither white space nor of a byte-order mark.
std::optional<char> firstByte(QByteArrayView bytes)
{
    for (const char c : withoutMark(bytes)) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return c;
    }
    return std::nullopt;
}

bool isPage(QByteArrayView body)
{
    return firstByte(body) == '<';
}

} // namespace

OpenAiReply::OpenAiReply(std::shared_ptr<NetworkPool> pool, const Clock &clock,
                         const ChatRequest &request, QObject *owner)
    : ChatReply(owner)
    , m_pool(std::move(pool))
    , m_clock(clock)
{
    const Result<HttpCall> call = callFor(request);
    if (call) {
        start(*call);
    } else {
        QMetaObject::invokeMethod(
            this, [this, error = call.error()] { giveUp(error); }, Qt::QueuedConnection);
    }
}

OpenAiReply::~OpenAiReply() = default;

Result<HttpCall> OpenAiReply::callFor(const ChatRequest &request)
{
    rememberSecret(request.key);
    const Result<QUrl> url = endpoint(request.provider.baseUrl, u"chat/completions");
    if (!url)
        return url.error();
    m_url = *url;
    if (const auto usable = checkKey(request.key); !usable)
        return usable.error();
    return HttpCall{.url = m_url,
                    .key = request.key,
                    .body = request.body,
                    .accept = request.stream ? "text/event-stream" : "application/json",
                    .clocks = request.clocks};
}

void OpenAiReply::start(const HttpCall &call)
{
    m_exchange = std::make_unique<HttpExchange>(*m_pool, m_clock, call);
    connect(m_exchange.get(), &HttpExchange::received, this, &OpenAiReply::take);
    connect(m_exchange.get(), &HttpExchange::ended, this, &OpenAiReply::onEnded);
    connect(m_exchange.get(), &HttpExchange::broken, this, &OpenAiReply::onBroken);
    connect(m_exchange.get(), &HttpExchange::lingered, this, &OpenAiReply::succeed);
}

void OpenAiReply::abort()
{
    giveUp({.kind = Error::Kind::Cancelled, .detail = {}, .where = shownUrl(m_url)});
}

bool OpenAiReply::isRefused() const
{
    return m_exchange->status() / 100 != 2;
}

void OpenAiReply::take(const QByteArray &bytes)
{
    capture(bytes);
    if (isRefused())
        return takeRefusal(bytes);
    if (m_kind == BodyKind::Unknown) {
        const std::optional<char> first = firstByte(bytes);
        if (!first)
            return; // a sign of life before the answer
        const bool isDocument = *first == '{' || *first == '[' || *first == '<';
        m_kind = isDocument ? BodyKind::Document : BodyKind::Stream;
    }
    if (m_kind == BodyKind::Stream)
        return takeStream(bytes);
    takeDocument(bytes);
}

/// The body explains the refusal; of one that does not end the beginning is enough.
void OpenAiReply::takeRefusal(QByteArrayView bytes)
{
    m_document.append(bytes);
    if (m_document.size() > refusalCap)
        giveUp(refusal());
}

Error OpenAiReply::refusal() const
{
    return errorFromReply(m_exchange->status(), m_exchange->responseHeaders(), m_document,
                          m_clock.now());
}

void OpenAiReply::capture(const QByteArray &bytes)
{
    m_received += bytes.size();
    m_captured += bytes.left(captureCap - m_captured.size());
}

void OpenAiReply::takeDocument(QByteArrayView bytes)
{
    if (m_document.size() + bytes.size() > documentCap)
        return giveUp({.kind = Error::Kind::BadReply, .detail = u"the answer does not end"_s});
    m_document.append(bytes);
}

/// Whoever listens may delete us at any piece.
void OpenAiReply::takeStream(QByteArrayView bytes)
{
    const QPointer<OpenAiReply> alive(this);
    m_reader.feed(bytes);
    while (const std::optional<SseEvent> event = m_reader.next()) {
        takeEvent(*event);
        if (!alive || m_over)
            return;
    }
    if (m_reader.hasOverflowed() || m_received > streamCap)
        giveUp({.kind = Error::Kind::BadReply, .detail = u"the answer does not end"_s});
}

void OpenAiReply::takeEvent(const SseEvent &event)
{
    if (event.data.isEmpty())
        return;
    if (event.data == "[DONE]") {
        if (!m_answer.finishReason().isEmpty())
            return succeed();
        return giveUp(
            {.kind = Error::Kind::Truncated, .detail = u"[DONE] came without a finish_reason"_s});
    }
    const Result<ChatChunk> chunk = parseChunk(m_parser, event.data);
    if (event.type == "error" && !(chunk && chunk->error))
        return giveUp(errorFromReply(0, {}, event.data, m_clock.now()));
    if (!chunk)
        return giveUp(chunk.error());
    takeChunk(*chunk);
}

void OpenAiReply::takeChunk(const ChatChunk &chunk)
{
    const QPointer<OpenAiReply> alive(this);
    if (chunk.isUseful()) {
        m_exchange->noteUseful();
        if (m_firstTokenMs < 0)
            m_firstTokenMs = m_exchange->elapsedMs();
    }
    grow(m_answer.add(chunk));
    if (!alive || m_over)
        return;
    if (chunk.error)
        return giveUp(*chunk.error);
    if (chunk.finishReason == "error"_L1)
        return giveUp({.kind = Error::Kind::ServerFailed, .detail = u"finish_reason: error"_s});
    if (!chunk.finishReason.isEmpty())
        m_exchange->noteAnswerEnded();
}

void OpenAiReply::grow(const AnswerBuilder::Growth &growth)
{
    const QPointer<OpenAiReply> alive(this);
    if (!growth.reasoning.isEmpty())
        emit reasoningAppended(growth.reasoning);
    if (alive && !m_over && !growth.text.isEmpty())
        emit textAppended(growth.text);
}

void OpenAiReply::onEnded()
{
    if (isRefused())
        return giveUp(refusal());
    const QByteArray packed = headerValue(m_exchange->responseHeaders(), "content-encoding");
    if (!packed.isEmpty() && packed != "identity")
        return giveUp({.kind = Error::Kind::BadReply,
                       .detail = u"the answer is compressed, which was not asked for"_s});
    if (m_kind == BodyKind::Document)
        return endDocument();
    endStream();
}

void OpenAiReply::endStream()
{
    const QPointer<OpenAiReply> alive(this);
    if (const std::optional<SseEvent> last = m_reader.end())
        takeEvent(*last);
    if (!alive || m_over)
        return;
    if (!m_answer.finishReason().isEmpty())
        return succeed();
    giveUp({.kind = Error::Kind::Truncated,
            .detail = m_received == 0 ? u"the answer is empty"_s
                                      : u"the stream ended without a finish_reason"_s});
}

void OpenAiReply::endDocument()
{
    if (isPage(m_document))
        return giveUp({.kind = Error::Kind::BadReply,
                       .detail = errorFromReply(0, {}, m_document, m_clock.now()).detail});
    const QPointer<OpenAiReply> alive(this);
    const Result<ChatChunk> answer = parseChunk(m_parser, withoutMark(m_document));
    if (!answer)
        return giveUp(answer.error());
    takeChunk(*answer);
    if (!alive || m_over)
        return;
    if (!m_answer.finishReason().isEmpty())
        return succeed();
    giveUp({.kind = Error::Kind::BadReply, .detail = u"no choice with a finish_reason"_s});
}

/// A connection that breaks after the finish reason took nothing of the answer with it.
void OpenAiReply::onBroken(Error error)
{
    if (!m_answer.finishReason().isEmpty())
        return succeed();
    const bool hadBegun = m_exchange->status() != 0 && !isRefused();
    if (hadBegun && error.kind == Error::Kind::NetworkDown)
        error.kind = Error::Kind::Truncated;
    giveUp(std::move(error));
}

void OpenAiReply::succeed()
{
    const QPointer<OpenAiReply> alive(this);
    grow(m_answer.end());
    if (!alive || m_over)
        return;
    m_over = true;
    const ReplySummary whole = summary();
    m_exchange->letGo();
    finish(whole);
}

void OpenAiReply::giveUp(Error error)
{
    const QPointer<OpenAiReply> alive(this);
    grow(m_answer.end());
    if (!alive || m_over)
        return;
    m_over = true;
    if (error.where.isEmpty())
        error.where = shownUrl(m_url);
    if (error.status == 0 && m_exchange)
        error.status = m_exchange->status();
    const ReplySummary partial = summary();
    if (m_exchange)
        m_exchange->stop();
    fail(error, partial);
}

ReplySummary OpenAiReply::summary() const
{
    ReplySummary summary{.text = m_answer.text(),
                         .reasoning = m_answer.reasoning(),
                         .toolCalls = m_answer.toolCalls(),
                         .finishReason = m_answer.finishReason(),
                         .model = m_answer.model(),
                         .tier = m_answer.tier(),
                         .usage = m_answer.usage(),
                         .oddUsage = redacted(m_answer.oddUsage()),
                         .url = m_url};
    if (!m_exchange)
        return summary;
    summary.requestHeaders = m_exchange->requestHeaders();
    summary.wasSent = m_exchange->wasSent();
    summary.status = m_exchange->status();
    summary.responseHeaders = m_exchange->responseHeaders();
    summary.responseBody = redacted(m_captured);
    summary.timing = {.queued = m_exchange->queuedMs(),
                      .connected = m_exchange->headMs(),
                      .firstToken = m_firstTokenMs,
                      .total = m_exchange->elapsedMs()};
    return summary;
}

} // namespace Core
