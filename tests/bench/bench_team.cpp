// Measures a team's store as the window asks it, beside the same statements handed to libpq as psql
// does, in the same run and on the same connection to the same server; then many agents at once,
// whose rows are counted afterwards; then the shared cache beside redis-cli.
//
// bench_team POSTGRESQL-URL [--fill N] [--matters N] [--agents N] [--seconds S] [--pause MS]
// [--redis URL]
//
// --fill writes the N conversations of `skein demo` into an empty store first, and says how long
// making them takes and how long making and storing them.
// `skein demo --store POSTGRESQL-URL --conversations N` fills the store before, and says how many
// messages a second went in. Agents are connections: the server must allow one for each.

#include "core/base/async.h"
#include "core/session/demowriter.h"
#include "core/store/connection.h"
#include "core/store/redislink.h"
#include "core/store/serveraddress.h"
#include "tests/support/storesamples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

#include <libpq-fe.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 300;

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> times, double share)
{
    if (times.empty())
        return 0;
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, size_t(share * double(times.size())))];
}

/// What psql does: a statement as text, its rows as text.
class Plain
{
    Q_DISABLE_COPY_MOVE(Plain)

public:
    explicit Plain(const QString &url)
        : m_connection(PQconnectdb(url.toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
        (void)run("SET search_path = skein, public");
        (void)run("SET jit = off");
        (void)run("SET client_min_messages = warning");
    }
    ~Plain() { PQfinish(m_connection); }

    /// The first column of every row. Every cell is looked at, as psql does to show it.
    QStringList run(const QByteArray &sql)
    {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(m_connection, sql.constData()), &PQclear);
        if (PQresultStatus(result.get()) != PGRES_TUPLES_OK
            && PQresultStatus(result.get()) != PGRES_COMMAND_OK)
            qFatal("%s: %s", sql.constData(), PQerrorMessage(m_connection));
        QStringList rows;
        for (int i = 0; i < PQntuples(result.get()); ++i)
            rows += QString::fromUtf8(PQgetvalue(result.get(), i, 0));
        for (int i = 0; i < PQntuples(result.get()); ++i) {
            for (int j = 0; j < PQnfields(result.get()); ++j)
                m_shown += strlen(PQgetvalue(result.get(), i, j));
        }
        return rows;
    }

private:
    PGconn *m_connection;
    size_t m_shown = 0;
};

/// One after the other, so that both find the same caches and the same neighbours.
void compare(const char *what, const std::function<void(int)> &ours,
             const std::function<void(int)> &plain)
{
    std::vector<double> our;
    std::vector<double> their;
    for (int i = 0; i < runs; ++i) {
        our.push_back(msOf([&] { ours(i); }));
        their.push_back(msOf([&] { plain(i); }));
    }
    const auto print = [&](const char *name, double share) {
        const double a = percentile(our, share);
        const double b = percentile(their, share);
        std::printf("  %s %8.2f ms, libpq %8.2f ms, %5.2f", name, a, b, a / b);
    };
    std::printf("%-34s", what);
    print("p50", 0.5);
    print("p95", 0.95);
    std::printf("\n");
    std::fflush(stdout);
}

const QByteArray rowColumns =
    "id, user_id, active, pinned, created_at, updated_at, title, provider, model, strategy, tags, "
    "metadata, active_leaf, message_count, cost_pico, unpriced_requests, has_error, last_line, "
    "coalesce((SELECT own.text FROM draft AS own WHERE own.workspace_id = "
    "conversation.workspace_id "
    "AND own.conversation_id = conversation.id AND own.login = session_user), ''), version";

QByteArray pageSql(bool pinned, const QByteArray &after)
{
    return "SELECT " + rowColumns
        + " FROM conversation WHERE workspace_id = 1 AND active = TRUE AND pinned = "
        + (pinned ? "true" : "false") + after + " ORDER BY updated_at DESC, id DESC LIMIT 51";
}

void measureList(ConversationStore &store, Plain &plain)
{
    compare(
        "list: first page", [&](int) { valueOf(store.conversations({}, {}, 50)); },
        [&](int) {
            (void)plain.run(pageSql(true, {}));
            (void)plain.run(pageSql(false, {}));
        });
    const auto deep = valueOf(store.conversations({}, {}, 5000)).next;
    if (!deep)
        return;
    const QByteArray after = " AND (updated_at, id) < (to_timestamp("
        + QByteArray::number(double(deep->updatedMs) / 1000, 'f', 3) + "), '" + deep->id.toLatin1()
        + "')";
    compare(
        "list: page 101", [&](int) { valueOf(store.conversations({}, deep, 50)); },
        [&](int) { (void)plain.run(pageSql(false, after)); });
}

