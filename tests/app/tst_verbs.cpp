#include "tests/support/program.h"

#include <QFileInfo>

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
            << QStringList{u"chat"_s, u"--provider"_s, u"nobody"_s, u"hi"_s} << 2
            << QByteArray("nobody");
        QTest::addRow("an unknown provider whose prices are asked for")
            << QStringList{u"compare"_s, u"SHOP"_s,       u"--budget"_s,
                           u"100"_s,     u"--provider"_s, u"practise"_s}
            << 2 << QByteArray("did you mean \"practice\"?");
        QTest::addRow("a strategy to chat with that is none")
            << QStringList{u"chat"_s, u"--strategy"_s, u"slidng"_s, u"hi"_s} << 2
            << QByteArray("did you mean \"sliding\"?");
        QTest::addRow("strategies of which one is none")
            << QStringList{u"replay"_s, u"--strategies"_s, u"full,slidng"_s} << 2
            << QByteArray("did you mean \"sliding\"?");
        for (const QString &verb : {u"cost"_s, u"replay"_s, u"list"_s, u"doctor"_s, u"reprice"_s,
                                    u"version"_s, u"demo"_s, u"move"_s, u"manual"_s, u"practice"_s})
            QTest::addRow("too much for %s", qPrintable(verb))
                << QStringList{verb, u"foo"_s} << 2 << QByteArray("\"foo\"");
        QTest::addRow("too much for a list of providers")
            << QStringList{u"providers"_s, u"list"_s, u"foo"_s} << 2 << QByteArray("\"foo\"");
        QTest::addRow("two conversations to show")
            << QStringList{u"show"_s, u"a"_s, u"b"_s} << 2 << QByteArray("\"b\"");
        QTest::addRow("a list of nothing")
            << QStringList{u"replay"_s, u"--strategies"_s, u","_s} << 2 << QByteArray("A,B");
        QTest::addRow("budgets of nothing")
            << QStringList{u"evaluate"_s, u"SHOP"_s, u"--budgets"_s, {}} << 2
            << QByteArray("--budgets");
        QTest::addRow("a budget beyond all bounds")
            << QStringList{u"evaluate"_s, u"SHOP"_s, u"--budgets"_s, u"99999999999999"_s} << 2
            << QByteArray("100000000");
        QTest::addRow("another kind of server")
            << QStringList{u"list"_s, u"--store"_s, u"mysql://x/y"_s} << 2 << QByteArray("mysql");
        QTest::addRow("a base URL that is a word")
            << QStringList{u"providers"_s, u"add"_s, u"bad"_s, u"--base-url"_s, u"notaurl"_s} << 2
            << QByteArray("notaurl");
        QTest::addRow("a weight of the practice provider")
            << QStringList{u"providers"_s, u"weights"_s, u"practice=95"_s} << 2
            << QByteArray("practice has no weight");
        QTest::addRow("a preset that is none")
            << QStringList{u"providers"_s, u"add"_s, u"x"_s, u"--preset"_s, u"opnai"_s} << 2
            << QByteArray("did you mean \"openai\"?");
        QTest::addRow("a size beyond all bounds")
            << QStringList{u"screenshot"_s, u"DIR"_s, u"--size"_s, u"100000x100000"_s} << 2
            << QByteArray("7680x4320");
        QTest::addRow("a time that ends before it begins")
            << QStringList{u"cost"_s, u"--from"_s, u"2026-11-20"_s, u"--to"_s, u"2026-11-10"_s} << 2
            << QByteArray("--from");
        QTest::addRow("two formats at once")
            << QStringList{u"cost"_s, u"--format"_s, u"csv"_s, u"--json"_s} << 2
            << QByteArray("--format csv");
        QTest::addRow("an option without a verb")
            << QStringList{u"--json"_s} << 2 << QByteArray("--json");
        QTest::addRow("nothing that is asked")
            << QStringList{u"context"_s, u"MUTE"_s,     u"--strategy"_s,
                           u"full"_s,    u"--budget"_s, u"100"_s}
            << 0 << QByteArray("--question");
        QTest::addRow("a doctor for a text")
            << QStringList{u"doctor"_s, u"--store"_s, u"SHOP"_s} << 1 << QByteArray("no store");
    }

    void complainsInOneLine()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        write(u"bad"_s, "abc\xff");
        write(u"mute"_s, R"({"messages":[{"role":"assistant","content":"Hello."}]})");
        words.replaceInStrings(u"MUTE"_s, path(u"mute"_s));
        words.replaceInStrings(u"DIR"_s, path(u"pictures"_s));
        words.replaceInStrings(u"SHOP"_s, path(u"shop.jsonl"_s));
        words.replaceInStrings(u"BAD"_s, path(u"bad"_s));
        const Ended ended = run(words);
        QVERIFY2(ended.status == status, ended.errors.constData());
        QVERIFY2(ended.errors.contains(says), ended.errors.constData());
        QVERIFY2(ended.errors.count('\n') == 1, ended.errors.constData());
    }

    void theLedgerOfANewStoreIsSound()
    {
        QCOMPARE(run({u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        QCOMPARE(run({u"doctor"_s}).status, 0);
    }

    void aVerbThatOnlyReadsMakesNoStore_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addRow("list") << QStringList{u"list"_s} << 0;
        QTest::addRow("search") << QStringList{u"list"_s, u"--search"_s, u"order"_s} << 0;
        QTest::addRow("show") << QStringList{u"show"_s, u"x"_s} << 1;
        QTest::addRow("cost") << QStringList{u"cost"_s} << 0;
        QTest::addRow("export") << QStringList{u"export"_s} << 0;
        QTest::addRow("replay") << QStringList{u"replay"_s} << 0;
        QTest::addRow("doctor") << QStringList{u"doctor"_s} << 0;
        QTest::addRow("health") << QStringList{u"providers"_s, u"health"_s} << 0;
        QTest::addRow("move") << QStringList{u"move"_s, u"--to"_s, u"OTHER"_s} << 1;
        QTest::addRow("context") << QStringList{u"context"_s, u"x"_s,        u"--strategy"_s,
                                                u"full"_s,    u"--budget"_s, u"100"_s}
                                 << 1;
        QTest::addRow("compare") << QStringList{u"compare"_s, u"x"_s, u"--budget"_s, u"100"_s} << 1;
        QTest::addRow("chat that goes on")
            << QStringList{u"chat"_s, u"--conversation"_s, u"x"_s, u"hi"_s} << 1;
    }

    // What reads finds nothing and says that there is no store: the name may be mistyped.
    void aVerbThatOnlyReadsMakesNoStore()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        words.replaceInStrings(u"OTHER"_s, path(u"typo/other.db"_s));
        const QString store = path(u"typo/store.db"_s);
        const Ended ended = run(words + QStringList{u"--store"_s, store});
        QCOMPARE(ended.status, status);
        QVERIFY(!QFileInfo::exists(path(u"typo"_s)));
        if (words.first() != "context"_L1 && words.first() != "compare"_L1)
            QVERIFY2(ended.errors.contains(store.toUtf8()), ended.errors.constData());
    }

    void aChatWithNobodyLeavesNothingBehind()
    {
        QCOMPARE(run({u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        QCOMPARE(run({u"chat"_s, u"--provider"_s, u"nope"_s, u"hi"_s}).status, 2);
        QCOMPARE(run({u"list"_s, u"--json"_s}).rows().size(), 1);
    }

    void commonOptionsMayStandBeforeTheVerb()
    {
        const QString store = path(u"mine.db"_s);
        QCOMPARE(run({u"--store"_s, store, u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        const Ended listed = run({u"--json"_s, u"--store"_s, store, u"list"_s});
        QCOMPARE(listed.rows().size(), 1);
        QVERIFY(run({u"--version"_s}).output.startsWith("skein "));
        QVERIFY(run({u"--help"_s}).output.startsWith("Usage: skein"));
    }

    void whatIsNotNamedIsReadFromStandardInput()
    {
        const QStringList words{u"--strategy"_s, u"full"_s, u"--budget"_s, u"500"_s, u"--json"_s};
        const QJsonObject named =
            run(QStringList{u"context"_s, path(u"shop.jsonl"_s)} + words).json();
        const QJsonObject read = run(QStringList{u"context"_s} + words, conversation).json();
        QVERIFY(!named["messages"_L1].toArray().isEmpty());
        QCOMPARE(read["messages"_L1], named["messages"_L1]);
        const Ended compared =
            run({u"compare"_s, u"--budget"_s, u"500"_s, u"--json"_s}, conversation);
        QVERIFY(!compared.rows().isEmpty());
    }

    void everyVerbHasItsJson()
    {
        const QJsonObject manual = run({u"manual"_s, u"--json"_s}).json();
        QVERIFY(manual["verbs"_L1].toArray().size() > 20);
        QCOMPARE(run({u"completion"_s, u"fish"_s, u"--json"_s}).json()["shell"_L1].toString(),
                 u"fish"_s);
    }

    void aConversationThatIsNotThereIsNotPainted()
    {
        QCOMPARE(run({u"import"_s, path(u"shop.jsonl"_s)}).status, 0);
        const Ended ended = run({u"screenshot"_s, path(u"pictures"_s), u"--view"_s, u"chats"_s,
                                 u"--conversation"_s, u"nope"_s});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.contains("nope"), ended.errors.constData());
        QVERIFY(ended.output.isEmpty());
    }

    void aStoreThatIsNotThereIsNotMadeForAPicture()
    {
        const Ended ended = run({u"screenshot"_s, path(u"pictures"_s), u"--view"_s, u"chats"_s});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.errors.contains("there is no store at"), ended.errors.constData());
        QVERIFY(QFileInfo::exists(path(u"pictures/chats.png"_s)));
        QVERIFY(!QFileInfo::exists(path(u"store.db"_s)));
    }

    void toolCallsAreShown()
    {
        write(u"tools.jsonl"_s,
              R"({"messages":[{"role":"user","content":"Where is it?"},)"
              R"({"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",)"
              R"("function":{"name":"find_order","arguments":"{}"}}]},)"
              R"({"role":"tool","tool_call_id":"c1","content":"On its way."},)"
              R"({"role":"assistant","content":"It comes soon."}]})");
        QCOMPARE(run({u"import"_s, path(u"tools.jsonl"_s)}).status, 0);
        const Ended shown = run({u"show"_s, onlyId()});
        QVERIFY2(shown.output.contains("assistant:\ncalls find_order {}\n"),
                 shown.output.constData());
    }

    void aModelIsComparedAtItsOwnPrice()
    {
        const QStringList words{u"compare"_s, path(u"shop.jsonl"_s), u"--budget"_s,
                                u"500"_s,     u"--strategies"_s,     u"full"_s,
                                u"--json"_s};
        const auto cost = [&](const QStringList &model) {
            return run(words + model).rows()[0]["cost_usd"_L1].toString();
        };
        const QString named = cost({u"--model"_s, u"gpt-4o"_s});
        QVERIFY(!named.isEmpty());
        QCOMPARE(cost({u"--model"_s, u"openai/gpt-4o"_s}), named);
        QVERIFY(cost({}) != named); // the practice provider's
        QVERIFY(cost({u"--model"_s, u"nobody/nothing"_s}).isEmpty());
    }

private:
    QString onlyId() const
    {
        return run({u"list"_s, u"--json"_s}).json()["rows"_L1][0]["id"_L1].toString();
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
