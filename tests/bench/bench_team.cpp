// Measures a team's store as the window asks it, beside the same statements handed to libpq as psql
// does, in the same run and on the same connection to the same server; then many agents at once,
// whose rows are counted afterwards; then the shared cache beside redis-cli.
//
// bench_team POSTGRESQL-URL [--agents N] [--seconds S] [--pause MS] [--redis URL]
//
// `skein demo --store POSTGRESQL-URL --conversations N` fills the store before, and says how many
// messages a second went in. Agents are connections: the server must allow one for each.

#include "core/store/connection.h"
#include "core/store/redislink.h"
#include "core/store/serveraddress.h"
#include "tests/support/storesamples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include <libpq-fe.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 100;

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

    /// The first column of every row.
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
        return rows;
    }

private:
    PGconn *m_connection;
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
    const double a = percentile(our, 0.95);
    const double b = percentile(their, 0.95);
    std::printf("%-34s p50 %8.2f ms   p95 %8.2f ms   psql p95 %8.2f ms   %5.2f\n", what,
                percentile(our, 0.5), a, b, a / b);
    std::fflush(stdout);
}

const QByteArray rowColumns =
    "id, user_id, active, pinned, created_at, updated_at, title, provider, model, strategy, tags, "
    "metadata, active_leaf, message_count, cost_pico, unpriced_requests, has_error, last_line, "
    "draft";

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

/// What an agent does all day, on a thread and connections of its own.
class Agent
{
public:
    void work(const QString &url, int number, int seconds, int pauseMs)
    {
        QThread::msleep(ulong(number) * 25); // they do not all come through the door at once
        const SystemClock clock;
        ConversationStore store(clock);
        valueOf(store.open(url));
        const Conversation own = valueOf(store.createConversation({.title = u"bench"_s}));
        id = own.id;
        userId = own.userId;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < seconds * 1000) {
            times.push_back(msOf([&] { turn(store); }));
            QThread::msleep(ulong(pauseMs));
        }
    }

    QString id;
    std::vector<double> times; ///< of the store, a turn

private:
    QString userId;

    void turn(ConversationStore &store)
    {
        const Message question = sampleMessage(id, {}, Role::User, u"Where is my parcel?"_s);
        (void)valueOf(store.appendMessage(question));
        Message answer = sampleMessage(id, question.id, Role::Assistant, u"On its way."_s);
        Attempt attempt = sampleAttempt(answer);
        succeed(store.beginAnswer(answer, attempt));
        attempt.state = Attempt::State::Complete;
        Charge charge = sampleCharge(1'000'000);
        charge.userId = userId; // the server takes no other's
        (void)valueOf(store.finishAnswer(answer, attempt, charge));
    }
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

void measureAgents(const QString &url, Plain &plain, int count, int seconds, int pauseMs)
{
    QStringList urls;
    for (int i = 0; i < count; ++i)
        urls += loginOf(plain, url, i);
    std::vector<Agent> agents{size_t(count)};
    std::vector<std::thread> threads;
    for (size_t i = 0; i < agents.size(); ++i)
        threads.emplace_back(
            [&, i] { agents[i].work(urls[qsizetype(i)], int(i), seconds, pauseMs); });
    for (std::thread &thread : threads)
        thread.join();
    std::vector<double> times;
    QByteArrayList ids;
    for (const Agent &agent : agents) {
        times.insert(times.end(), agent.times.begin(), agent.times.end());
        ids += "'" + agent.id.toLatin1() + "'";
    }
    const QByteArray of = " WHERE conversation_id IN (" + ids.join(',') + ")";
    const qint64 turns = qint64(times.size());
    const qint64 messages = plain.run("SELECT count(*) FROM message" + of).value(0).toLongLong();
    const qint64 charges =
        plain.run("SELECT count(DISTINCT attempt_id) FROM charge" + of).value(0).toLongLong();
    removeLogins(plain, count);
    std::printf("%d agents, %lld turns: store time of a turn p50 %.2f ms, p95 %.2f ms; "
                "messages %lld of %lld, charges %lld of %lld\n",
                count, static_cast<long long>(turns), percentile(times, 0.5),
                percentile(times, 0.95), static_cast<long long>(messages),
                static_cast<long long>(2 * turns), static_cast<long long>(charges),
                static_cast<long long>(turns));
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
    parser.addOptions({{u"agents"_s, {}, u"N"_s, u"200"_s},
                       {u"seconds"_s, {}, u"S"_s, u"20"_s},
                       {u"pause"_s, {}, u"MS"_s, u"10000"_s},
                       {u"redis"_s, {}, u"URL"_s}});
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        qFatal("bench_team POSTGRESQL-URL [--agents N] [--seconds S] [--pause MS] [--redis URL]");
    const QString url = parser.positionalArguments().first();

    const SystemClock clock;
    ConversationStore store(clock);
    const double opened = msOf([&] {
        const StoreInfo info = valueOf(store.open(url));
        std::printf("%lld conversations, %lld messages\n",
                    static_cast<long long>(info.conversations),
                    static_cast<long long>(info.messages));
    });
    std::printf("opened in %.1f ms\n", opened);
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
