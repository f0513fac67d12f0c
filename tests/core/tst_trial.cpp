#include "core/session/trial.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestTrial : public QObject
{
    Q_OBJECT

private slots:
    void anOptionIsKeptWhereItIsNotAsUsual()
    {
        const TrialCard card{.strategy = u"sliding"_s};
        const TrialCard longer = withOption(card, u"last"_s, 40);
        QCOMPARE(longer.options, (StrategyOptions{{u"last"_s, 40}}));
        QCOMPARE(withOption(longer, u"last"_s, 20), card);
        QCOMPARE(withOption(card, u"similarity"_s, 0.5), card); // which it does not have
        QCOMPARE(optionsText(withOption(longer, u"omissions"_s, true).options),
                 u"last=40 omissions=true"_s);
        QCOMPARE(optionsText({}), QString());
    }

    void anotherStrategyTakesOverTheOptionsThatItHas()
    {
        TrialCard card{.strategy = u"sliding"_s};
        card = withOption(withOption(card, u"last"_s, 40), u"omissions"_s, true);
        const TrialCard full = withStrategy(card, u"full"_s);
        QCOMPARE(full.strategy, u"full"_s);
        QCOMPARE(full.options, (StrategyOptions{{u"omissions"_s, true}}));
    }

    void theUsualCardsHaveToChoose_data()
    {
        QTest::addColumn<int>("threadTokens");
        QTest::addColumn<int>("budget");
        QTest::addRow("of a long thread 4,000 tokens") << 1'000'000 << 4000;
        QTest::addRow("of a middling one less than it has") << 1'500 << 500;
        QTest::addRow("of a short one still less") << 420 << 250;
        QTest::addRow("of nothing 2,000") << 0 << 2000;
    }

    void theUsualCardsHaveToChoose()
    {
        QFETCH(int, threadTokens);
        QFETCH(int, budget);
        const QList<TrialCard> cards = standardTrials(u"x"_s, u"y"_s, threadTokens);
        QCOMPARE(cards.size(), 4);
        QCOMPARE(cards[0].budgetTokens, 0); // the whole window, as the measure
        QCOMPARE(cards[1].budgetTokens, budget);
    }

    void aCardAsksWithItsOptions()
    {
        TrialCard card{.strategy = u"sliding"_s, .model = u"m"_s};
        card.options = {{u"last"_s, 3}};
        QCOMPARE(trialTurn({}, card, {}).options, card.options);
        QCOMPARE(trialTurn({}, card, {}).kind, Charge::Kind::Lab);
    }

    void aBranchEndsWithItsLastQuestion()
    {
        const auto message = [](const QString &id, Role role) {
            return Message{.id = id, .role = role};
        };
        QList<Message> branch{message(u"1"_s, Role::System), message(u"2"_s, Role::User),
                              message(u"3"_s, Role::Assistant)};
        QCOMPARE(upToLastQuestion(branch).size(), 2);
        QCOMPARE(upToLastQuestion(branch).last().id, u"2"_s);
        QCOMPARE(upToLastQuestion(branch.mid(0, 1)).size(), 1);
        QCOMPARE(upToLastQuestion({}).size(), 0);
    }

    void cardsAreReadAsTheyWereWritten()
    {
        QList<TrialCard> cards = standardTrials(u"openai"_s, u"gpt-4.1"_s, 5000);
        cards[1] = withOption(cards[1], u"last"_s, 40);
        cards[2] = withOption(cards[2], u"extractive"_s, false);
        const auto read = trialsFromJson(trialsToJson(cards));
        QVERIFY(read);
        QCOMPARE(read->size(), cards.size());
        for (qsizetype i = 0; i < cards.size(); ++i) {
            TrialCard same = (*read)[i];
            same.id = cards[i].id;
            QCOMPARE(same, cards[i]);
        }
        QVERIFY(trialsFromJson({})->isEmpty());
    }

    void cardsThatCannotBeReadAreAnError_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addRow("no list") << u"{}"_s;
        QTest::addRow("cut off") << u"[{\"strategy\":"_s;
        QTest::addRow("an unknown strategy") << u"[{\"strategy\":\"best\",\"provider\":\"x\"}]"_s;
        QTest::addRow("an option that the strategy does not have")
            << u"[{\"strategy\":\"full\",\"provider\":\"x\",\"options\":{\"last\":3}}]"_s;
        QTest::addRow("an option out of its range")
            << u"[{\"strategy\":\"sliding\",\"provider\":\"x\",\"options\":{\"last\":0}}]"_s;
        QTest::addRow("no provider") << u"[{\"strategy\":\"full\"}]"_s;
    }

    void cardsThatCannotBeReadAreAnError()
    {
        QFETCH(QString, json);
        const auto read = trialsFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadInput);
    }

    void aMonthIsProjectedFromOneCall()
    {
        QCOMPARE(costPerMonth(Money{2'000'000}, 100)->pico, 6'000'000'000);
        QCOMPARE(costPerMonth(Money{2'000'000}, 0)->pico, 0);
        QVERIFY(!costPerMonth(std::nullopt, 100));
    }

    void aCallUsesTheShareOfTheCacheAndAUsualAnswer()
    {
        ContextPlan plan;
        plan.use.history = 1000;
        const CacheReplay replay{.requests = 2, .tokens = 400, .cached = 100};
        QCOMPARE(trialUsage(plan, replay, 7).cachedRead, 250);
        QCOMPARE(trialUsage(plan, std::nullopt, 7).cachedRead, 0);
        QCOMPARE(trialUsage(plan, replay, 7).completion, 7);
        const QList<Message> thread{{.role = Role::User, .tokens = 900},
                                    {.role = Role::Assistant, .tokens = 100},
                                    {.role = Role::Assistant, .tokens = 300}};
        QCOMPARE(usualAnswerTokens(thread), 200);
        QCOMPARE(usualAnswerTokens({}, 50), 50);
    }
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"
