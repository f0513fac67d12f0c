// Several people write turns into a team's store on a PostgreSQL of this program's own, and again
// and again something is cut in the middle: the server dies, it ends every connection, the line is
// cut, what the server says is lost. Then counts: nothing that was acknowledged is lost, and
// nothing is there twice.
//
//     fault_outage SERVERS [CUTS [SEED]]      SERVERS: the folder tests/servers

#include "core/base/async.h"
#include "tests/support/fakeclock.h"
#include "tests/support/relay.h"
#include "tests/support/storesamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <array>
#include <cstdio>
#include <random>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int writers = 4;
constexpr int skipped = 77; // as CTest is told

/// Somebody who asks and is answered as fast as the store takes it.
class Writer
{
    Q_DISABLE_COPY_MOVE(Writer)

public:
    Writer(const QString &url, const QString &folder, const Clock &clock)
        : m_store(clock)
    {
        QObject::connect(&m_store, &ConversationStore::stateChanged, &m_store,
                         [this](const StoreState &state) { m_state = state; });
        QObject::connect(&m_store, &ConversationStore::refused, &m_store,
                         [](const Deed &, const Error &error) {
                             qFatal("refused: %s", qPrintable(error.detail));
                         });
        valueOf(m_store.open(url, folder));
        m_store.listen();
        m_conversation = valueOf(m_store.createConversation({})).id;
    }

    void start() { ask(); }
    void stop() { m_isEnding = true; }
    bool isDone() const
    {
        return m_isIdle && m_state.kind == StoreState::Kind::Online && m_state.waiting == 0;
    }
    bool isOnline() const { return m_state.kind == StoreState::Kind::Online; }
    int waiting() const { return m_state.waiting; }
    const QStringList &acknowledged() const { return m_acknowledged; }
    int turns() const { return m_turns; }

private:
    void ask()
    {
        m_isIdle = m_isEnding;
        if (m_isEnding)
            return;
        m_question = sampleMessage(m_conversation, m_leaf, Role::User, u"question"_s);
        whenDone(m_store.addMessage(m_question), &m_store,
                 [this](const Result<Thread> &thread) { begin(must(thread)); });
    }
    void begin(bool)
    {
        m_acknowledged += m_question.id;
        m_answer = sampleMessage(m_conversation, m_question.id, Role::Assistant, {});
        m_attempt = sampleAttempt(m_answer);
        whenDone(m_store.beginAnswer(m_answer, m_attempt), &m_store,
                 [this](const Result<void> &begun) { finish(must(begun)); });
    }
    void finish(bool)
    {
        m_answer.content = u"answer"_s;
        m_answer.status = MessageStatus::Complete;
        m_attempt.state = Attempt::State::Complete;
        whenDone(m_store.finishAnswer(m_answer, m_attempt, sampleCharge(7)), &m_store,
                 [this](const Result<StoredAnswer> &stored) {
                     must(stored);
                     m_acknowledged += m_answer.id;
                     m_leaf = m_answer.id;
                     ++m_turns;
                     ask();
                 });
    }
    template <typename T>
    static bool must(const Result<T> &result)
    {
        if (!result)
            qFatal("a write failed: %s", qPrintable(result.error().detail));
        return true;
    }

    ConversationStore m_store;
    StoreState m_state;
    QString m_conversation;
    QString m_leaf;
    Message m_question;
    Message m_answer;
    Attempt m_attempt;
    QStringList m_acknowledged; ///< ids of messages
    int m_turns = 0;
    bool m_isEnding = false;
    bool m_isIdle = false;
};

/// One server, those who write, and what is done to them.
class Drill
{
    Q_DISABLE_COPY_MOVE(Drill)

public:
    Drill(const QString &scripts, quint64 seed)
        : m_scripts(scripts)
        , m_random(seed)
        , m_place(TestPlace::Kind::Server)
        , m_relay(quint16(m_place.url().port()))
    {
        // A server that dies loses what it acknowledged unless it waits for its log.
        m_place.exec(
            u"ALTER DATABASE %1 SET synchronous_commit = on"_s.arg(m_place.url().path().mid(1)));
        QUrl url = m_place.url();
        url.setPort(m_relay.port());
        for (int i = 0; i < writers; ++i)
            m_writers.push_back(std::make_unique<Writer>(
                url.toString(), m_folder.filePath(QString::number(i)), m_clock));
    }

