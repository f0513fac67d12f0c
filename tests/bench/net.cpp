// Measures the network room: what a request costs before its bytes are on the wire, how fast
// streams are decoded, how late the event loop is under many streams, whether memory grows, and
// where simulated users go. tests/bench/net-run sets the decoder beside npm's openai client.
//
//     bench_net [overhead|decode FILE|streams|memory|users]…

#include "core/base/clock.h"
#include "core/net/answerbuilder.h"
#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/net/router.h"
#include "core/net/ssereader.h"
#include "core/net/wirejson.h"
#include "core/session/requestbody.h"
#include "core/session/routing.h"
#include "tests/bench/measure.h"
#include "tests/bench/streamserver.h"
#include "tests/support/fakechatclient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = size_t(std::ceil(share * double(values.size())));
    return values.empty() ? 0 : values[std::max<size_t>(rank, 1) - 1];
}

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
    ChatReply *send(const ChatRequest &request, QObject *owner) override
    {
        m_asked = m_timer.nsecsElapsed();
        m_bytes = request.body.size();
        return new FakeReply({.summary = {.finishReason = u"stop"_s, .status = 200}}, owner);
    }
    QFuture<Result<QStringList>> models(const Provider &, const QByteArray &) override
    {
        return readyFuture<Result<QStringList>>(QStringList());
    }

    void start() { m_timer.start(); }
    qint64 asked() const { return m_asked; }
    qsizetype bytes() const { return m_bytes; }

private:
    QElapsedTimer m_timer;
    qint64 m_asked = 0;
    qsizetype m_bytes = 0;
};

Settings settingsOf(const QList<double> &weights)
{
    Settings settings;
    for (const double weight : weights)
        settings.providers.append({.name = QString(QChar('A' + int(settings.providers.size()))),
                                   .baseUrl = QUrl(u"https://example.com/v1"_s),
                                   .model = u"m"_s,
                                   .weight = weight});
    return settings;
}

void waitFor(ChatReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QObject::destroyed, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Route, body, breaker, key, and the request is handed to HTTP.
void measureHandling(const char *name, qsizetype size, int count)
{
    const SystemClock clock;
    WhenAsked inner;
    ResilientClient client(inner, clock);
    const Settings settings = settingsOf({95, 5});
    const ContextPlan plan = planOf(size);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        inner.start();
        const auto route = routeFor(settings, {.userId = QString::number(i)}, {}, 0);
        const Turn turn = turnAlong(*route, settings, {}, u"Hello"_s);
        ChatReply *reply = client.send({.provider = turn.provider,
                                        .model = turn.model,
                                        .key = "sk-1,sk-2,sk-3",
                                        .body = requestBody(turn, plan)},
                                       &client);
        waitFor(reply);
        times.push_back(double(inner.asked()) / 1e6);
    }
    std::printf("overhead, %s (%lld bytes), plan to HTTP: p50 %.4f ms, p95 %.4f ms, p99 %.4f ms, "
                "n = %d\n",
                name, qlonglong(inner.bytes()), quantile(times, 0.5), quantile(times, 0.95),
                quantile(times, 0.99), count);
}

/// The same through Qt and the kernel, until a server on loopback has read all of it.
void measureWire(const char *name, qsizetype size, int count)
{
    const SystemClock clock;
    StreamServer server(StreamServer::Answer::AtOnce);
    OpenAiClient wire(clock);
    ResilientClient client(wire, clock);
    const ContextPlan plan = planOf(size);
    const Turn turn{.provider = {.name = u"s"_s, .baseUrl = server.url()}, .model = u"m"_s};
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const qint64 started = StreamServer::now();
        ChatReply *reply = client.send(
            {.provider = turn.provider, .model = turn.model, .body = requestBody(turn, plan)},
            &client);
        waitFor(reply);
        times.push_back(double(server.lastRead() - started) / 1e6);
    }
    std::printf("overhead, %s, plan to read by a server: p50 %.3f ms, p95 %.3f ms, n = %d\n", name,
                quantile(times, 0.5), quantile(times, 0.95), count);
}

void measureOverhead()
{
    measureHandling("10 KB", 10'000, 5'000);
    measureHandling("1 MB", 1'000'000, 300);
    measureWire("10 KB", 10'000, 500);
    measureWire("1 MB", 1'000'000, 100);
}

qint64 decode(const QByteArray &bytes, qsizetype piece)
{
    SseReader reader;
    WireParser parser;
    AnswerBuilder answer;
    const auto take = [&](const QList<SseEvent> &events) {
        for (const SseEvent &event : events) {
            if (event.data == "[DONE]")
                continue;
            if (const auto chunk = parseChunk(parser, event.data))
                answer.add(*chunk);
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        take(reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))));
    take(reader.end());
    return answer.text().size();
}

void measureDecoding(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    const QByteArray bytes = file.readAll();
    constexpr qsizetype piece = 65'536; // as a socket gives them
    qint64 letters = 0;
    const double seconds = secondsOf([&] { letters = decode(bytes, piece); });
    const double framing = secondsOf([&] {
        SseReader reader;
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            letters +=
                reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)))
                    .size();
    });
    std::printf("decode, SSE and JSON: %.0f MB/s; SSE alone: %.0f MB/s (%.1f MB, %lld chunks, "
                "%.2f us a chunk)\n",
                rateOf(bytes, seconds), rateOf(bytes, framing), double(bytes.size()) / 1e6,
                qlonglong(bytes.count("data: ")), 1e6 * seconds / double(bytes.count("data: ")));
}

