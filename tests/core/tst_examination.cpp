#include "tests/support/fakeclock.h"
#include "tests/support/storesamples.h"

#include <QTest>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestExamination : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString why = TestPlace::whySkipped(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init()
    {
        m_place = std::make_unique<TestPlace>();
        m_store.emplace(m_clock);
        valueOf(m_store->open(m_place->location()));
        fill();
    }

    void cleanup()
    {
        m_store.reset();
        m_place.reset();
    }

    void aStoreThatIsSoundStaysAsItIs()
    {
        const QList<StoreFinding> findings = valueOf(m_store->examine(true));
        QVERIFY(!findings.isEmpty());
        for (const StoreFinding &finding : findings)
            QVERIFY2(!finding.isProblem, qPrintable(finding.what));
    }

    void finds_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::addColumn<QString>("found");
        QTest::addColumn<bool>("mended");

        QTest::addRow("an hour that costs more")
            << u"UPDATE hour_sum SET cost_pico = cost_pico + 1"_s << u"sums: "_s << true;
        QTest::addRow("a day of a user that is gone")
            << u"DELETE FROM charge_sum WHERE dimension = 'user' AND hours = 24"_s << u"sums: "_s
            << true;
        QTest::addRow("a sum of a conversation that never was")
            << u"INSERT INTO charge_sum SELECT workspace_id, dimension, hours, start, 'x', 1, 1, "
               "0, 0, 0, 0, 1, 0, 0 FROM charge_sum WHERE dimension = 'conversation'"_s
            << u"sums: "_s << true;
        QTest::addRow("a conversation that cost more")
            << u"UPDATE conversation SET cost_pico = 5"_s << u"conversations: "_s << true;
        QTest::addRow("a message that nobody wrote like that")
            << u"UPDATE message SET content = 'Never.' WHERE role = 'assistant'"_s
            << u"messages: "_s << false;
        QTest::addRow("a charge taken out of the ledger")
            << (TestPlace::kind() == TestPlace::Kind::Server
                    ? u"DROP TRIGGER charge_unchanged ON charge; "_s
                    : u"DROP TRIGGER charge_kept; "_s)
                + u"DELETE FROM charge WHERE sequence = 1"_s
            << u"ledger: "_s << false;
        QTest::addRow("a re-pricing that nobody did")
            << (TestPlace::kind() == TestPlace::Kind::Server
                    ? u"INSERT INTO repricing SELECT 7, 1, '%1', now(), 'an', 'why', NULL, NULL, "
                      "'', '', 1, 0, 0, 0, ''"_s
                    : u"INSERT INTO repricing VALUES (7, 1, '%1', 0, 'an', 'why', NULL, NULL, "
                      "'', '', 1, 0, 0, 0, x'00')"_s)
                   .arg(none)
            << u"re-pricings: "_s << false;
        if (TestPlace::kind() == TestPlace::Kind::File) // a server refuses it
            QTest::addRow("a worth that nobody gave")
                << u"INSERT INTO repriced_charge (workspace_id, repricing_id, charge_id, "
                   "amount_pico, basis, rate_input, rate_output, price_row) SELECT workspace_id, "
                   "'%1', id, amount_pico, basis, 0, 0, '' FROM charge LIMIT 1"_s.arg(none)
                << u"re-pricings: "_s << false;
        QTest::addRow("a message below none")
            << u"UPDATE message SET parent_id = '%1' WHERE role = 'assistant'"_s.arg(none)
            << u"threads: "_s << false;
        QTest::addRow("a conversation that ends in no message")
            << u"UPDATE conversation SET active_leaf = '%1'"_s.arg(none) << u"shown branches: "_s
            << true;
        QTest::addRow("an attempt of no conversation")
            << u"UPDATE attempt SET conversation_id = '%1'"_s.arg(none) << u"attempts: "_s << true;
        if (TestPlace::kind() == TestPlace::Kind::Server) {
            QTest::addRow("one conversation too many")
                << u"UPDATE conversation_count SET conversations = 2"_s << u"counts: "_s << true;
            QTest::addRow("a tag that nothing has")
                << u"INSERT INTO conversation_count VALUES (1, 'an', 'tag', 'vip', 1)"_s
                << u"counts: "_s << true;
        }
        if (TestPlace::kind() == TestPlace::Kind::File) // a server makes it of the text itself
            QTest::addRow("text that is not found")
                << u"INSERT INTO message_search (message_search) VALUES ('delete-all')"_s
                << u"search index: "_s << true;
    }

    void finds()
    {
        QFETCH(QString, harm);
        QFETCH(QString, found);
        QFETCH(bool, mended);
        const QString before = title();
        m_store.reset();
        m_place->exec(harm);
        m_store.emplace(m_clock);
        valueOf(m_store->open(m_place->location()));

        QVERIFY(problem(valueOf(m_store->examine(false)), found).has_value());
        const auto looked = problem(valueOf(m_store->examine(true)), found);
        QVERIFY(looked.has_value());
        QCOMPARE(looked->mended, mended);
        QCOMPARE(problem(valueOf(m_store->examine(false)), found).has_value(), !mended);
        QCOMPARE(title(), before); // mending is no change of the conversation
    }

private:
    static inline const QString id = u"6f1c9f3e-5a0b-4a55-9c1b-0d8a7c3b2e11"_s;
    static inline const QString none = u"6f1c9f3e-5a0b-4a55-9c1b-0d8a7c3b2e12"_s;

    void fill()
    {
        const Conversation conversation =
            valueOf(m_store->createConversation({.id = id, .userId = u"an"_s}));
        for (int i = 0; i < 3; ++i) {
            const Message question = sampleMessage(conversation.id, {}, Role::User, u"Where?"_s);
            valueOf(m_store->appendMessage(question));
            Message answer = sampleMessage(conversation.id, question.id, Role::Assistant, {});
            const Attempt attempt = sampleAttempt(answer);
            const QString leaf = valueOf(m_store->conversation(id)).activeLeaf;
            answer.parentId = leaf;
            succeed(m_store->beginAnswer(answer, attempt));
            answer.content = u"On its way."_s;
            valueOf(m_store->finishAnswer(answer, attempt, sampleCharge(1000 + i)));
        }
    }

    QString title() const
    {
        const Conversation row = valueOf(m_store->conversation(id));
        return row.title + row.updatedAt.toString(Qt::ISODateWithMs);
    }

    static std::optional<StoreFinding> problem(const QList<StoreFinding> &findings,
                                               const QString &about)
    {
        for (const StoreFinding &finding : findings) {
            if (finding.isProblem && finding.what.startsWith(about))
                return finding;
        }
        return std::nullopt;
    }

    FakeClock m_clock;
    std::unique_ptr<TestPlace> m_place;
    mutable std::optional<ConversationStore> m_store;
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