    void run(int cuts)
    {
        std::printf("%4s  %-28s %8s %8s %8s\n", "cut", "what", "turns", "waited", "back ms");
        for (const auto &writer : m_writers)
            writer->start();
        for (int cut = 0; cut < cuts; ++cut) {
            QTest::qWait(int(100 + m_random() % 400)); // in the midst of whatever is written
            const int kind = cut % 4;
            const int before = turns();
            harm(kind);
            QTest::qWait(300);
            int waited = 0;
            for (const auto &writer : m_writers)
                waited += writer->waiting();
            QElapsedTimer mending;
            mending.start();
            mend(kind);
            const bool isBack = QTest::qWaitFor([this] { return areOnline(); }, 30'000);
            std::printf("%4d  %-28s %8d %8d %8lld\n", cut + 1, names.at(std::size_t(kind)),
                        turns() - before, waited, mending.elapsed());
            if (!isBack)
                qFatal("the store does not come back");
        }
    }

    /// 0 where nothing is lost and nothing is there twice.
    int report()
    {
        for (const auto &writer : m_writers)
            writer->stop();
        const bool isDone = QTest::qWaitFor(
            [this] {
                return std::all_of(m_writers.cbegin(), m_writers.cend(),
                                   [](const auto &writer) { return writer->isDone(); });
            },
            60'000);
        QStringList acknowledged;
        for (const auto &writer : m_writers)
            acknowledged += writer->acknowledged();
        const auto count = [this](const QString &sql) { return m_place.value(sql).toInt(); };
        const int messages = count(u"SELECT count(*) FROM message WHERE status = 'complete'"_s);
        const int known = count(u"SELECT count(DISTINCT id) FROM message WHERE status = 'complete' "
                                "AND id IN ('%1')"_s.arg(acknowledged.join(u"','"_s)));
        const int charges = count(u"SELECT count(*) FROM charge"_s);
        const int summed = count(u"SELECT sum(requests)::integer FROM hour_sum"_s);
        const int cost = count(u"SELECT sum(cost_pico)::integer FROM conversation"_s);
        const int lost = int(acknowledged.size()) - known;
        const int doubled = messages - known;
        std::printf("\nturns %d, messages acknowledged %d, on the server %d\n"
                    "charges %d, summed by hour %d, cost of the conversations %d x 7\n"
                    "lost %d, doubled %d\n",
                    turns(), int(acknowledged.size()), messages, charges, summed, cost / 7, lost,
                    doubled);
        const bool adds = charges == turns() && summed == turns() && cost == 7 * turns();
        return isDone && lost == 0 && doubled == 0 && adds ? 0 : 1;
    }

private:
    static constexpr std::array names{"the server died", "connections were ended",
                                      "the line was cut", "answers were lost, then cut"};

    void harm(int kind)
    {
        if (kind == 0) {
            script(u"crash"_s);
        } else if (kind == 1) {
            m_place.exec(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                         "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
        } else {
            if (kind == 3) {
                m_relay.loseAnswers();
                QTest::qWait(200);
            }
            m_relay.cut();
        }
    }
    void mend(int kind)
    {
        if (kind == 0)
            script(u"start"_s);
        else if (kind > 1)
            m_relay.mend();
    }
    void script(const QString &what)
    {
        const int status = QProcess::execute(m_scripts + u"/postgres"_s,
                                             {qEnvironmentVariable("SKEIN_TEST_SERVERS"), what});
        if (status != 0)
            qFatal("the server cannot be told to %s", qPrintable(what));
    }

    int turns() const
    {
        int turns = 0;
        for (const auto &writer : m_writers)
            turns += writer->turns();
        return turns;
    }
    bool areOnline() const
    {
        return std::all_of(m_writers.cbegin(), m_writers.cend(),
                           [](const auto &writer) { return writer->isOnline(); });
    }

    QString m_scripts;
    std::mt19937_64 m_random;
    FakeClock m_clock;
    QTemporaryDir m_folder{storeFolderTemplate()};
    TestPlace m_place;
    Relay m_relay;
    std::vector<std::unique_ptr<Writer>> m_writers;
};

/// Sets what tests/servers/start prints. False where there is no PostgreSQL.
bool startServers(const QString &scripts)
{
    QProcess start;
    start.start(scripts + u"/start"_s,
                {u"--with"_s, QString::number(QCoreApplication::applicationPid())});
    if (!start.waitForFinished(120'000) || start.exitCode() != 0)
        return false;
    const QStringList lines = QString::fromUtf8(start.readAllStandardOutput()).split(u'\n');
    for (const QString &line : lines) {
        const QString setting = line.section(u' ', 1);
        const QString value = setting.section(u'=', 1);
        if (value.size() > 1)
            qputenv(setting.section(u'=', 0, 0).toUtf8().constData(),
                    value.mid(1, value.size() - 2).toUtf8());
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QString scripts = QString::fromLocal8Bit(argc > 1 ? argv[1] : "tests/servers");
    const int cuts = argc > 2 ? std::atoi(argv[2]) : 4;
    const quint64 seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    if (!startServers(scripts)) {
        std::puts("There is no PostgreSQL here.");
        return skipped;
    }
    int status = 1;
    {
        Drill drill(scripts, seed);
        drill.run(cuts);
        status = drill.report();
    }
    QProcess::execute(scripts + u"/stop"_s, {qEnvironmentVariable("SKEIN_TEST_SERVERS")});
    return status;
}