void measureOpen(ConversationStore &store, Plain &plain)
{
    const QStringList ids = plain.run(
        "SELECT id FROM conversation WHERE workspace_id = 1 AND active ORDER BY id LIMIT 100");
    if (ids.isEmpty())
        return;
    compare(
        "open: a whole conversation", [&](int i) { valueOf(store.thread(ids[i % ids.size()])); },
        [&](int i) {
            const QByteArray id = "'" + ids[i % ids.size()].toLatin1() + "'";
            (void)plain.run("SELECT " + rowColumns
                            + " FROM conversation WHERE workspace_id = 1 AND id = " + id);
            (void)plain.run("SELECT id, parent_id, conversation_id, role, status, created_at, "
                            "tokens, encoding, name, tool_call_id, model, sequence, content, "
                            "reasoning, tool_calls, metadata FROM message WHERE workspace_id = 1 "
                            "AND conversation_id = "
                            + id + " ORDER BY sequence");
        });
}

void measureSearch(ConversationStore &store, Plain &plain, const QString &words)
{
    compare(
        qPrintable(u"search: "_s + words), [&](int) { valueOf(store.search(words, {}, 50)); },
        [&](int) {
            (void)plain.run("SELECT conversation.*, message.id, message.content, "
                            "message.created_at, message.sequence FROM message JOIN conversation "
                            "ON conversation.workspace_id = message.workspace_id AND "
                            "conversation.id = message.conversation_id WHERE message.search @@ "
                            "sought('"
                            + words.toUtf8()
                            + "') AND message.workspace_id = 1 AND message.status <> 'streaming' "
                              "AND conversation.active ORDER BY message.created_at DESC, "
                              "message.sequence DESC LIMIT 50");
        });
}

void measureReport(ConversationStore &store, Plain &plain)
{
    const qint64 last =
        plain
            .run("SELECT coalesce(max(start), 0) FROM charge_sum WHERE dimension = 'all' AND "
                 "hours = 24")
            .value(0)
            .toLongLong();
    QList<qint64> bounds;
    QByteArrayList spans;
    for (int day = -30; day <= 1; ++day) {
        bounds += (last + day * 24) * 3'600'000;
        if (day < 1)
            spans += "[" + QByteArray::number(day + 30) + "," + QByteArray::number(last + day * 24)
                + "," + QByteArray::number(last + (day + 1) * 24) + "]";
    }
    compare(
        "costs: a month by day and model",
        [&](int) { valueOf(store.chargeSums(bounds, SumBy::Model)); },
        [&](int) {
            (void)plain.run("SELECT (span.value ->> 0)::bigint AS number, key, sum(requests), "
                            "sum(prompt_tokens), sum(cached_read_tokens), "
                            "sum(cache_write_tokens), sum(completion_tokens), "
                            "sum(reasoning_tokens), sum(cost_pico), sum(unpriced), sum(estimated) "
                            "FROM jsonb_array_elements('["
                            + spans.join(',')
                            + "]'::jsonb) AS span (value) JOIN charge_sum ON workspace_id = 1 AND "
                              "dimension = 'model' AND hours = 24 AND start >= (span.value ->> "
                              "1)::bigint AND start < (span.value ->> 2)::bigint GROUP BY number, "
                              "key");
        });
}

/// What an agent does all day, on a thread and a connection of its own: a turn, and a pause of
/// half to one and a half times what was asked, evenly spread.
class Agent
{
public:
    void arrive(const QString &url)
    {
        valueOf(m_store.open(url));
        const Conversation own = valueOf(m_store.createConversation({.title = u"bench"_s}));
        id = own.id;
        m_userId = own.userId;
    }

    void work(int seconds, int pauseMs)
    {
        QElapsedTimer timer;
        timer.start();
        pause(pauseMs); // nobody begins at the same moment
        while (timer.elapsed() < seconds * 1000) {
            const double ms = msOf([&] { turn(); });
            (turns++ == 0 ? firsts : times).push_back(ms);
            pause(pauseMs);
        }
    }

    QString id;
    qint64 turns = 0;
    std::vector<double> firsts; ///< of the store, the first turn, which finds nothing prepared
    std::vector<double> times; ///< of the store, a later turn

private:
    static void pause(int ms)
    {
        if (ms > 0)
            QThread::msleep(ulong(ms / 2 + QRandomGenerator::global()->bounded(ms)));
    }

