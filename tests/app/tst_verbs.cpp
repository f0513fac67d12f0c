#include "tests/support/program.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray conversation =
    R"({"id":"shop","title":"Order 4711","messages":[{"role":"system","content":"Be short."},)"
    R"({"role":"user","content":"My order number is 4711."},)"
    R"({"role":"assistant","content":"Thank you, I see it."},)"
    R"({"role":"user","content":"Do you have boots?"},)"
    R"({"role":"assistant","content":"Yes, in all sizes."}]})"
    "\n";

} // namespace

class TestVerbs : public ProgramTest
{
    Q_OBJECT

private slots:
    void init()
    {
        startAfresh();
        write(u"shop.jsonl"_s, conversation);
    }

    void aTurnIsStoredAndChargedToTheCent()
    {
        QCOMPARE(run({u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        const QString id = onlyId();
        const Ended asked =
            run({u"chat"_s, u"--conversation"_s, id, u"--strategy"_s, u"full"_s, u"--provider"_s,
                 u"practice"_s, u"--json"_s, u"What is my order number?"_s});
        QVERIFY2(asked.status == 0, asked.errors.constData());
        QVERIFY(asked.json()["content"_L1].toString().contains(u"4711"_s));
        const QString cost = asked.json()["cost_usd"_L1].toString();
        QCOMPARE(cost.section(u'.', 1).size(), 12);

        const Ended report = run({u"cost"_s, u"--by"_s, u"conversation"_s, u"--json"_s});
        QCOMPARE(report.json()["total_usd"_L1].toString(), cost);
        QCOMPARE(report.json()["rows"_L1][0]["key"_L1].toString(), id);

        const Ended shown = run({u"show"_s, id, u"--attempts"_s, u"--json"_s});
        QCOMPARE(shown.json()["messages"_L1].toArray().size(), 7);
        QCOMPARE(shown.json()["attempts"_L1][0]["status"_L1].toString(), u"complete"_s);
    }

    void whatAStrategyDroppedIsMissingInTheAnswer()
    {
        QCOMPARE(run({u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        const Ended asked = run({u"chat"_s, u"--conversation"_s, onlyId(), u"--strategy"_s,
                                 u"sliding"_s, u"--option"_s, u"last=3"_s, u"--provider"_s,
                                 u"practice"_s, u"--json"_s, u"What is my order number?"_s});
        QVERIFY2(asked.status == 0, asked.errors.constData());
        QVERIFY(!asked.json()["content"_L1].toString().contains(u"4711"_s));
    }

    void importingTwiceAddsNothing()
    {
        QCOMPARE(
            run({u"import"_s, path(u"shop.jsonl"_s), u"--json"_s}).json()["messages"_L1].toInt(),
            5);
        const QJsonObject again = run({u"import"_s, path(u"shop.jsonl"_s), u"--json"_s}).json();
        QCOMPARE(again["messages"_L1].toInt(), 0);
        QCOMPARE(again["already_there"_L1].toInt(), 1);
    }

    void thePlanOfAFileAddsUp()
    {
        const QJsonObject plan =
            run({u"context"_s, path(u"shop.jsonl"_s) + u"#1"_s, u"--strategy"_s, u"full"_s,
                 u"--budget"_s, u"1000"_s, u"--question"_s, u"Which order?"_s, u"--json"_s})
                .json();
        const QJsonObject tokens = plan["tokens"_L1].toObject();
        QCOMPARE(tokens["system"_L1].toInt() + tokens["history"_L1].toInt()
                     + tokens["summary"_L1].toInt() + tokens["question"_L1].toInt(),
                 tokens["total"_L1].toInt());
        QCOMPARE(plan["messages"_L1].toArray().size(), 6);
        QCOMPARE(plan["items"_L1].toArray().size(), 6);
    }

    void complainsInOneLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::addRow("an unknown verb") << QStringList{u"tokn"_s} << 2 << QByteArray("\"tokens\"");
        QTest::addRow("an unknown option")
            << QStringList{u"chat"_s, u"--stratgy"_s, u"x"_s} << 2 << QByteArray("--strategy");
        QTest::addRow("a file that is not there")
            << QStringList{u"tokens"_s, u"/nowhere/at/all"_s} << 1 << QByteArray("/nowhere/at/all");
        QTest::addRow("a strategy that is none")
            << QStringList{u"context"_s, u"SHOP"_s,     u"--strategy"_s,
                           u"ful"_s,     u"--budget"_s, u"10"_s}
            << 2 << QByteArray("full");
        QTest::addRow("a budget of nothing")
            << QStringList{u"context"_s, u"SHOP"_s,     u"--strategy"_s,
                           u"full"_s,    u"--budget"_s, u"-5"_s}
            << 2 << QByteArray("--budget");
        QTest::addRow("a plan over its budget")
            << QStringList{u"context"_s, u"SHOP"_s,     u"--strategy"_s,
                           u"full"_s,    u"--budget"_s, u"10"_s}
            << 1 << QByteArray("10");
        QTest::addRow("invalid UTF-8")
            << QStringList{u"tokens"_s, u"BAD"_s} << 1 << QByteArray("byte 3");
        QTest::addRow("an unknown zone") << QStringList{u"cost"_s, u"--zone"_s, u"Mars/Olympus"_s}
                                         << 2 << QByteArray("Mars/Olympus");
        QTest::addRow("an unknown provider")
            << QStringList{u"chat"_s, u"--provider"_s, u"nobody"_s, u"hi"_s} << 1
            << QByteArray("nobody");
    }

    void complainsInOneLine()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        write(u"bad"_s, "abc\xff");
        words.replaceInStrings(u"SHOP"_s, path(u"shop.jsonl"_s));
        words.replaceInStrings(u"BAD"_s, path(u"bad"_s));
        const Ended ended = run(words);
        QCOMPARE(ended.status, status);
        QVERIFY2(ended.errors.contains(says), ended.errors.constData());
        QCOMPARE(ended.errors.count('\n'), 1);
    }

    void theLedgerOfANewStoreIsSound() { QCOMPARE(run({u"doctor"_s}).status, 0); }

private:
    QString onlyId() const
    {
        return run({u"list"_s, u"--json"_s}).json()["rows"_L1][0]["id"_L1].toString();
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
