// Sends questions to a server that loses most answers, through the whole session with its
// retries, and checks that every copy of a request on the wire is one attempt and one line of
// the ledger: nothing is sent behind the books' back, and nothing is booked that was not sent.
//
//     fault_copies [COPIES [SEED]]

#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/session/chatsession.h"
#include "tests/fault/droppingserver.h"
#include "tests/support/storesamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdio>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lanes = 8; // conversations at the same time
constexpr int turnsOfOne = 10;

/// Keeps a session busy in several conversations until the server has read enough.
class Run
{
    Q_DISABLE_COPY_MOVE(Run)

public:
    Run(const QString &folder, int wanted, quint64 seed)
        : m_server(seed)
        , m_store(m_clock)
        , m_vault(folder, false)
        , m_network(m_clock)
        , m_client(m_network, m_clock, {.tries = 4, .firstWaitMs = 1, .longestWaitMs = 4})
        , m_session({m_store, m_client, m_vault, PriceList::shipped(), m_clock})
        , m_wanted(wanted)
    {
        valueOf(m_store.open(folder + u"/store.db"_s));
        QObject::connect(&m_session, &ChatSession::turnFinished, &m_loop,
                         [this](const TurnRecord &record) { goOn(record.conversation.id); });
        QObject::connect(&m_session, &ChatSession::turnFailed, &m_loop,
                         [](const QString &, const Error &error) {
                             qFatal("a turn failed: %s", qPrintable(error.detail));
                         });
    }

    void run()
    {
        for (int i = 0; i < lanes; ++i)
            begin();
        m_loop.exec();
    }

    /// 0 where all three agree.
    int report()
    {
        qsizetype attempts = 0;
        qsizetype retries = 0;
        for (const QString &id : m_conversations) {
            for (const Attempt &attempt : valueOf(m_store.attempts(id, Bodies::Without))) {
                ++attempts;
                retries += attempt.retries.size();
            }
        }
        const qsizetype charges = valueOf(m_store.charges({}, {})).size();
        std::printf("copies on the wire %d, attempts %lld, lines of the ledger %lld "
                    "(%d turns, %lld retries, %d whole answers)\n",
                    m_server.copies(), qlonglong(attempts), qlonglong(charges), m_turns,
                    qlonglong(retries), m_server.answered());
        return attempts == m_server.copies() && charges == attempts ? 0 : 1;
    }

private:
    void begin()
    {
        const Conversation made = valueOf(m_store.createConversation({}));
        m_conversations += made.id;
        ask(made.id, turnsOfOne);
    }

    void ask(const QString &id, int left)
    {
        ++m_turns;
        ++m_running;
        m_left[id] = left - 1;
        m_session.submit({.conversationId = id,
                          .text = u"Is it there?"_s,
                          .provider = {.name = u"dropping"_s,
                                       .preset = u"openai"_s,
                                       .baseUrl = m_server.url(),
                                       .needsKey = false},
                          .model = u"gpt-4.1"_s,
                          .strategy = u"sliding"_s});
    }

    void goOn(const QString &id)
    {
        --m_running;
        if (m_server.copies() >= m_wanted) {
            if (m_running == 0)
                m_loop.quit();
            return;
        }
        if (m_left[id] > 0)
            ask(id, m_left[id]);
        else
            begin();
    }

    SystemClock m_clock;
    DroppingServer m_server;
    ConversationStore m_store;
    KeyVault m_vault;
    OpenAiClient m_network;
    ResilientClient m_client;
    ChatSession m_session;
    QEventLoop m_loop;
    QStringList m_conversations;
    QHash<QString, int> m_left; ///< turns of a conversation that are still to come
    int m_wanted;
    int m_turns = 0;
    int m_running = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication program(argc, argv);
    const int wanted = argc > 1 ? atoi(argv[1]) : 10'000;
    const quint64 seed = argc > 2 ? strtoull(argv[2], nullptr, 10) : 1;
    const QTemporaryDir folder(storeFolderTemplate());
    QElapsedTimer timer;
    timer.start();
    Run run(folder.path(), wanted, seed);
    run.run();
    const int status = run.report();
    std::printf("%.1f s\n", double(timer.elapsed()) / 1'000);
    return status;
}