    void turn()
    {
        const Message question = sampleMessage(id, {}, Role::User, u"Where is my parcel?"_s);
        (void)valueOf(m_store.appendMessage(question));
        Message answer = sampleMessage(id, question.id, Role::Assistant, u"On its way."_s);
        Attempt attempt = sampleAttempt(answer);
        succeed(m_store.beginAnswer(answer, attempt));
        attempt.state = Attempt::State::Complete;
        Charge charge = sampleCharge(1'000'000);
        charge.userId = m_userId; // the server takes no other's
        (void)valueOf(m_store.finishAnswer(answer, attempt, charge));
    }

    const SystemClock m_clock;
    ConversationStore m_store{m_clock};
    QString m_userId;
};

/// A login of the agent's own, as in a team, so that policies and chains are those of one person.
QString loginOf(Plain &plain, const QString &url, int number)
{
    const QByteArray name = "skein_bench_" + QByteArray::number(number);
    (void)plain.run("DROP ROLE IF EXISTS " + name);
    (void)plain.run("CREATE ROLE " + name + " LOGIN PASSWORD 'bench' IN ROLE skein_member");
    (void)plain.run("INSERT INTO member VALUES (1, '" + name + "', '" + name
                    + "', 'agent', 'bench') ON CONFLICT DO NOTHING");
    QUrl own(url);
    own.setUserName(QString::fromLatin1(name));
    own.setPassword(u"bench"_s);
    return own.toString();
}

void removeLogins(Plain &plain, int count)
{
    (void)plain.run("DELETE FROM member WHERE login LIKE 'skein\\_bench\\_%'");
    for (int i = 0; i < count; ++i)
        (void)plain.run("DROP ROLE skein_bench_" + QByteArray::number(i));
}

/// Whether each turn left its two messages and its one charge.
void countTurns(Plain &plain, const QByteArrayList &ids, qint64 turns)
{
    const QByteArray of = " WHERE conversation_id IN (" + ids.join(',') + ")";
    const qint64 messages = plain.run("SELECT count(*) FROM message" + of).value(0).toLongLong();
    const qint64 charges = plain.run("SELECT count(*) FROM charge" + of).value(0).toLongLong();
    const qint64 attempts =
        plain.run("SELECT count(DISTINCT attempt_id) FROM charge" + of).value(0).toLongLong();
    std::printf("messages %lld of %lld, charges %lld of %lld, attempts charged %lld\n",
                static_cast<long long>(messages), static_cast<long long>(2 * turns),
                static_cast<long long>(charges), static_cast<long long>(turns),
                static_cast<long long>(attempts));
}

void measureAgents(const QString &url, Plain &plain, int count, int seconds, int pauseMs)
{
    QStringList urls;
    for (int i = 0; i < count; ++i)
        urls += loginOf(plain, url, i);
    std::vector<std::unique_ptr<Agent>> agents;
    for (int i = 0; i < count; ++i)
        agents.push_back(std::make_unique<Agent>());
    std::barrier allAreHere(count);
    std::vector<std::thread> threads;
    QElapsedTimer timer;
    timer.start();
    std::atomic<qint64> arrivedMs = 0;
    for (size_t i = 0; i < agents.size(); ++i)
        threads.emplace_back([&, i] {
            agents[i]->arrive(urls[qsizetype(i)]);
            arrivedMs = timer.elapsed();
            allAreHere.arrive_and_wait();
            agents[i]->work(seconds, pauseMs);
        });
    for (std::thread &thread : threads)
        thread.join();
    std::vector<double> firsts;
    std::vector<double> times;
    QByteArrayList ids;
    qint64 turns = 0;
    for (const auto &agent : agents) {
        firsts.insert(firsts.end(), agent->firsts.begin(), agent->firsts.end());
        times.insert(times.end(), agent->times.begin(), agent->times.end());
        turns += agent->turns;
        ids += "'" + agent->id.toLatin1() + "'";
    }
    agents.clear(); // before their logins go
    std::printf("%d agents, all at the door at once, in after %.1f s; %lld turns in %d s, %.1f a "
                "second, pause %d ms on average\n",
                count, double(arrivedMs) / 1000, static_cast<long long>(turns), seconds,
                double(turns) / seconds, pauseMs);
    std::printf("store time of a turn p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; of the first of each "
                "p95 %.2f ms\n",
                percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99),
                percentile(firsts, 0.95));
    countTurns(plain, ids, turns);
    removeLogins(plain, count);
}

