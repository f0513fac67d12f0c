#include "core/net/httpexchange.h"

#include "core/base/redact.h"
#include "core/net/networkrules.h"
#include "core/net/onceupload.h"

#include <QPointer>
#include <QSslError>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr qint64 readBuffer = 1'048'576; // more waits in the network, at the server
constexpr int drainMs = 1'000;
constexpr qint64 lateMs = 200; // a timer this late means that we did not run, not the server

QString originOf(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(-1));
}

/// The kind of an error below HTTP.
Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::TlsFailed;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Error::Kind::BadInput;
    case QNetworkReply::ProtocolFailure:
        return Error::Kind::BadReply;
    default:
        return Error::Kind::NetworkDown;
    }
}

} // namespace

HttpExchange::HttpExchange(NetworkPool &pool, const Clock &clock, const HttpCall &call)
    : m_clock(clock)
    , m_call(call)
    , m_started(clock.monotonicMs())
    , m_clocks(call.clocks, m_started)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpExchange::onTimer);
    QMetaObject::invokeMethod(
        this,
        [this, &pool] {
            pool.lease(originOf(m_call.url), this, [this](NetworkLeasePtr lease) {
                if (!m_over)
                    start(std::move(lease));
            });
        },
        Qt::QueuedConnection);
}

HttpExchange::~HttpExchange()
{
    stop();
    if (m_http)
        m_http->deleteLater();
}

void HttpExchange::stop()
{
    m_over = true;
    m_timer.stop();
    if (!m_http)
        return;
    m_http->disconnect(this);
    // Not from within one of its own signals, which are where this is called from.
    QMetaObject::invokeMethod(
        m_http,
        [http = m_http] {
            if (!http->isFinished())
                http->abort();
        },
        Qt::QueuedConnection);
}

void HttpExchange::start(NetworkLeasePtr lease)
{
    m_lease = std::move(lease);
    m_queuedMs = elapsedMs();
    m_clocks = StreamClocks(m_call.clocks, m_clock.monotonicMs());
    QNetworkRequest request = apiRequest(m_call.url, m_call.key);
    request.setRawHeader("Accept", m_call.accept);
    if (m_call.method == HttpCall::Method::Get) {
        m_http = m_lease->manager().get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        auto *upload = new OnceUpload(m_call.body, nullptr);
        m_http = m_lease->manager().post(request, upload);
        upload->setParent(m_http);
    }
    m_http->setReadBufferSize(readBuffer);
    wire();
    armTimer();
}

void HttpExchange::wire()
{
    connect(m_http, &QNetworkReply::requestSent, this, [this] {
        m_wasSent = true;
        m_clocks.requestSent(m_clock.monotonicMs());
        armTimer();
    });
    connect(m_http, &QNetworkReply::uploadProgress, this,
            [this] { m_clocks.uploadMoved(m_clock.monotonicMs()); });
    connect(m_http, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors.append(error.errorString());
    });
    connect(m_http, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(m_http, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_http, &QNetworkReply::finished, this, &HttpExchange::end);
}

int HttpExchange::status() const
{
    return m_http ? m_http->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

Headers HttpExchange::requestHeaders() const
{
    Headers headers;
    if (!m_http)
        return headers;
    const QNetworkRequest request = m_http->request();
    for (const QByteArray &name : request.rawHeaderList()) {
        if (name.compare("authorization", Qt::CaseInsensitive) != 0)
            headers.append({name, redacted(request.rawHeader(name))});
    }
    return headers;
}

Headers HttpExchange::responseHeaders() const
{
    Headers headers;
    if (!m_http)
        return headers;
    for (const auto &[name, value] : m_http->rawHeaderPairs())
        headers.append({name, redacted(value)});
    return headers;
}

void HttpExchange::noteAnswerEnded()
{
    m_clocks.answerEnded(m_clock.monotonicMs());
    armTimer();
}

void HttpExchange::letGo()
{
    m_over = true;
    m_timer.stop();
    QNetworkReply *http = std::exchange(m_http, nullptr);
    if (!http)
        return;
    http->disconnect(this);
    if (http->isFinished()) {
        http->deleteLater();
        return;
    }
    connect(http, &QNetworkReply::readyRead, http, [http] { http->readAll(); });
    connect(http, &QNetworkReply::finished, http, &QObject::deleteLater);
    connect(http, &QObject::destroyed, [lease = std::exchange(m_lease, {})] {});
    QTimer::singleShot(drainMs, http, &QNetworkReply::abort);
}

/// Qt hands out the head when it is whole. Of one with more than 256 KB, 100 fields or 8 KB in a
/// field it keeps the status alone; until then only the clock of the first byte bounds it, since
/// nobody outside of Qt 6.4 sees its bytes.
void HttpExchange::readHead()
{
    if (m_headMs < 0 && status() != 0)
        m_headMs = elapsedMs();
    m_clocks.bytesCame(m_clock.monotonicMs());
    armTimer();
}

void HttpExchange::read()
{
    if (m_over)
        return;
    const QByteArray bytes = m_http->readAll();
    if (bytes.isEmpty())
        return;
    m_clocks.bytesCame(m_clock.monotonicMs());
    m_graceGiven = false;
    emit received(bytes);
}

void HttpExchange::end()
{
    const QPointer<HttpExchange> alive(this); // who reads may delete us
    read();
    if (!alive || m_over)
        return;
    // A redirect or an error status is an answer like any other here, though Qt calls it an
    // error. Those of the connection have no status, or come on top of a good one.
    const bool refused = status() >= 300;
    if (m_http->error() != QNetworkReply::NoError && !refused)
        return breakOff(networkError());
    m_over = true;
    m_timer.stop();
    emit ended();
}

void HttpExchange::armTimer()
{
    if (m_over)
        return;
    if (const auto deadline = m_clocks.next())
        m_timer.start(int(std::max<qint64>(deadline->at - m_clock.monotonicMs(), 0)));
}

/// Within a phase deadlines only move away, and the timer does not follow every byte; it looks
/// again when it fires. After
/// a sleep of the machine, or of our thread, it first lets in what waits outside.
void HttpExchange::onTimer()
{
    const auto deadline = m_clocks.next();
    const qint64 late = deadline ? m_clock.monotonicMs() - deadline->at : -1;
    if (late < 0)
        return armTimer();
    if (late > lateMs && !m_graceGiven) {
        m_graceGiven = true;
        m_timer.start(int(lateMs));
        return;
    }
    if (deadline->phase == StreamClocks::Phase::Linger) {
        emit lingered();
        return;
    }
    breakOff({.kind = Error::Kind::TimedOut,
              .detail = phaseName(deadline->phase),
              .where = shownUrl(m_call.url),
              .status = status()});
}

void HttpExchange::breakOff(const Error &error)
{
    m_over = true;
    m_timer.stop();
    emit broken(error);
}

Error HttpExchange::networkError() const
{
    QString detail = redacted(m_http->errorString());
    if (!m_tlsErrors.isEmpty())
        detail += u": "_s + m_tlsErrors.join(u"; "_s);
    return {.kind = kindOf(m_http->error()),
            .detail = detail,
            .where = shownUrl(m_call.url),
            .status = status()};
}

} // namespace Core
