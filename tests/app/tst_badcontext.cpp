#include "core/context/strategies.h"
#include "tests/support/program.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray conversation(const QList<QByteArray> &texts)
{
    QByteArray line = "{\"messages\":[";
    for (qsizetype i = 0; i < texts.size(); ++i)
        line += QByteArray(i == 0 ? "" : ",") + "{\"id\":\"m" + QByteArray::number(i)
            + "\",\"role\":\"" + (i % 2 == 0 ? "user" : "assistant") + "\",\"content\":\""
            + texts[i] + "\"}";
    return line + "]}\n";
}

} // namespace

/// What the verbs that plan say to what they were not made for.
class TestBadContext : public ProgramTest
{
    Q_OBJECT

private slots:
    void init()
    {
        startAfresh();
        write(u"talk.jsonl"_s,
              conversation({"My locker code is 7741.", "Noted.", "What is my locker code?"})
                  + conversation({"... !!! ???", "...", "?!"})
                  + conversation({"\xf0\x9f\x99\x82", "\xf0\x9f\x8e\x89", "\xf0\x9f\x91\x8d"}));
        write(u"probes.jsonl"_s, probe("\"m0\""));
    }

    void wrongWordsAreToldApart_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QString &words, int status, QByteArray says) {
            QTest::addRow("%s", name) << words << status << says;
        };
        const QString context = u"context TALK#1 --strategy sliding --budget 100"_s;
        row("an unknown encoding", u"tokens --encoding p50k_base TALK"_s, 2,
            "did you mean o200k_base?");
        row("a strategy with a slip", u"context TALK#1 --strategy semantik --budget 100"_s, 2,
            "there is no strategy \"semantik\"; did you mean \"semantic\"?");
        row("no budget", u"context TALK#1 --strategy sliding --budget 0"_s, 2,
            "--budget takes a whole number from 1 to");
        row("less than none", u"compare TALK#1 --budget -5"_s, 2,
            "--budget takes a whole number from 1 to");
        row("a budget in words", u"context TALK#1 --strategy sliding --budget many"_s, 2,
            "not \"many\"");
        row("an option with a slip", context + u" --option lst=3"_s, 2, "did you mean \"last\"?");
        row("a value that is no number", context + u" --option last=abc"_s, 2,
            "option \"last\": takes a number from 1 to");
        row("a value out of range", context + u" --option last=-4"_s, 2,
            "option \"last\": takes a number from 1 to");
        row("an option without a value", context + u" --option last"_s, 2, "NAME=VALUE");
        row("an option of no strategy", u"compare TALK#1 --budget 100 --option lst=3"_s, 2,
            "option \"lst\": none of the strategies has it; did you mean \"last\"?");
        row("an option of no strategy, to be measured",
            u"evaluate PROBES --strategies sliding --option share=1"_s, 2,
            "none of the strategies has it");
        row("a conversation too far", u"context TALK#9 --strategy sliding --budget 100"_s, 1,
            "There is no conversation 9 in ");
        row("a file that is not there", u"context gone.jsonl --strategy sliding --budget 9"_s, 1,
            "a file or conversation \"gone.jsonl\" is not there");
    }

    void wrongWordsAreToldApart()
    {
        QFETCH(QString, words);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        words.replace(u"TALK"_s, path(u"talk.jsonl"_s))
            .replace(u"PROBES"_s, path(u"probes.jsonl"_s));
        const Ended ended = run(words.split(u' '));
        QCOMPARE(ended.status, status);
        QVERIFY2(ended.errors.contains(says), ended.errors.constData());
        QCOMPARE(ended.errors.count('\n'), 1);
        QCOMPARE(ended.output, QByteArray());
    }

    void whatHasNoWordsIsSentAndSaid_data()
    {
        QTest::addColumn<int>("number");
        QTest::addRow("punctuation only") << 2;
        QTest::addRow("emoji only") << 3;
    }

    void whatHasNoWordsIsSentAndSaid()
    {
        QFETCH(int, number);
        const QString source = path(u"talk.jsonl#%1"_s.arg(number));
        const Ended all = run({u"compare"_s, source, u"--budget"_s, u"100"_s, u"--json"_s});
        QCOMPARE(all.status, 0);
        QCOMPARE(all.rows().size(), Core::strategies().size());
        for (const QJsonValue &row : all.rows())
            QCOMPARE(row["messages"_L1]["kept"_L1].toInt(), 3);
        const Ended one =
            run({u"context"_s, source, u"--strategy"_s, u"semantic"_s, u"--budget"_s, u"100"_s});
        QCOMPARE(one.status, 0);
        QVERIFY2(one.output.contains("No message bears on the question."), one.output.constData());
    }

    void aQuestionLargerThanTheWindowIsShortenedAndSaid()
    {
        const QStringList words{
            u"context"_s,    path(u"talk.jsonl#1"_s),        u"--budget"_s,  u"100"_s,
            u"--question"_s, u"many words "_s.repeated(500), u"--strategy"_s};
        const Ended ended = run(words + QStringList{u"hybrid"_s});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.output.contains("The question is too long and was shortened by"),
                 ended.output.constData());
        const Ended refused = run(words + QStringList{u"full"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errors.contains("100"), refused.errors.constData());
    }

    void tenMegabytesInOneMessageAreLeftOut()
    {
        write(u"huge.jsonl"_s,
              conversation({"Hello.", QByteArray("zebra order quilt ").repeated(580'000),
                            "What did I order?"}));
        const Ended ended =
            run({u"compare"_s, path(u"huge.jsonl"_s), u"--budget"_s, u"500"_s, u"--json"_s});
        QCOMPARE(ended.status, 3);
        QVERIFY2(ended.errors.contains("full is over the budget by"), ended.errors.constData());
        for (const QJsonValue &row : ended.rows())
            QCOMPARE(row["fits"_L1].toBool(), row["strategy"_L1] != u"full"_s);
    }

    void anUnknownModelIsEstimatedAndSaid()
    {
        const Ended one = run({u"context"_s, path(u"talk.jsonl#1"_s), u"--strategy"_s, u"full"_s,
                               u"--budget"_s, u"100"_s, u"--model"_s, u"llama-99"_s});
        QCOMPARE(one.status, 0);
        QVERIFY2(one.output.contains("Tokens are estimated"), one.output.constData());
        const Ended measured = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--model"_s,
                                    u"llama-99"_s, u"--strategies"_s, u"full"_s});
        QCOMPARE(measured.status, 0);
        QVERIFY2(measured.errors.contains("the vocabulary of llama-99 is not public"),
                 measured.errors.constData());
    }

    void evidenceThatIsNotThereIsSaid()
    {
        write(u"probes.jsonl"_s, probe("\"m0\",\"m77\""));
        const Ended ended = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--strategies"_s,
                                 u"semantic"_s, u"--json"_s});
        QCOMPARE(ended.status, 3);
        QVERIFY2(ended.errors.contains("m77 of its evidence is not in the conversation"),
                 ended.errors.constData());
        QCOMPARE(ended.rows().last()["recall"_L1].toDouble(), 1.0);
    }

    void aPlanIsToldInWords()
    {
        const Ended ended =
            run({u"context"_s, path(u"talk.jsonl#1"_s), u"--strategy"_s, u"sliding"_s,
                 u"--budget"_s, u"100"_s, u"--option"_s, u"last=1"_s});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.output.contains("older than the last message"), ended.output.constData());
        QVERIFY2(ended.output.contains("the newest question always goes"),
                 ended.output.constData());
    }

private:
    static QByteArray probe(const QByteArray &evidence)
    {
        return "{\"source\":\"talk.jsonl#1\",\"question\":\"What is the code of my locker?\","
               "\"evidence\":["
            + evidence + "]}\n";
    }
};

QTEST_GUILESS_MAIN(TestBadContext)
#include "tst_badcontext.moc"
