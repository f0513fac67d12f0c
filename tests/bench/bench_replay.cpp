// Measures the demo month and the look back over it, beside a plain scan of all texts by SQLite
// in the same run.
//
// bench_replay STORE [CONVERSATIONS]
//
// Where STORE is not there, it is filled first, which is measured too.

#include "core/context/strategies.h"
#include "core/cost/replayquery.h"
#include "core/session/demowriter.h"
#include "core/session/replayrun.h"
#include "tests/support/storesamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QThread>

#include <algorithm>
#include <cstdio>

#include <sqlite3.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 3;

template <typename T>
Result<T> waited(QFuture<Result<T>> future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.takeResult();
}

void fill(ConversationStore &store, int conversations)
{
    QElapsedTimer timer;
    timer.start();
    const DemoMonth month({.conversations = conversations, .lastDay = QDate(2026, 11, 22)});
    DemoWriter writer(store, month);
    const auto count = waited(writer.write());
    if (!count)
        qFatal("%s", qPrintable(count.error().detail));
    std::printf("demo: %d conversations, %lld messages, %lld charges in %.1f s\n",
                count->conversations, static_cast<long long>(count->messages),
                static_cast<long long>(count->charges), double(timer.elapsed()) / 1000);
    std::fflush(stdout);
}

double scanSeconds(const QString &path)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr)
        != SQLITE_OK)
        qFatal("cannot open %s", qPrintable(path));
    QElapsedTimer timer;
    timer.start();
    char *error = nullptr;
    sqlite3_exec(database, "SELECT sum(length(content)) FROM message", nullptr, nullptr, &error);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    sqlite3_close(database);
    return seconds;
}

ReplayQuery queryOf(const QStringList &strategies, int budget)
{
    ReplayQuery query{.models = {{u"openai"_s, u"gpt-4.1"_s},
                                 {u"openai"_s, u"gpt-4.1-mini"_s},
                                 {u"deepseek"_s, u"deepseek-chat"_s}},
                      .now = QDateTime(QDate(2026, 11, 23), {}, Qt::UTC)};
    for (const QString &strategy : strategies)
        query.ways.append(*replayWay(strategy, {}, budget));
    return query;
}

ReplayReport replayed(ConversationStore &store, const ReplayQuery &query)
{
    ReplayRun run(store, PriceList::shipped());
    const auto report = waited(run.start(query));
    if (!report)
        qFatal("%s", qPrintable(report.error().detail));
    return *report;
}

void measure(ConversationStore &store, const QString &path, const QStringList &strategies,
             int budget)
{
    QList<double> seconds;
    QList<double> scans;
    for (int i = 0; i < runs; ++i) {
        scans += scanSeconds(path);
        seconds += replayed(store, queryOf(strategies, budget)).seconds;
    }
    std::sort(seconds.begin(), seconds.end());
    std::sort(scans.begin(), scans.end());
    const double middle = seconds[runs / 2];
    const double scan = scans[runs / 2];
    std::printf("%-44s budget %6d: %6.2f s; scan %5.2f s; %5.2f scans a strategy\n",
                qPrintable(strategies.join(u',')), budget, middle, scan,
                middle / scan / double(strategies.size()));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_replay STORE [CONVERSATIONS]");
    SystemClock clock;
    ConversationStore store(clock);
    const StoreInfo info = valueOf(store.open(arguments[1]));
    if (info.conversations == 0)
        fill(store, arguments.value(2, u"50000"_s).toInt());
    std::printf("%d cores\n", QThread::idealThreadCount());
    const QStringList newest{u"full"_s, u"sliding"_s, u"sliding-blocks"_s, u"ladder"_s};
    const QStringList usual{u"full"_s, u"sliding"_s, u"sliding-blocks"_s, u"summary"_s};
    for (const QStringList &strategies : {newest, usual}) {
        for (const int budget : {0, 1000})
            measure(store, arguments[1], strategies, budget);
    }
    return 0;
}
