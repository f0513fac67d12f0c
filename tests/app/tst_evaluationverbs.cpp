#include "tests/support/program.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray talk()
{
    QByteArray line = "{\"id\":\"talk\",\"messages\":[{\"id\":\"s\",\"role\":\"system\","
                      "\"content\":\"Be short.\"}";
    for (int i = 0; i < 40; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray text =
            i == 3 ? "My locker code is 7741." : "Small talk number " + n + " about weather.";
        line += ",{\"id\":\"u" + n + "\",\"role\":\"user\",\"content\":\"" + text + "\"}";
        line += ",{\"id\":\"a" + n + "\",\"role\":\"assistant\",\"content\":\"Indeed " + n + ".\"}";
    }
    return line + "]}\n";
}

QByteArray probe(const QByteArray &evidence, const QByteArray &source = "talk.jsonl#1")
{
    return "{\"source\":\"" + source
        + "\",\"question\":\"What is the code of my locker?\","
          "\"evidence\":[\""
        + evidence + "\"],\"tag\":\"old\"}\n";
}

} // namespace

class TestEvaluationVerbs : public ProgramTest
{
    Q_OBJECT

private slots:
    void init()
    {
        startAfresh();
        write(u"talk.jsonl"_s, talk());
    }

    void recallIsMeasuredForEveryStrategyAndBudget()
    {
        write(u"probes.jsonl"_s, probe("u3"));
        const Ended ended = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--strategies"_s,
                                 u"sliding,semantic"_s, u"--budgets"_s, u"100,200"_s, u"--json"_s});
        QVERIFY2(ended.status == 0, ended.errors.constData());
        QStringList told;
        for (const QJsonValue &row : ended.rows()) {
            told += u"%1 %2 %3 %4"_s.arg(row["strategy"_L1].toString())
                        .arg(row["budget"_L1].toInt())
                        .arg(row["tag"_L1].toString())
                        .arg(row["recall"_L1].toDouble());
            QVERIFY(row["tokens"_L1].toDouble() <= row["budget"_L1].toDouble());
            QCOMPARE(row["n"_L1].toInt(), 1);
        }
        QCOMPARE(
            told,
            (QStringList{u"sliding 100 old 0"_s, u"sliding 100 all 0"_s, u"sliding 200 old 0"_s,
                         u"sliding 200 all 0"_s, u"semantic 100 old 1"_s, u"semantic 100 all 1"_s,
                         u"semantic 200 old 1"_s, u"semantic 200 all 1"_s}));
    }

    void probesThatNameNothingAreLeftOutAndSaid()
    {
        write(u"probes.jsonl"_s, probe("u3") + probe("nowhere") + probe("u3", "gone.jsonl"));
        const Ended ended = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--strategies"_s,
                                 u"semantic"_s, u"--json"_s});
        QCOMPARE(ended.status, 3);
        QCOMPARE(ended.rows().last()["n"_L1].toInt(), 1);
        QVERIFY(ended.errors.contains("2 of 3 probes left out"));
        QVERIFY(ended.errors.contains("none of its evidence"));
        const QJsonArray leftOut = ended.json()["left_out"_L1].toArray();
        QCOMPARE(leftOut.size(), 2);
        QVERIFY(leftOut[0]["where"_L1].toString().startsWith(u"talk.jsonl#1"_s));
        QVERIFY(leftOut[0]["reason"_L1].toString().startsWith(u"none of its evidence"_s));
    }

    void evidenceThatIsMissingInPartIsLeftOut()
    {
        write(u"probes.jsonl"_s, probe("u3\",\"nowhere"));
        const Ended ended = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--strategies"_s,
                                 u"semantic"_s, u"--json"_s});
        QCOMPARE(ended.status, 3);
        QCOMPARE(ended.rows().last()["n"_L1].toInt(), 1);
        const QJsonArray leftOut = ended.json()["left_out"_L1].toArray();
        QCOMPARE(leftOut.size(), 1);
        QVERIFY(leftOut[0]["reason"_L1].toString().startsWith(u"nowhere of its evidence"_s));
    }

    void whatIsNamedTwiceIsMeasuredOnce()
    {
        const QByteArray one = probe("u3", path(u"talk.jsonl#1"_s).toUtf8());
        const Ended ended = run({u"evaluate"_s, u"--strategies"_s, u"sliding, sliding"_s,
                                 u"--budgets"_s, u"1000,1000"_s, u"--json"_s},
                                one); // from standard input
        QVERIFY2(ended.status == 0, ended.errors.constData());
        QCOMPARE(ended.rows().size(), 2); // its tag, and all
        for (const QJsonValue &row : ended.rows())
            QCOMPARE(row["n"_L1].toInt(), 1);
    }

    void howFarBehindAStrategyIsHasItsUnit()
    {
        write(u"probes.jsonl"_s, probe("u3"));
        const Ended ended = run({u"evaluate"_s, path(u"probes.jsonl"_s), u"--strategies"_s,
                                 u"sliding,semantic"_s, u"--budgets"_s, u"100"_s});
        QVERIFY2(ended.output.contains("-100.0 points"), ended.output.constData());
    }

    void badProbesAndBadWordsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("probes");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::addRow("no JSON") << QByteArray("oops\n") << QStringList() << 1
                                 << QByteArray("line 1");
        QTest::addRow("nothing") << QByteArray() << QStringList() << 1 << QByteArray("no probe");
        QTest::addRow("all left out")
            << probe("nowhere") << QStringList() << 1 << QByteArray("1 of 1 probe left out");
        QTest::addRow("an unknown strategy")
            << probe("u3") << QStringList{u"--strategies"_s, u"semantik"_s} << 2
            << QByteArray("semantic");
        QTest::addRow("a budget of nothing")
            << probe("u3") << QStringList{u"--budgets"_s, u"0"_s} << 2 << QByteArray("--budgets");
    }

    void badProbesAndBadWordsAreErrors()
    {
        QFETCH(QByteArray, probes);
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        write(u"probes.jsonl"_s, probes);
        const Ended ended = run(QStringList{u"evaluate"_s, path(u"probes.jsonl"_s)} + words);
        QCOMPARE(ended.status, status);
        QVERIFY2(ended.errors.contains(says), ended.errors.constData());
    }

    void strategiesStandSideBySide()
    {
        const Ended ended = run({u"compare"_s, path(u"talk.jsonl"_s), u"--strategies"_s,
                                 u"sliding,summary"_s, u"--budget"_s, u"400"_s, u"--question"_s,
                                 u"What is my locker code?"_s, u"--json"_s});
        QVERIFY2(ended.status == 0, ended.errors.constData());
        QCOMPARE(ended.rows().size(), 2);
        for (const QJsonValue &row : ended.rows()) {
            const QJsonValue sums = row["messages"_L1];
            QCOMPARE(sums["kept"_L1].toInt() + sums["dropped"_L1].toInt()
                         + sums["summarised"_L1].toInt(),
                     82);
            QVERIFY(row["tokens"_L1]["total"_L1].toInt() <= 400);
            QVERIFY(row["cached_share"_L1].isDouble());
        }
        QVERIFY(ended.rows()[1]["messages"_L1]["summarised"_L1].toInt() > 0);
    }

    void repliesAreAskedForAndCompared()
    {
        const Ended ended =
            run({u"compare"_s, path(u"talk.jsonl"_s), u"--strategies"_s, u"sliding,semantic"_s,
                 u"--budget"_s, u"300"_s, u"--question"_s, u"What is my locker code?"_s, u"--ask"_s,
                 u"--provider"_s, u"practice"_s, u"--json"_s});
        QVERIFY2(ended.status == 0, ended.errors.constData());
        const auto reply = [&](int row) {
            return ended.rows()[row]["reply"_L1]["content"_L1].toString();
        };
        QVERIFY(!reply(0).contains(u"7741"_s));
        QVERIFY(reply(1).contains(u"7741"_s));
    }

    void whatDoesNotFitIsSaid()
    {
        const Ended ended = run({u"compare"_s, path(u"talk.jsonl"_s), u"--strategies"_s,
                                 u"full,sliding"_s, u"--budget"_s, u"300"_s, u"--json"_s});
        QCOMPARE(ended.status, 3);
        QVERIFY(ended.errors.contains("full is over the budget"));
        QCOMPARE(ended.rows()[0]["fits"_L1].toBool(), false);
    }
};

QTEST_GUILESS_MAIN(TestEvaluationVerbs)
#include "tst_evaluationverbs.moc"
