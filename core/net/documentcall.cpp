#include "core/net/documentcall.h"

#include "core/net/errorclass.h"
#include "core/net/networkrules.h"

#include <QPromise>

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

constexpr qsizetype bodyCap = 16LL * 1024 * 1024;

class DocumentCall final : public QObject
{
public:
    DocumentCall(std::shared_ptr<NetworkPool> pool, const Clock &clock, const HttpCall &call,
                 QObject *owner)
        : QObject(owner)
        , m_pool(std::move(pool))
        , m_clock(clock)
        , m_where(shownUrl(call.url))
        , m_exchange(*m_pool, clock, call)
    {
        m_promise.start();
        connect(&m_exchange, &HttpExchange::received, this, &DocumentCall::take);
        connect(&m_exchange, &HttpExchange::ended, this, &DocumentCall::end);
        connect(&m_exchange, &HttpExchange::broken, this,
                [this](const Error &error) { finish(error); });
    }

    QFuture<Result<QByteArray>> future() const { return m_promise.future(); }

private:
    void take(const QByteArray &bytes)
    {
        m_body += bytes;
        if (m_body.size() > bodyCap)
            finish(Error{Error::Kind::BadReply, u"the answer is too large"_s});
    }

    void end()
    {
        if (m_exchange.status() / 100 == 2)
            return finish(m_body);
        finish(errorFromReply(m_exchange.status(), m_exchange.responseHeaders(), m_body,
                              m_clock.now()));
    }

    void finish(Result<QByteArray> result)
    {
        m_exchange.stop();
        if (!result) {
            Error error = result.error();
            error.where = m_where;
            result = error;
        }
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    std::shared_ptr<NetworkPool> m_pool;
    const Clock &m_clock;
    QString m_where;
    HttpExchange m_exchange; // works with the pool, so it dies first
    QPromise<Result<QByteArray>> m_promise;
    QByteArray m_body;
};

} // namespace

QFuture<Result<QByteArray>> fetchDocument(std::shared_ptr<NetworkPool> pool, const Clock &clock,
                                          const HttpCall &call, QObject *owner)
{
    return (new DocumentCall(std::move(pool), clock, call, owner))->future();
}

} // namespace Core
