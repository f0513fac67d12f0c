#include "core/session/experimentreport.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

TrialCard card(const QString &strategy, int budget)
{
    return {.strategy = strategy,
            .budgetTokens = budget,
            .provider = u"openai"_s,
            .model = u"gpt-4.1"_s};
}

Experiment experiment()
{
    return {.name = u"=cmd|' /C calc'!A0"_s,
            .conversationId = u"c-1"_s,
            .conversationTitle = u"Refund, \"spring\""_s,
            .cards = {card(u"full"_s, 0), card(u"sliding"_s, 2000), card(u"hybrid"_s, 2000)},
            .results = {{.tokens = 900, .limit = 8000, .perCall = Money{1'500'000'000}},
                        {.recall = EvaluationRow{.n = 4, .recall = 0.5, .low = 0.25, .high = 0.75}},
                        {}},
            .probes = {{.source = u"c-1"_s, .question = u"Who?"_s, .evidence = {u"1"_s}}}};
}

} // namespace

class TestExperimentReport : public QObject
{
    Q_OBJECT

private slots:
    void aTableHasARowForEachCardAndNoFormula()
    {
        const QString csv = QString::fromUtf8(experimentCsv(experiment()));
        const QStringList lines = csv.split(u"\r\n"_s);
        QCOMPARE(lines.size(), 5); // head, three cards, and the end
        QVERIFY(lines[1].startsWith(u"'=cmd|"_s));
        QVERIFY(lines[1].contains(u"\"Refund, \"\"spring\"\"\""_s));
        QVERIFY(lines[1].contains(u"0.001500000000"_s));
        QVERIFY(lines[2].contains(u"4,0.5000,0.2500,0.7500"_s));
        QCOMPARE(lines[3].count(u','), lines[0].count(u',') + 1); // one is in the title
    }

    void cardsWithOneBudgetShareACommand()
    {
        const QStringList commands = experimentCommands(experiment(), u"my probes.jsonl"_s);
        QCOMPARE(commands,
                 (QStringList{u"skein compare c-1 --strategies full --budget 8000"_s,
                              u"skein compare c-1 --strategies sliding,hybrid --budget 2000"_s,
                              u"skein evaluate 'my probes.jsonl' --strategies full,sliding,hybrid "
                              "--budgets 8000,2000 --seed 1"_s}));
    }

    void aQuestionAndOptionsGoIntoTheCommand()
    {
        Experiment asked = experiment();
        asked.question = u"What's up?"_s;
        asked.cards = {withOption(card(u"sliding"_s, 500), u"last"_s, 5)};
        QCOMPARE(experimentCommands(asked, {}),
                 QStringList{u"skein compare c-1 --strategies sliding --budget 500 --option last=5 "
                             "--question 'What'\\''s up?'"_s});
    }

    void cardsWithOtherOptionsAreMeasuredApart()
    {
        Experiment asked = experiment();
        asked.cards[1] = withOption(asked.cards[1], u"last"_s, 5);
        const QStringList commands = experimentCommands(asked, u"p"_s);
        QCOMPARE(commands.size(), 5);
        QCOMPARE(commands.filter(u"evaluate"_s).size(), 2);
        QVERIFY(commands.last().endsWith(u"--strategies sliding --budgets 2000 --seed 1 "
                                         "--option last=5"_s)
                || commands[3].endsWith(u"--option last=5"_s));
    }

    void aCardWithoutABudgetHasNoCommand()
    {
        Experiment unplanned = experiment();
        unplanned.cards = {card(u"full"_s, 0)};
        unplanned.results = {{}};
        QVERIFY(experimentCommands(unplanned, u"p"_s).isEmpty());
    }

    void aWordIsQuotedWhereItMustBe_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::addRow("plain") << u"a-b_c/d.json#1"_s << u"'a-b_c/d.json#1'"_s;
        QTest::addRow("id") << u"0f3a-11"_s << u"0f3a-11"_s;
        QTest::addRow("empty") << QString() << u"''"_s;
        QTest::addRow("dangerous") << u"$(rm -r x)"_s << u"'$(rm -r x)'"_s;
    }

    void aWordIsQuotedWhereItMustBe()
    {
        QFETCH(QString, word);
        QFETCH(QString, quoted);
        QCOMPARE(shellWord(word), quoted);
    }
};

QTEST_GUILESS_MAIN(TestExperimentReport)
#include "tst_experimentreport.moc"
