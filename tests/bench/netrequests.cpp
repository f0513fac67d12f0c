// What a request costs before its bytes are on the wire, and what a hundred thousand of them
// leave behind.

#include "core/base/clock.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/session/requestbody.h"
#include "core/session/routing.h"
#include "tests/bench/netfigures.h"
#include "tests/bench/streamserver.h"
#include "tests/support/fakechatclient.h"

#include <QEventLoop>

#include <malloc.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

ContextPlan planOf(qsizetype bytes)
{
    const QString text =
        u"The customer asks where order 4711 is, and we say: \"on its way\".\n"_s.repeated(16).left(
            1'000);
    ContextPlan plan;
    for (qsizetype size = 0; size < bytes; size += 1'040)
        plan.messages.append(
            {.role = size % 2'080 == 0 ? Role::User : Role::Assistant, .content = text});
    return plan;
}

/// Ends each request as soon as it gets it.
class WhenAsked final : public ChatClient
{
public:
    ChatReply *send(const ChatRequest &, QObject *owner) override
    {
        m_asked = StreamServer::now();
        return new FakeReply({.summary = {.finishReason = u"stop"_s, .status = 200}}, owner);
    }
    QFuture<Result<QStringList>> models(const Provider &, const QByteArray &) override
    {
        return readyFuture<Result<QStringList>>(QStringList());
    }

    qint64 asked() const { return m_asked; }

private:
    qint64 m_asked = 0;
};

void waitFor(ChatReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QObject::destroyed, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Size
{
    QString name;
    qsizetype bytes = 0;
    int count = 0;
    double goalMs = 0;
};

NetFigure figureOf(const QString &path, const Size &size, const std::vector<double> &ms)
{
    const double p95 = quantile(ms, 0.95);
    return {.name = u"overhead: %1, plan to %2"_s.arg(size.name, path),
            .value = u"p50 %1, p95 %2, p99 %3 ms (n = %4)"_s.arg(quantile(ms, 0.5), 0, 'f', 3)
                         .arg(p95, 0, 'f', 3)
                         .arg(quantile(ms, 0.99), 0, 'f', 3)
                         .arg(ms.size()),
            .goal = u"p95 under %1 ms"_s.arg(size.goalMs),
            .met = metWhere(p95 < size.goalMs)};
}

/// Route, body, breaker, key, and the request is handed to HTTP.
NetFigure handling(const Size &size)
{
    const SystemClock clock;
    WhenAsked inner;
    ResilientClient client(inner, clock);
    Settings settings = settingsOf({95, 5});
    for (Provider &provider : settings.providers)
        provider.requestsPerMinute = 0; // a limit would make it wait
    const ContextPlan plan = planOf(size.bytes);
    std::vector<double> ms;
    for (int i = 0; i < size.count; ++i) {
        const qint64 started = StreamServer::now();
        const auto route = routeFor(settings, {.userId = QString::number(i)}, {}, 0);
        const Turn turn = turnAlong(*route, settings, {}, u"Hello"_s);
        waitFor(client.send({.provider = turn.provider,
                             .model = turn.model,
                             .key = "sk-1,sk-2,sk-3",
                             .body = requestBody(turn, plan)},
                            &client));
        ms.push_back(double(inner.asked() - started) / 1e6);
    }
    return figureOf(u"HTTP"_s, size, ms);
}

/// The same through Qt and the kernel, until a server on loopback has read all of it.
NetFigure wholeWay(const Size &size)
{
    const SystemClock clock;
    StreamServer server(StreamServer::Answer::AtOnce);
    OpenAiClient wire(clock);
    ResilientClient client(wire, clock);
    const ContextPlan plan = planOf(size.bytes);
    const Turn turn{.provider = {.name = u"s"_s, .baseUrl = server.url()}, .model = u"m"_s};
    std::vector<double> ms;
    for (int i = 0; i < size.count; ++i) {
        const qint64 started = StreamServer::now();
        waitFor(client.send(
            {.provider = turn.provider, .model = turn.model, .body = requestBody(turn, plan)},
            &client));
        if (i > 0) // the first one connects
            ms.push_back(double(server.lastRead() - started) / 1e6);
    }
    NetFigure figure = figureOf(u"all of it read by a server"_s, size, ms);
    figure.goal.clear(); // Qt's, the kernel's and the server's time is in it
    figure.met = NetFigure::Goal::None;
    return figure;
}

} // namespace

NetFigures overheadFigures()
{
    const Size small{u"10 KB"_s, 10'000, 2'000, 0.2};
    const Size large{u"1 MB"_s, 1'000'000, 200, 2};
    return {handling(small), handling(large), wholeWay(small), wholeWay(large)};
}

NetFigures memoryFigures()
{
    const SystemClock clock;
    WhenAsked inner;
    ResilientClient client(inner, clock);
    const Settings settings = settingsOf({90, 5, 5});
    for (const Provider &provider : settings.providers)
        client.setKeys(provider.name,
                       {{.id = u"1"_s, .secret = "sk-1", .requestsPerMinute = 0},
                        {.id = u"2"_s, .secret = "sk-2", .requestsPerMinute = 0}});
    const auto ask = [&](int from, int count) {
        for (int i = from; i < from + count; ++i) {
            const auto route = routeFor(settings, {.userId = QString::number(i)}, {}, 0);
            waitFor(
                client.send({.provider = route->provider, .key = "sk-1", .body = "{}"}, &client));
        }
    };
    ask(0, 10'000);
    const auto before = qint64(mallinfo2().uordblks);
    ask(10'000, 100'000);
    const qint64 grown = qint64(mallinfo2().uordblks) - before;
    return {{.name = u"memory: after 100,000 requests"_s,
             .value = u"%1 bytes more (%2 before)"_s.arg(grown).arg(before),
             .goal = u"no growth"_s,
             .met = metWhere(grown < 64 * 1024)}}; // less than a byte a request
}