void fill(ConversationStore &store, int conversations, int matters)
{
    const DemoMonth month(
        {.conversations = conversations, .lastDay = QDate(2026, 11, 22), .mostMatters = matters});
    QList<int> some(std::min(conversations, 1000));
    std::iota(some.begin(), some.end(), 0);
    std::atomic<qint64> made = 0;
    const double making = msOf([&] {
        QtConcurrent::blockingMap(some, [&](int i) { made += month.bundle(i).messages.size(); });
    });
    const bool isLoad = valueOf(store.beginLoad());
    DemoWriter writer(store, month);
    DemoCount count;
    QEventLoop loop;
    const double writing = msOf([&] {
        whenDone(writer.write(), &loop, [&](const Result<DemoCount> &done) {
            count = *done;
            loop.quit();
        });
        loop.exec();
    });
    const double ending = isLoad ? msOf([&] { succeed(store.endLoad()); }) : 0;
    const double seconds = (writing + ending) / 1000;
    std::printf("%s: %d conversations, %lld messages, %lld charges in %.1f s, of which indexes "
                "%.1f s: %.0f messages a second; to make them alone takes %.1f s\n",
                isLoad ? "load" : "lots", count.conversations,
                static_cast<long long>(count.messages), static_cast<long long>(count.charges),
                seconds, ending / 1000, double(count.messages) / seconds,
                making / 1000 * double(count.messages) / double(made));
    std::fflush(stdout);
}

void measureRedis(const QString &url)
{
    constexpr int asked = 2000;
    RedisLink link(*RedisAddress::fromUrl(url), 5000);
    QEventLoop loop;
    const QByteArray value(2000, 'a');
    int left = asked;
    std::function<void(const Result<QByteArray> &)> next = [&](const Result<QByteArray> &answer) {
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        --left > 0 ? link.ask({"GET", "skein-bench"}, next) : loop.quit();
    };
    link.ask({"SET", "skein-bench", value, "EX", "60"}, next);
    const double ours = msOf([&] { loop.exec(); }) / asked;
    const QUrl parts(url);
    const auto client = [&](int times) {
        return msOf([&] {
            QProcess process;
            process.setStandardOutputFile(QProcess::nullDevice());
            process.setProcessEnvironment([&] {
                QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
                environment.insert(u"REDISCLI_AUTH"_s, parts.password());
                return environment;
            }());
            process.start(u"redis-cli"_s,
                          {u"-h"_s, parts.host(), u"-p"_s, QString::number(parts.port(6379)),
                           u"-r"_s, QString::number(times), u"GET"_s, u"skein-bench"_s});
            process.waitForFinished(60'000);
        });
    };
    const double theirs = (client(asked + 1) - client(1)) / asked;
    std::printf("redis: get %.3f ms, redis-cli %.3f ms, %.2f\n", ours, theirs, ours / theirs);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"fill"_s, {}, u"N"_s},
                       {u"matters"_s, {}, u"N"_s, u"6"_s},
                       {u"agents"_s, {}, u"N"_s, u"200"_s},
                       {u"seconds"_s, {}, u"S"_s, u"20"_s},
                       {u"pause"_s, {}, u"MS"_s, u"10000"_s},
                       {u"redis"_s, {}, u"URL"_s}});
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        qFatal("bench_team POSTGRESQL-URL [--fill N] [--agents N] [--seconds S] [--pause MS] "
               "[--redis URL]");
    const QString url = parser.positionalArguments().first();

    const SystemClock clock;
    ConversationStore store(clock);
    StoreInfo info;
    const double opened = msOf([&] { info = valueOf(store.open(url)); });
    std::printf("%lld conversations, %lld messages\n", static_cast<long long>(info.conversations),
                static_cast<long long>(valueOf(store.messageCount())));
    std::printf("opened in %.1f ms\n", opened);
    if (parser.isSet(u"fill"_s))
        fill(store, parser.value(u"fill"_s).toInt(), parser.value(u"matters"_s).toInt());
    Plain plain(url);
    measureList(store, plain);
    measureOpen(store, plain);
    measureSearch(store, plain, u"refund"_s);
    measureSearch(store, plain, u"hoan tien"_s);
    measureReport(store, plain);
    if (const int agents = parser.value(u"agents"_s).toInt(); agents > 0)
        measureAgents(url, plain, agents, parser.value(u"seconds"_s).toInt(),
                      parser.value(u"pause"_s).toInt());
    if (parser.isSet(u"redis"_s))
        measureRedis(parser.value(u"redis"_s));
    return 0;
}