/// Fifty answers at once, each of 100 tokens a second, beside a timer that wants to be on time.
void measureStreams()
{
    constexpr int streams = 50;
    constexpr int seconds = 10;
    constexpr int everyMs = 5;
    const SystemClock clock;
    StreamServer server(StreamServer::Answer::HundredASecond);
    OpenAiClient client(clock);
    QObject owner;
    qint64 pieces = 0;
    QEventLoop loop;
    std::vector<double> late;
    QElapsedTimer timer;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        late.push_back(std::max(0.0, double(timer.nsecsElapsed()) / 1e6 - everyMs));
        timer.start();
    });
    for (int i = 0; i < streams; ++i) {
        ChatReply *reply = client.send(
            {.provider = {.name = u"s"_s, .baseUrl = server.url()}, .body = "{\"stream\":true}"},
            &owner);
        QObject::connect(reply, &ChatReply::textAppended, &loop, [&pieces] { ++pieces; });
    }
    QTimer::singleShot(1'000, &loop, [&] { // all are under way
        pieces = 0;
        timer.start();
        tick.start(everyMs);
    });
    QTimer::singleShot(1'000 + seconds * 1'000, &loop, &QEventLoop::quit);
    loop.exec();
    std::printf(
        "streams: %d at %.0f tokens/s each; the event loop is late by p50 %.2f ms, p99 %.2f "
        "ms, at most %.2f ms (n = %zu)\n",
        streams, double(pieces) / streams / seconds, quantile(late, 0.5), quantile(late, 0.99),
        quantile(late, 1), late.size());
}

void measureMemory()
{
    const SystemClock clock;
    WhenAsked inner;
    ResilientClient client(inner, clock);
    const Settings settings = settingsOf({90, 5, 5});
    const auto ask = [&](int from, int count) {
        for (int i = from; i < from + count; ++i) {
            const auto route = routeFor(settings, {.userId = QString::number(i)}, {}, 0);
            waitFor(client.send(
                {.provider = route->provider, .key = "sk-1,sk-2,sk-3", .body = "{}"}, &client));
        }
    };
    for (Provider provider : settings.providers) { // without a limit, which would make it wait
        provider.requestsPerMinute = 0;
        client.setKeys(provider.name,
                       {{.id = u"1"_s, .secret = "sk-1", .requestsPerMinute = 0},
                        {.id = u"2"_s, .secret = "sk-2", .requestsPerMinute = 0}});
    }
    ask(0, 10'000);
    const auto before = qint64(mallinfo2().uordblks);
    ask(10'000, 100'000);
    const auto after = qint64(mallinfo2().uordblks);
    std::printf("memory: %lld bytes more after 100,000 requests (%lld before)\n",
                qlonglong(after - before), qlonglong(before));
}

/// How many users are where, and how many moved to somebody who was not raised.
void simulate(const char *name, const QList<double> &before, const QList<double> &after, int raised)
{
    constexpr int users = 200'000;
    const Router from = routerOf(settingsOf(before));
    const Router to = routerOf(settingsOf(after));
    QHash<QString, int> counts;
    int nobody = 0;
    int moved = 0;
    int elsewhere = 0;
    for (int i = 0; i < users; ++i) {
        const QString user = u"user-%1"_s.arg(i);
        const auto first = from.assign(user);
        const auto second = to.assign(user);
        nobody += first && second ? 0 : 1;
        ++counts[second->provider];
        if (first->provider == second->provider)
            continue;
        ++moved;
        elsewhere += second->provider == QString(QChar('A' + raised)) ? 0 : 1;
    }
    double worst = 0;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        worst =
            std::max(worst, std::abs(100.0 * each.value() / users - 100 * to.share(each.key())));
    std::printf("users, %s: shares within %.3f points, %d without a provider, %.2f %% moved, %d of "
                "them not into the raised one\n",
                name, worst, nobody, 100.0 * moved / users, elsewhere);
}

void measureUsers()
{
    simulate("95/5 to 95/10", {95, 5}, {95, 10}, 1);
    simulate("90/5/5 to 90/10/5", {90, 5, 5}, {90, 10, 5}, 1);
    simulate("90/5/5 to 90/5/10", {90, 5, 5}, {90, 5, 10}, 2);
    simulate("99/1 to 50/50", {99, 1}, {50, 50}, 1);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication program(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    const bool isAll = words.isEmpty();
    if (isAll || words.contains(u"overhead"_s))
        measureOverhead();
    if (const qsizetype at = words.indexOf(u"decode"_s); at >= 0)
        measureDecoding(words.value(at + 1));
    if (isAll || words.contains(u"streams"_s))
        measureStreams();
    if (isAll || words.contains(u"memory"_s))
        measureMemory();
    if (isAll || words.contains(u"users"_s))
        measureUsers();
    return 0;
}
