#include "core/cost/historysaving.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Turns of a question and an answer with so many tokens each.
MessageTree tree(int turns, int tokens)
{
    QList<Message> messages;
    for (int i = 0; i < 2 * turns; ++i)
        messages.append({.id = QString::number(i),
                         .parentId = i == 0 ? QString() : QString::number(i - 1),
                         .role = i % 2 == 0 ? Role::User : Role::Assistant,
                         .content = u"text"_s,
                         .tokens = tokens});
    return MessageTree(messages);
}

Charge charge(int answer, qint64 prompt, const QString &strategy = u"sliding"_s)
{
    Charge made{.messageId = QString::number(answer),
                .strategy = strategy,
                .usage = {.prompt = prompt, .completion = 10},
                .rates = {.input = 2, .output = 8}};
    made.amount = Money{prompt * 2 + 80};
    return made;
}

} // namespace

class TestHistorySaving : public QObject
{
    Q_OBJECT

private slots:
    void whatWasNotSentWasSaved()
    {
        // The third answer: five messages stand above it.
        const HistorySaving saving = historySaving({charge(5, 100)}, tree(3, 100));
        QCOMPARE(saving.turns, 1);
        QCOMPARE(saving.sentTokens, 100);
        QCOMPARE(saving.fullTokens, 503);
        QCOMPARE(saving.paid.pico, 280);
        QCOMPARE(saving.full.pico, 2 * 503 + 80);
        QCOMPARE(saving.saved().pico, 2 * 403);
        QVERIFY(*saving.share() > 0.7);
    }

    void theHistoryOfTheTurnBeforeComesFromTheCache()
    {
        Charge cached = charge(5, 100);
        cached.rates.cachedRead = 1;
        const HistorySaving saving = historySaving({cached}, tree(3, 1000));
        // Three messages stood above the answer before: 3,000 tokens, in steps of 128.
        QCOMPARE(saving.full.pico, 2 * (5003 - 2944) + 2944 + 80);
    }

    void aSummaryIsPaidForToo()
    {
        Charge summary{.kind = Charge::Kind::Summary};
        summary.amount = Money{10'000};
        const HistorySaving saving = historySaving({summary, charge(5, 100)}, tree(3, 100));
        QCOMPARE(saving.paid.pico, 10'280);
        QVERIFY(saving.saved().pico < 0);
    }

    void countsNothing_data()
    {
        QTest::addColumn<Charge>("each");
        Charge unpriced = charge(5, 100);
        unpriced.amount.reset();
        Charge lab = charge(5, 100);
        lab.kind = Charge::Kind::Lab;
        QTest::addRow("without a price") << unpriced;
        QTest::addRow("of the lab") << lab;
        QTest::addRow("of an answer that is gone") << charge(99, 100);
        QTest::addRow("without an answer") << Charge{};
    }

    void countsNothing()
    {
        QFETCH(Charge, each);
        QCOMPARE(historySaving({each}, tree(3, 100)), HistorySaving());
        QVERIFY(!HistorySaving().share());
    }

    void theWholeHistorySavesNothing()
    {
        const HistorySaving saving =
            historySaving({charge(5, 499, u"full"_s)}, tree(3, 100)); // counted otherwise there
        QCOMPARE(saving.saved().pico, 0);
        QCOMPARE(*saving.share(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestHistorySaving)
#include "tst_historysaving.moc"
