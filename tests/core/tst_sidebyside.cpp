#include "core/net/openaiclient.h"
#include "core/net/resilientclient.h"
#include "core/practice/practiceprovider.h"
#include "core/session/sidebyside.h"
#include "tests/support/storesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSideBySide : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        m_replies.clear();
    }
    void cleanup() { m_store.reset(); }

    void bothAreAskedTheSameAndCharged()
    {
        PracticeProvider left(m_clock, {});
        PracticeProvider right(m_clock, {.latencyMs = 50});

        run(u"My order is 4711. What is my order?"_s, {sideOf(left), sideOf(right)});

        QCOMPARE(m_replies.size(), 2);
        QVERIFY(!m_replies[0].text.isEmpty());
        QCOMPARE(m_replies[1].text, m_replies[0].text);
        QCOMPARE(m_replies[1].usage.prompt, m_replies[0].usage.prompt);
        QVERIFY(m_replies[1].timing.total >= 50);
        QCOMPARE(left.chatRequests(), 1);
        QCOMPARE(right.chatRequests(), 1);
        const QList<Charge> charges = valueOf(m_store->charges({}, {}));
        QCOMPARE(charges.size(), 2);
        for (const Charge &charge : charges)
            QCOMPARE(charge.kind, Charge::Kind::Test);
    }

    void oneThatFailsDoesNotTouchTheOther()
    {
        PracticeProvider good(m_clock, {});
        PracticeProvider bad(m_clock, {.faults = {{Fault::Unauthorized, 1}}});

        run(u"Hello?"_s, {sideOf(bad), sideOf(good)});

        QCOMPARE(m_replies[0].problem->kind, Error::Kind::Unauthorized);
        QVERIFY(!m_replies[1].problem);
        QCOMPARE(valueOf(m_store->charges({}, {})).size(), 1);
    }

    void aProviderWithoutAModelIsNotAsked()
    {
        PracticeProvider practice(m_clock, {});
        const SideBySide::Side whole = sideOf(practice);
        SideBySide::Side bare = whole;
        bare.model.clear();
        run(u"Hello?"_s, {bare, whole});
        QCOMPARE(m_replies[0].problem->kind, Error::Kind::ModelMissing);
        QCOMPARE(m_replies[0].problem->where, u"practice"_s);
        QCOMPARE(practice.chatRequests(), 1);
    }

    void aQuestionThatFitsNowhereIsNotSent()
    {
        PracticeProvider practice(m_clock, {});
        SideBySide::Side side = sideOf(practice);
        side.model = u"gpt-4o"_s; // whose window is known
        run(u"many words "_s.repeated(100'000), {side});
        QCOMPARE(m_replies[0].problem->kind, Error::Kind::OverBudget);
        QCOMPARE(practice.chatRequests(), 0);
    }

private:
    SideBySide::Side sideOf(PracticeProvider &practice)
    {
        const auto url = practice.start();
        return {practiceProvider(url ? *url : QUrl()), u"practice"_s};
    }

    void run(const QString &question, const QList<SideBySide::Side> &sides)
    {
        OpenAiClient wire(m_clock);
        ResilientClient client(wire, m_clock, {.tries = 1});
        const ModelBook models;
        auto *both = new SideBySide({*m_store, client, *m_vault, PriceList::shipped(), m_clock},
                                    models, this);
        bool isOver = false;
        connect(both, &SideBySide::ended, this,
                [this](int side, const TrialReply &reply) { m_replies[side] = reply; });
        connect(both, &SideBySide::finished, this, [&isOver] { isOver = true; });
        both->start(question, sides);
        QVERIFY(QTest::qWaitFor([&isOver] { return isOver; }));
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    QMap<int, TrialReply> m_replies;
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
