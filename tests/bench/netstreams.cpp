// Fifty answers at once, each of 100 tokens a second, beside a timer that wants to be on time.

#include "core/base/clock.h"
#include "core/net/openaiclient.h"
#include "tests/bench/netfigures.h"
#include "tests/bench/streamserver.h"

#include <QEventLoop>
#include <QTimer>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int streams = 50;
constexpr int warmUpMs = 1'000; // then all are under way
constexpr int seconds = 10;
constexpr int everyMs = 5;
constexpr double mostMs = 10;

} // namespace

NetFigures streamFigures()
{
    const SystemClock clock;
    StreamServer server(StreamServer::Answer::HundredASecond);
    OpenAiClient client(clock);
    QObject owner;
    qint64 pieces = 0;
    QEventLoop loop;
    std::vector<double> late;
    qint64 last = 0;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        const qint64 now = StreamServer::now();
        late.push_back(std::max(0.0, double(now - last) / 1e6 - everyMs));
        last = now;
    });
    for (int i = 0; i < streams; ++i) {
        ChatReply *reply = client.send(
            {.provider = {.name = u"s"_s, .baseUrl = server.url()}, .body = "{\"stream\":true}"},
            &owner);
        QObject::connect(reply, &ChatReply::textAppended, &loop, [&pieces] { ++pieces; });
    }
    QTimer::singleShot(warmUpMs, &loop, [&] {
        pieces = 0;
        last = StreamServer::now();
        tick.start(everyMs);
    });
    QTimer::singleShot(warmUpMs + seconds * 1'000, &loop, &QEventLoop::quit);
    loop.exec();
    return {
        {.name = u"streams: %1 at %2 tokens/s each, the event loop is late by"_s.arg(streams).arg(
             double(pieces) / streams / seconds, 0, 'f', 0),
         .value = u"p50 %1, p99 %2, at most %3 ms (n = %4)"_s.arg(quantile(late, 0.5), 0, 'f', 2)
                      .arg(quantile(late, 0.99), 0, 'f', 2)
                      .arg(quantile(late, 1), 0, 'f', 2)
                      .arg(late.size()),
         .goal = u"p99 at most %1 ms"_s.arg(mostMs),
         .met = metWhere(quantile(late, 0.99) <= mostMs)}};
}
